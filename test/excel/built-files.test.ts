import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtFiles, hostingFrom, pageParameters } from "../../src/excel/built-files";
import { editionOf } from "../../src/excel/edition";
import { built } from "./served";

const fileAt = (path: string): string => readFileSync(join(__dirname, "../..", path), "utf8");

describe("the files that Excel reads", () => {
  it("are two manifests, and the functions' descriptions in two languages", () => {
    expect(Object.keys(built)).toEqual(["manifest.xml", "manifest.dev.xml", "functions.json", "functions.zh-CN.json"]);
  });

  it("name one address throughout, the one given", () => {
    const there = builtFiles(hostingFrom({ ADDIN_ADDRESS: "https://policy.example.org/addin/" }));
    expect(there["manifest.xml"]).toContain('"https://policy.example.org/addin/functions.zh-CN.json"');
    expect(Object.values(there).join("")).not.toContain("localhost");
  });

  it("include the manifest of the repository: npm run manifest brings it up to date", () => {
    expect(fileAt("manifest.xml")).toBe(built["manifest.xml"]);
  });
});

describe("where the add-in is served", () => {
  it("is https://localhost:3000, with Microsoft's library, unless told", () => {
    expect(hostingFrom({})).toEqual({ address: "https://localhost:3000", library: "microsoft" });
    expect(hostingFrom({ ADDIN_ADDRESS: "", OFFICE_LIBRARY: "" })).toEqual(hostingFrom({}));
  });

  it.each(["http://policy.example.org", "policy.example.org", "https://policy.example.org/?a=1", "https://x.org/#a"])(
    "cannot be %s",
    (address) => expect(() => hostingFrom({ ADDIN_ADDRESS: address })).toThrow(`ADDIN_ADDRESS is "${address}"`),
  );

  it("has office.js from an address that is known", () => {
    expect(() => hostingFrom({ OFFICE_LIBRARY: "mine" })).toThrow(
      'OFFICE_LIBRARY is "mine". It has to be one of microsoft, appsforoffice, china.',
    );
    expect(() => hostingFrom({ OFFICE_LIBRARY: "toString" })).toThrow("OFFICE_LIBRARY");
  });
});

describe("the pane's page", () => {
  it.each([
    ["microsoft", "https://officeapis.public.onecdn.static.microsoft"],
    ["appsforoffice", "https://appsforoffice.microsoft.com"],
    ["china", "https://appsforoffice.cdn.partner.office365.cn"],
  ])("with the library of %s runs scripts of its own and of that one place", (library, origin) => {
    const { officeLibrary, contentPolicy } = pageParameters(hostingFrom({ OFFICE_LIBRARY: library }));
    expect(new URL(officeLibrary).origin).toBe(origin);
    expect(contentPolicy.split("; ")).toContain(`script-src 'self' 'wasm-unsafe-eval' ${origin}`);
  });

  it("sends nothing elsewhere, and runs nothing that is written into it", () => {
    const { contentPolicy } = pageParameters(hostingFrom({}));
    expect(contentPolicy.split("; ")).toContain("connect-src 'self'");
    expect(contentPolicy).not.toMatch(/'unsafe-eval'|script-src[^;]*unsafe-inline|\*/);
    expect(fileAt("src/excel/taskpane.html")).not.toMatch(/<script(?![^>]*src=)|\son\w+=/);
  });

  it("states its policy before anything is loaded", () => {
    const page = fileAt("src/excel/taskpane.html");
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<script"));
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<link"));
  });

  it("knows its edition by its own address", () => {
    expect(editionOf("").namespace).toBe("POLICY");
    expect(editionOf("?_host_Info=Excel$Web").namespace).toBe("POLICY");
    expect(editionOf("?edition=development&_host_Info=Excel$Web").namespace).toBe("POLICYDEV");
  });
});
