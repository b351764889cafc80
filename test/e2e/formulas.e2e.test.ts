import { eventually, openWorkbook, read, type, write } from "./opened";

describe("a formula typed into the sheet", () => {
  it("computes, and again when what it refers to changes", async () => {
    const { page, complaints } = await openWorkbook();
    await type(page, "B2", "80");
    await type(page, "C2", "100");
    await type(page, "D2", "=POLICY.CAPACITY_UTIL(B2,C2)");
    await eventually(async () => expect(await read(page, "D2")).toEqual([[0.8]]));
    await type(page, "B2", "50");
    await eventually(async () => expect(await read(page, "D2")).toEqual([[0.5]]));
    expect(complaints).toEqual([]);
  });

  it("shows Excel's errors", async () => {
    const { page } = await openWorkbook();
    await type(page, "A1", "=POLICY.CAPACITY_UTIL(80,0)");
    await type(page, "A2", '=POLICY.CAPACITY_UTIL("much",100)');
    await type(page, "A3", "=POLICY.NO_SUCH_FUNCTION(1)");
    await eventually(async () => expect(await read(page, "A1:A3")).toEqual([["#DIV/0!"], ["#VALUE!"], ["#NAME?"]]));
  });

  it("spills where a range is given for a number", async () => {
    const { page } = await openWorkbook();
    await write(page, "A1:B2", [[30, 3], [40, 5]]);
    await type(page, "D1", "=POLICY.PARTS_PER_OEM(A1:A2,B1:B2)");
    await eventually(async () => expect(await read(page, "D1:D2")).toEqual([[10], [8]]));
  });

  it.each([
    ["en-US", "File name", "output"],
    ["zh-CN", "文件名", "产量"],
  ])("is helped on while it is typed, in %s", async (locale, fileName, word) => {
    const { page } = await openWorkbook({ locale });
    await page.getByLabel(fileName).focus();
    await page.keyboard.press("F6");
    await page.keyboard.type("=POLICY.CAPACITY_U");
    await page.getByText("POLICY.CAPACITY_UTIL", { exact: true }).waitFor();
    await page.keyboard.press("Tab");
    await page.getByText(word).first().waitFor();
    await page.keyboard.press("Escape");
  });
});
