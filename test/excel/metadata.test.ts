import { functionsFile } from "../../src/excel/metadata";
import { catalogue, find, type Definition } from "../../src/functions";
import type { Language } from "../../src/refusal";
import { parsedByMicrosoft } from "./hand-written";

const languages: readonly Language[] = ["en", "zh"];

const entry = (name: string, language: Language = "en") =>
  functionsFile(catalogue, language).functions.find(({ id }) => id === name)!;

/** The generator keeps the quotation marks around a member's name, and never sets the flag for errors. */
function asGenerated(definition: Definition, language: Language): unknown {
  const { allowErrorForDataTypeAny, ...rest } = functionsFile([definition], language);
  expect(allowErrorForDataTypeAny).toBe(true);
  return JSON.parse(JSON.stringify(rest), function (this: object, key, value: unknown) {
    return key === "name" && "tooltip" in this ? `"${value as string}"` : value;
  });
}

describe("functions.json", () => {
  it.each(catalogue.map((definition) => [definition.name, definition] as const))(
    "describes %s as Microsoft's generator would, in both languages",
    async (_, definition) => {
      for (const language of languages) {
        expect(asGenerated(definition, language)).toEqual(await parsedByMicrosoft(definition, language));
      }
    },
  );

  it("lists the whole catalogue", () => {
    expect(functionsFile(catalogue, "en").functions.map(({ id }) => id)).toEqual(catalogue.map(({ name }) => name));
  });

  it("keeps ids, names and parameters the same in every language", () => {
    const signatures = (language: Language) => functionsFile(catalogue, language).functions
      .map(({ id, name, parameters }) => [id, name, ...parameters.map((parameter) => parameter.name)]);
    expect(signatures("zh")).toEqual(signatures("en"));
  });

  it("says the default at the end of a parameter's description", () => {
    const months = (language: Language) => entry("CAPACITY_UTIL", language).parameters[2]!.description;
    expect(months("en")).toBe("Months that the output covers, up to 12. Default 12.");
    expect(months("zh")).toBe("产量覆盖的月数，至多 12。默认 12。");
  });

  it("takes a range for every number, because one that is not a list broadcasts", () => {
    for (const { dimensionality } of [...entry("CAPACITY_UTIL").parameters, ...entry("STD_CAPACITY").parameters]) {
      expect(dimensionality).toBe("matrix");
    }
  });

  it("takes one value for a choice and a flag", () => {
    const [values, scale, normalised] = entry("HHI_INDEX").parameters;
    expect(values).toMatchObject({ type: "any", dimensionality: "matrix" });
    expect(scale).toEqual({
      name: "scale",
      description: "10000, or 1 for an index from 0 to 1. Default 10000.",
      type: "number",
      optional: true,
      customEnumId: "HHI_INDEX_SCALE",
    });
    expect(normalised).toMatchObject({ type: "any", optional: true });
    expect(normalised).not.toHaveProperty("dimensionality");
  });

  it("has an enumeration for every choice, under the id that the parameter names", () => {
    const { functions, enums } = functionsFile(catalogue, "en");
    const named = functions.flatMap(({ parameters }) => parameters.flatMap(({ customEnumId }) => customEnumId ?? []));
    expect(enums!.map(({ id }) => id)).toEqual(named);
    expect(new Set(named).size).toBe(named.length);
  });

  it("has no enumerations where no function has a choice", () => {
    expect(functionsFile([find("STD_CAPACITY")!], "en")).not.toHaveProperty("enums");
  });
});
