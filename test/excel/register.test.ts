import { register, type CustomFunctionsRuntime } from "../../src/excel/register";
import { languageOf } from "../../src/excel/display-language";
import { catalogue } from "../../src/functions";
import type { Language } from "../../src/refusal";
import { cellError, excelRuntime } from "./excel-runtime";

/** The numbers by which Excel's library tells errors to Excel. */
const told = { "#N/A": 1, "#DIV/0!": 5, "#NUM!": 6, "#VALUE!": 7, "#NULL!": 8 };

let language: Language = "en";

function registered() {
  const excel = excelRuntime();
  register(excel.customFunctions, () => language);
  return excel;
}

describe("a registered function, called by Microsoft's library", () => {
  let excel: ReturnType<typeof registered>;
  beforeEach(() => {
    language = "en";
    excel = registered();
  });

  it("answers one value as it is", async () => {
    expect(await excel.invoke("CAPACITY_UTIL", [[600]], [[1000]], null)).toEqual({ value: 0.6 });
  });

  it("answers a range where a range is given for a single value", async () => {
    expect(await excel.invoke("STD_CAPACITY", [[60], [30]], null, null, null, null)).toEqual({ value: [[240000], [120000]] });
  });

  it("does not mistake the invocation object for an argument that was left out", async () => {
    const [one, other] = await Promise.all([
      excel.invoke("CAPACITY_UTIL", [[600]], [[1000]]),
      excel.invoke("HHI_INDEX", [[30], [30], [20], [20]]),
    ]);
    expect([one, other]).toEqual([{ value: 0.6 }, { value: 2600 }]);
  });

  it("ignores what stands behind the last parameter", async () => {
    expect(await excel.invoke("PARTS_PER_OEM", [[600]], [[17]], [[5]])).toEqual({ value: 600 / 17 });
  });

  it("declines with Excel's error and says which argument and why", async () => {
    const [text, zero, months] = await Promise.all([
      excel.invoke("CAPACITY_UTIL", [["many"]], [[1000]], null),
      excel.invoke("CAPACITY_UTIL", [[600]], [[0]], null),
      excel.invoke("CAPACITY_UTIL", [[600]], [[1000]], [[13]]),
    ]);
    expect(text).toEqual({ error: told["#VALUE!"], message: "output must be a number, not the text “many”" });
    expect(zero).toMatchObject({ error: told["#DIV/0!"] });
    expect(months).toMatchObject({ error: told["#NUM!"] });
  });

  it("declines in Chinese where Excel is Chinese, as it may become while it runs", async () => {
    language = "zh";
    expect(await excel.invoke("CAPACITY_UTIL", [["许多"]], [[1000]], null)).toEqual({
      error: told["#VALUE!"],
      message: "output 必须是数字，不能是文本“许多”",
    });
  });

  it("declines cell by cell inside a range", async () => {
    const { value } = (await excel.invoke("PARTS_PER_OEM", [[600], [600]], [[17], [0]])) as { value: unknown[][] };
    expect(value[0]).toEqual([600 / 17]);
    expect(value[1]).toMatchObject([{ basicType: "Error", basicValue: "#DIV/0!" }]);
  });

  it.each(["#N/A", "#DIV/0!", "#NUM!", "#VALUE!", "#NULL!"] as const)("lets %s out as it came in", async (code) => {
    expect(await excel.invoke("CAPACITY_UTIL", [[cellError(code)]], [[1000]], null)).toEqual({ error: told[code], message: "" });
  });

  it("lets #REF! out as it came in, which the library would make #VALUE! if it were thrown", async () => {
    const sent = await excel.invoke("CAPACITY_UTIL", [[cellError("#REF!")]], [[1000]], null);
    expect(sent).toMatchObject({ value: { basicValue: "#REF!" } });
  });

  it("names an error that a custom function cannot answer", async () => {
    expect(await excel.invoke("CAPACITY_UTIL", [[cellError("#NAME?")]], [[1000]], null)).toEqual({
      error: told["#VALUE!"],
      message: "an input holds #NAME?",
    });
  });

  it("reads a formatted number as its number", async () => {
    const formatted = { type: "FormattedNumber", basicType: "Double", basicValue: 600, numberFormat: "#,##0" };
    expect(await excel.invoke("CAPACITY_UTIL", [[formatted]], [[1000]], null)).toEqual({ value: 0.6 });
  });
});

describe("registration", () => {
  it("hands over the whole catalogue, each function under its id", () => {
    const associate = jest.fn();
    register({ associate } as unknown as CustomFunctionsRuntime, () => "en");
    expect(associate.mock.calls.map(([id]: unknown[]) => id)).toEqual(catalogue.map(({ name }) => name));
  });

  it("needs Excel's error class only when a function declines, for it loads later than the functions", () => {
    const runtime: Record<string, unknown> = {};
    const functions = new Map<string, (...args: unknown[]) => unknown>();
    runtime.associate = (id: string, calculate: () => unknown) => functions.set(id, calculate);
    register(runtime as unknown as CustomFunctionsRuntime, () => "en");
    expect(functions.get("CAPACITY_UTIL")!(600, 1000)).toBe(0.6);
    runtime.Error = class {
      constructor(readonly code: string) {}
    };
    expect(() => functions.get("CAPACITY_UTIL")!(600, 0)).toThrow(expect.objectContaining({ code: "#DIV/0!" }) as Error);
  });

  it("does nothing, and needs neither Office nor a page, where there is no Excel", async () => {
    await expect(import("../../src/excel/functions")).resolves.toBeDefined();
  });
});

describe("the language of the errors", () => {
  it.each([["zh-CN", "zh"], ["zh-TW", "zh"], ["zh", "zh"], ["en-US", "en"], ["de-DE", "en"], [undefined, "en"]])(
    "for Excel in %s is %s",
    (locale, expected) => expect(languageOf(locale)).toBe(expected),
  );
});
