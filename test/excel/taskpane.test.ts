/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Surroundings } from "../../src/taskpane";

const mountPane = jest.fn();
jest.mock("../../src/taskpane", () => ({ mountPane }));

const page = readFileSync(join(__dirname, "../../src/excel/taskpane.html"), "utf8");
const library = "https://office.example.org/1/office.js";

interface Host {
  readonly onReady: () => Promise<{ host: string | null }>;
}

/** Opens the page in an Excel, in a browser, or where office.js could not be loaded. */
async function open(host?: Host): Promise<string> {
  document.body.innerHTML = '<main id="pane"></main>';
  document.head.innerHTML = `<script src="${library}"></script>`;
  const actions = { associate: jest.fn() };
  Object.assign(globalThis, { Office: host && { ...host, HostType: { Excel: "Excel" }, actions, addin: {}, context: {} } });
  await jest.isolateModulesAsync(async () => void (await import("../../src/excel/taskpane")));
  await jest.advanceTimersByTimeAsync(0);
  return document.getElementById("pane")!.textContent!;
}

const ready = (host: string | null): Host => ({ onReady: () => Promise.resolve({ host }) });

beforeEach(() => {
  jest.useFakeTimers();
  mountPane.mockClear();
});
afterEach(() => jest.useRealTimers());

describe("the pane's page", () => {
  it("has the place that the pane is put into", () => expect(page).toContain('id="pane"'));

  it("hands the functions to Excel before anything of the pane is there", () => {
    const scripts = [...page.matchAll(/<script defer src="(.+?)">/g)].map(([, src]) => src);
    expect(scripts).toEqual(["<%= officeLibrary %>", "functions.js"]);
  });

  it("puts the pane into Excel, under the published namespace", async () => {
    await open(ready("Excel"));
    const [place, surroundings] = mountPane.mock.calls[0] as [Element, Surroundings];
    expect(place.id).toBe("pane");
    expect([surroundings.namespace, surroundings.hasWorkbook]).toEqual(["POLICY", true]);
  });

  it("in a browser says what it is and how to open it", async () => {
    expect(await open(ready(null))).toMatch(/^Industry Policy Workbench is an add-in for Excel.*Upload My Add-in/);
    expect(mountPane).not.toHaveBeenCalled();
    expect(document.querySelector("a")!.getAttribute("href")).toBe("workbook.html");
  });

  it("names the address that may be blocked where Microsoft's library is missing", async () => {
    expect(await open()).toMatch(/could not be loaded.*a firewall may stop office\.example\.org/);
  });

  it("says so when Excel does not answer, and still opens when it does", async () => {
    let answer: (info: { host: string }) => void = () => undefined;
    await open({ onReady: () => new Promise((resolve) => (answer = resolve)) });
    await jest.advanceTimersByTimeAsync(15_000);
    expect(document.getElementById("pane")!.textContent).toContain("Excel has not answered yet");
    answer({ host: "Excel" });
    await jest.advanceTimersByTimeAsync(0);
    expect(mountPane).toHaveBeenCalledTimes(1);
    expect(document.getElementById("pane")!.textContent).toBe("");
  });

  it("speaks the browser's language where there is no Excel to tell one", async () => {
    jest.spyOn(navigator, "language", "get").mockReturnValue("zh-CN");
    expect(await open(ready(null))).toContain("产业政策工作台是 Excel 加载项");
    expect(document.documentElement.lang).toBe("zh-CN");
  });
});
