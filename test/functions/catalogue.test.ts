import { call, catalogue, type Definition, type Example, type Scalar } from "../../src/functions";

const cases = catalogue.flatMap((definition) =>
  definition.examples.map((example): [string, Definition, Example] => [`${definition.name}: ${example.from}`, definition, example]),
);

/** As a user would lay it out: a list stands in one column. */
const written = (value: unknown): unknown =>
  Array.isArray(value) && !Array.isArray(value[0]) ? value.map((cell) => [cell]) : (value ?? null);

const close = (found: unknown, expected: Scalar): void => {
  if (typeof expected !== "number") expect(found).toBe(expected);
  else expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
};

describe("the catalogue", () => {
  it.each(cases)("gives the worked example of %s", (_, definition, { given, gives }) => {
    const outcome = call(definition, Object.keys(definition.parameters).map((name) => written(given[name])));
    if (gives instanceof RegExp) return expect(outcome).toMatch(gives);
    if (!Array.isArray(gives)) return close(Array.isArray(outcome) ? outcome[0][0] : outcome, gives as Scalar);
    const found = outcome as unknown[][];
    gives.forEach((line, i) => line.forEach((expected: Scalar, j: number) => close(found[i]![j], expected)));
  });

  it("has a name once", () => {
    const names = catalogue.map(({ name }) => name.replaceAll(".", "_"));
    expect(new Set(names).size).toBe(names.length);
  });

  it("uses names that Excel takes: three characters or more, never shaped like a cell", () => {
    for (const { name } of catalogue) {
      expect(name).toMatch(/^[A-Z][A-Z0-9_.]{2,127}$/);
      expect(name).not.toMatch(/^([A-Z]{1,3}\d+|R\d*C\d*)$/);
    }
  });

  it("puts optional parameters last", () => {
    for (const { parameters } of catalogue) {
      const optional = Object.values(parameters).map((parameter) => parameter.optional);
      expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
    }
  });

  it("names an existing parameter wherever sizes must match", () => {
    for (const { parameters } of catalogue) {
      for (const { sameSizeAs } of Object.values(parameters)) {
        if (sameSizeAs !== undefined) expect(Object.keys(parameters)).toContain(sameSizeAs);
      }
    }
  });

  it("says everything in English and Chinese", () => {
    for (const { title, summary, method, parameters, returns } of catalogue) {
      const texts = [title, summary, method, returns.text, ...Object.values(parameters).map(({ text }) => text)];
      for (const { en, zh } of texts) {
        expect(en).toMatch(/[a-z]/i);
        expect(en).not.toMatch(/[\u4e00-\u9fff]/);
        expect(zh.length).toBeGreaterThan(1);
      }
    }
  });
});

