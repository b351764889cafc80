import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { faultsOf, floorOf, type Source } from "./house";

const root = resolve(__dirname, "../src");

function sources(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, "utf8") }));
}

const planted = (path: string, text: string): string[] => faultsOf([{ path, text }, ...neighbours]);

const neighbours: Source[] = [
  { path: "functions/capacity.ts", text: "export const one = 1;" },
  { path: "functions/oem-risk.ts", text: "export const two = 2;" },
  { path: "taskpane/index.tsx", text: "export const pane = 1;" },
  { path: "excel/register.ts", text: "export const door = 1;" },
  { path: "maths/sum.ts", text: "export const sum = 1;" },
];

describe("the house", () => {
  it("stands: no file reaches up a floor, across a door or a family, or for a global above its station", () => {
    expect(faultsOf(sources(root))).toEqual([]);
  });

  it("has every folder of src on a floor", () => {
    for (const { path } of sources(root)) expect(floorOf(path)).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ["a floor above", "maths/bad.ts", 'import { one } from "../functions/capacity";'],
    ["another family", "functions/capacity-two.ts", 'import { two } from "./oem-risk";'],
    ["another door", "cli/bad.ts", 'import { door } from "../excel/register";'],
    ["a floor above, lazily", "actions/bad.ts", 'const pane = () => import("../taskpane");'],
    ["a floor above, by re-export", "reference/bad.ts", 'export { one } from "../functions/capacity";'],
    ["React outside the pane and the page", "actions/bad.ts", 'import { useState } from "react";'],
    ["a browser global", "taskpane/bad.tsx", "export const width = () => window.innerWidth;"],
    ["a Node global", "reference/bad.ts", "export const here = process.cwd();"],
    ["Node's own modules", "functions/bad.ts", 'import { readFileSync } from "node:fs";'],
    ["Excel.run outside actions", "taskpane/bad.tsx", "export const run = () => Excel.run(async () => undefined);"],
    ["a name without meaning", "maths/utils.ts", "export const one = 1;"],
    ["a request to elsewhere", "taskpane/bad.tsx", 'export const load = () => fetch("https://example.org");'],
  ])("notices %s", (_, path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });

  it("notices a circle", () => {
    const circle = [
      { path: "maths/a.ts", text: 'import { b } from "./b"; export const a = b;' },
      { path: "maths/b.ts", text: 'import { a } from "./a"; export const b = a;' },
    ];
    expect(faultsOf(circle)).toEqual(["maths/a.ts: imports in a circle: maths/a.ts → maths/b.ts → maths/a.ts"]);
  });

  it("notices a file of more than 400 lines", () => {
    expect(planted("maths/long.ts", "export const one = 1;\n".repeat(401))).toEqual(["maths/long.ts: 401 lines, at most 400"]);
  });

  it("leaves names in comments, texts and locals alone", () => {
    const text = 'const document = { body: 1 };\nexport const body = document.body;\n'
      + '// window and process\nexport const said = "open the window";\nexport const x = { window: 1 };';
    expect(planted("reference/good.ts", text)).toEqual([]);
  });
});

