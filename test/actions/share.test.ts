import { shareDeeds } from "../../src/actions/share";
import { failingAt, contentOf, openDesk, sheetNames, supports, valuesAt, write } from "./excel-desk";

const made = openDesk();
const {
  acceptFinding, applyFix, checkWorkbook, readPassport, scrubWorkbook, workbookTraces, writePassport,
} = shareDeeds;
const at = (rule: string) => async () => (await checkWorkbook()).findings.find((finding) => finding.rule === rule);

beforeEach(() => write(made, "A1:F3", [
  ["Source: plan", 1, 2, 3, 4, 5],
  ["Double", "=B1*2", "=C1*2", 7, "=E1*2", "=F1*2"],
  ["", "", "", "", "", ""],
]));

afterEach(() => jest.restoreAllMocks());

describe("the check in the pane", () => {
  it("finds what a file's check finds, and mends it", async () => {
    const finding = (await at("typed-over")())!;
    expect(finding).toMatchObject({ sheet: "Sheet1", address: "D2" });
    await applyFix(finding.sheet, finding.fix!, supports);
    // The row doubles; D1 is 3.
    expect(await valuesAt(made, "Sheet1", "D2")).toEqual([[6]]);
    expect(await at("typed-over")()).toBeUndefined();
  });

  it("keeps in the workbook why a finding is accepted, and counts it again when asked", async () => {
    const finding = (await at("typed-over")())!;
    await acceptFinding(finding, "a one-off", supports);
    expect(await checkWorkbook()).toMatchObject({ ignored: [{ reason: "a one-off" }] });
    await acceptFinding(finding, undefined, supports);
    expect((await checkWorkbook()).ignored).toEqual([]);
    expect(contentOf(made).customXml).toEqual([]);
  });
});

describe("the passport in the pane", () => {
  it("is written in front once, and read back with what was answered on it", async () => {
    await writePassport({ purpose: "Which plant closes?" }, "1.2.3", ["en"], supports);
    await writePassport({ owner: "Commission" }, "1.2.3", ["en", "zh"], supports);
    expect((await sheetNames(made))[0]).toBe("Model passport");
    expect((await sheetNames(made)).filter((name) => name === "Model passport")).toHaveLength(1);
    expect((await readPassport("1.2.3")).answers).toEqual({ purpose: "Which plant closes?", owner: "Commission" });
  });

  it("leaves the workbook as it was when it fails midway", async () => {
    await made.host.engine.calculated();
    const before = contentOf(made);
    let failures = 0;
    for (let step = 1; step < 40; step++) {
      failingAt(step, true);
      const outcome = await writePassport({}, "1", ["en"], supports).catch((error: unknown) => error);
      jest.restoreAllMocks();
      if (!(outcome instanceof Error)) break;
      failures++;
      expect({ step, ...contentOf(made) }).toEqual({ step, ...before });
    }
    expect(failures).toBeGreaterThan(4);
  }, 60_000);
});

describe("what is out of sight", () => {
  beforeEach(() => made.run(async ({ workbook, sync }) => {
    workbook.properties.author = "Li Ming";
    workbook.worksheets.add("Old").getRange("A1").values = [[1]];
    workbook.worksheets.add("Rates").getRange("A1").values = [[0.04]];
    await sync();
    workbook.worksheets.getItem("Old").visibility = "Hidden";
    workbook.worksheets.getItem("Rates").visibility = "Hidden";
    workbook.worksheets.getItem("Sheet1").getRange("A3").formulas = [["=Rates!A1"]];
  }));

  it("is listed, with what must stay", async () => {
    const found = await workbookTraces();
    expect(found.map(({ trace, what }) => [trace, what.en])).toEqual(
      expect.arrayContaining([["authors", "Li Ming"], ["hidden-sheets", "Old, Rates"]]),
    );
    expect(found.find(({ trace }) => trace === "hidden-sheets")!.stays!.en).toBe("Rates");
  });

  it("is taken out as asked, and nothing that formulas rest on", async () => {
    await scrubWorkbook(["authors", "hidden-sheets"], supports);
    expect(await sheetNames(made)).toEqual(["Sheet1", "Rates"]);
    expect((await workbookTraces()).some(({ trace }) => trace === "authors")).toBe(false);
  });
});
