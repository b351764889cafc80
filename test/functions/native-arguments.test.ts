import { catalogue, nativeBlock, nativeFormula } from "../../src/functions";

const always = catalogue.filter(({ native }) => !("none" in native || "some" in native));

describe.each(always)("the native form of $name", (definition) => {
  const names = Object.keys(definition.parameters);
  const optional = names.filter((name) => definition.parameters[name]!.optional);
  const omissions = optional.reduce<string[][]>((sets, name) => sets.flatMap((set) => [set, [...set, name]]), [[]]);
  const placeOf = (name: string): string => `${String.fromCharCode(65 + names.indexOf(name))}1`;

  const written = (omitted: readonly string[]): string | undefined => {
    const places = names.map((name) => (omitted.includes(name) ? null : placeOf(name)));
    const block = nativeBlock(definition, places, places.map((place) => (place ? { rows: 2, columns: 2 } : null)));
    if (!block) return nativeFormula(definition, places);
    const cells = Object.fromEntries(block.helpers.map(({ name }) => [name, "Z1"]));
    return [...block.helpers.map(({ formula }) => formula(cells)), block.result(cells)].join(";");
  };

  it("looks at every argument that is given, and leaves no empty place for one that is not", () => {
    for (const omitted of omissions) {
      const formula = written(omitted)!.replaceAll(/"[^"]*"/g, '""');
      const given = names.filter((name) => !omitted.includes(name));
      expect({ omitted, unread: given.filter((name) => !new RegExp(`\\b${placeOf(name)}\\b`).test(formula)) })
        .toEqual({ omitted, unread: [] });
      expect(formula).not.toMatch(/[(,*\/+^=<>][),*\/^;]|[(,*\/+^]=|[(,*\/+^=<>]$|^$|undefined/);
    }
  });
});
