import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { packages } from "../../src/reference/packages";

type Loader = (this: { getOptions(): { without?: readonly string[] } }, text: string) => string;

interface Rule {
  readonly parser?: { parse(text: string): { resources: object[] } };
}

const csvLoader = jest.requireActual<Loader>("../../tools/csv-transform");
const { leanData } = jest.requireActual<{ leanData: readonly Rule[] }>("../../tools/lean-data");

const file = resolve(__dirname, "../../assets/reference/trade/eu_cvd.csv");
const trade = packages.find(({ descriptor }) => descriptor.name === "trade")!;

/** The rows that webpack would put into a script with these options. */
function loaded(without?: readonly string[]): unknown {
  const code = csvLoader.call({ getOptions: () => ({ without }) }, readFileSync(file, "utf8"));
  return new Function(code.replace("export default", "return"))();
}

describe("the data in what Excel loads to calculate", () => {
  it("is that of the files, row for row, but for the notes", () => {
    expect(loaded()).toEqual(trade.files["eu_cvd.csv"]);
    const short = trade.files["eu_cvd.csv"].map(({ note: _, noteZh: __, ...row }) => row);
    expect(loaded(["note", "noteZh"])).toEqual(short);
  });

  it("is not built from a line with a cell too many or too few", () => {
    const build = (text: string): string => csvLoader.call({ getOptions: () => ({}) }, text);
    expect(() => build("key,value\nBYD,1\nGeely\n")).toThrow("Line 3 of the CSV file");
    expect(() => build("key,value\nBYD,1,2\n")).toThrow("Line 2 of the CSV file");
  });

  it("keeps of a descriptor what a look-up and a citation need", () => {
    const descriptor = leanData[1].parser!.parse(JSON.stringify(trade.descriptor));
    expect(descriptor).toMatchObject({
      name: "trade",
      version: trade.descriptor.version,
      sources: trade.descriptor.sources,
    });
    expect(Object.keys(descriptor.resources[0])).toEqual([
      "name",
      "verify",
      "path",
      "title",
      "titleZh",
      "key",
      "fields",
    ]);
  });
});
