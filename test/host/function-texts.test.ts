import { catalogue, find } from "../../src/functions";
import { functionInfos, functionTexts } from "../../src/host/function-texts";

type Tree = { [key: string]: Tree | string };
type Found = Tree | string | undefined;
const looked = (texts: Tree, key: string): Found =>
  key.split(".").reduce<Found>((at, step) => (at as Tree | undefined)?.[step], texts);

const infos = functionInfos(catalogue);
const texts = { en: functionTexts(catalogue, "en") as Tree, zh: functionTexts(catalogue, "zh") as Tree };

describe("what Univer shows while one of our functions is typed", () => {
  it("has a text for every key in both languages", () => {
    const keys = infos.flatMap(({ description, abstract, functionParameter }) => [
      description, abstract, ...functionParameter.flatMap(({ name, detail }) => [name, detail]),
    ]);
    for (const language of ["en", "zh"] as const) {
      expect(keys.filter((key) => typeof looked(texts[language], key) !== "string")).toEqual([]);
    }
  });

  it("says the title, the definition and the parameters of a function", () => {
    const { title, parameters } = find("CAPACITY_UTIL")!;
    const info = infos.find(({ functionName }) => functionName === "POLICY.CAPACITY_UTIL")!;
    expect(looked(texts.zh, info.abstract)).toBe(title.zh);
    expect(info.functionParameter.map(({ name }) => looked(texts.zh, name))).toEqual(Object.keys(parameters));
    expect(info.functionParameter.map(({ require }) => require)).toEqual([1, 1, 0]);
    expect(info.functionParameter.map(({ example }) => example)).toEqual(["A2:A9", "B2:B9", "12"]);
  });
});
