import { desk } from "./excel";

const { run } = desk();

const valueOf = (formula: string): Promise<unknown> => run(async ({ sync }, sheet) => {
  const cell = sheet.getRange("H20");
  cell.formulas = [[formula]];
  cell.load("values");
  await sync();
  return cell.values[0]![0];
});

describe("names", () => {
  beforeEach(() => run(async ({ workbook }, sheet) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    workbook.names.add("Output", sheet.getRange("A1:A3"), "Cars a year");
    workbook.names.add("Rate", "=0.25");
    workbook.names.add("Label", "plain text");
  }));

  it("stand for ranges, formulas and texts, and formulas know them", async () => {
    expect(await valueOf("=SUM(Output)*Rate")).toBe(1.5);
    expect(await valueOf("=Label")).toBe("plain text");
  });

  it("tell what they are", async () => {
    await run(async ({ workbook, sync }) => {
      const names = workbook.names.load("items/name, items/formula, items/type, items/value, items/comment, items/scope");
      await sync();
      expect(names.items.map((item) => item.toJSON())).toMatchObject([
        { name: "Output", formula: "=Sheet1!$A$1:$A$3", type: "Range", value: "Sheet1!$A$1:$A$3", comment: "Cars a year", scope: "Workbook" },
        { name: "Rate", formula: "=0.25", type: "Double", value: 0.25, comment: "" },
        { name: "Label", formula: '="plain text"', type: "String", value: "plain text" },
      ]);
    });
  });

  it("lead to their range", async () => {
    await run(async ({ workbook, sync }, sheet) => {
      const range = workbook.names.getItem("output").getRange().load("address");
      const none = workbook.names.getItem("Rate").getRangeOrNullObject();
      const byAddress = sheet.getRange("Output").load("address");
      await sync();
      expect([range.address, none.isNullObject, byAddress.address]).toEqual(["Sheet1!A1:A3", true, "Sheet1!A1:A3"]);
    });
  });

  it("can be changed and deleted", async () => {
    await run(async ({ workbook }) => {
      workbook.names.getItem("Rate").formula = "=0.5";
      workbook.names.getItem("Rate").comment = "Doubled";
      workbook.names.getItem("Label").delete();
    });
    expect(await valueOf("=Rate")).toBe(0.5);
    expect(await valueOf("=Label")).toBe("#NAME?");
    await run(async ({ workbook, sync }) => {
      const gone = workbook.names.getItemOrNullObject("Label");
      const rate = workbook.names.getItem("Rate").load("comment");
      await sync();
      expect([gone.isNullObject, rate.comment]).toEqual([true, "Doubled"]);
    });
  });

  it("may be LAMBDAs", async () => {
    await run(async ({ workbook }) => void workbook.names.add("SHARE", "=LAMBDA(part,whole,part/whole)"));
    expect(await valueOf("=SHARE(1,4)")).toBe(0.25);
  });

  it("may belong to one sheet", async () => {
    await run(async ({ workbook, sync }, sheet) => {
      sheet.names.add("Local", "=7");
      const here = sheet.names.load("items/name, items/scope");
      const count = workbook.names.getCount();
      await sync();
      expect(here.items.map(({ name, scope }) => [name, scope])).toEqual([["Local", "Worksheet"]]);
      expect(count.value).toBe(3);
    });
  });

  const adding = (name: string, formula = "=1"): Promise<void> =>
    run(async ({ workbook }) => void workbook.names.add(name, formula));

  it.each(["", "A1", "R1C1", "two words", "1st", "a-b", "XFD1048576"])("may not be called %j", async (name) => {
    await expect(adding(name)).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("are one each, in any case, with a formula that can be read and a comment that fits", async () => {
    await expect(adding("OUTPUT")).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    await expect(adding("Broken", "=1+")).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(run(async ({ workbook }) => void workbook.names.add("Long", "=1", "x".repeat(256))))
      .rejects.toMatchObject({ code: "InvalidArgument" });
  });
});
