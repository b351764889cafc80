import { excelRuntime, type Sent } from "../excel/excel-runtime";

/*
 * Microsoft's own runtime for custom functions, driven as Excel drives it: what an
 * associated function returns or throws, and what is sent to Excel for it.
 */
describe("what Excel receives for a custom function", () => {
  const { customFunctions, invoke } = excelRuntime();
  const error = new customFunctions.Error("#VALUE!" as CustomFunctions.ErrorCode, "values must not be below 0");
  const functions = {
    NUMBER: () => 0.8,
    TEXT: () => "n/a",
    FLAG: () => true,
    TABLE: () => [[1, 2], [3, 4]],
    GIVEN: (...given: unknown[]) => JSON.stringify(given.slice(0, -1)),
    THROWN: () => {
      throw error;
    },
    RETURNED: () => error,
    AMONG: () => [[1, error]],
    ENDLESS: () => [[NaN, Infinity]],
  };
  const sent = {} as Record<keyof typeof functions, Sent>;

  /** All at once: the runtime waits half a second between one delivery and the next. */
  beforeAll(async () => {
    await Promise.all(Object.entries(functions).map(async ([id, implementation]) => {
      customFunctions.associate(id, implementation);
      sent[id as keyof typeof functions] = await invoke(id, 1, [[2]], null);
    }));
  });

  it("is a number, a text, a flag or a table as it is", () => {
    expect(sent.NUMBER).toEqual({ value: 0.8 });
    expect(sent.TEXT).toEqual({ value: "n/a" });
    expect(sent.FLAG).toEqual({ value: true });
    expect(sent.TABLE).toEqual({ value: [[1, 2], [3, 4]] });
  });

  it("was computed from the arguments in order, an omitted one as null", () => {
    expect(sent.GIVEN).toEqual({ value: "[1,[[2]],null]" });
  });

  it("is code and message of an error, thrown or returned, also inside a table", () => {
    const value = { basicValue: "#VALUE!", errorType: "Value", message: "values must not be below 0" };
    expect(sent.THROWN).toEqual({ error: 7, message: "values must not be below 0" });
    expect(sent.RETURNED).toMatchObject({ value });
    expect(sent.AMONG).toMatchObject({ value: [[1, value]] });
  });

  it("is nothing for a NaN or Infinity in a table, which Excel shows as 0: they must never leave us", () => {
    expect(sent.ENDLESS).toEqual({ value: [[null, null]] });
  });
});
