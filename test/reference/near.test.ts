import fc from "fast-check";
import { editDistance, names, nearest, plain } from "../../src/reference/near";

const name = (en: string, zh = ""): { en: string; zh: string } => ({ en, zh });

describe("a name", () => {
  it("is known in any case, width and spacing, in both languages", () => {
    for (const written of [
      "Beijing-Tianjin-Hebei",
      " beijing tianjin  hebei ",
      "BEIJING_TIANJIN_HEBEI",
      "京津冀",
    ]) {
      expect(names(written, name("Beijing-Tianjin-Hebei", "京津冀"))).toBe(true);
    }
    expect(names("特斯拉(上海)", name("Tesla (Shanghai)", "特斯拉（上海）"))).toBe(true);
    expect(names("Beijing", name("Beijing-Tianjin-Hebei", "京津冀"))).toBe(false);
  });

  it("is plain for good after being made plain once", () => {
    fc.assert(fc.property(fc.string(), (text) => expect(plain(plain(text))).toBe(plain(text))));
  });
});

describe("edit distance", () => {
  it("counts letters added, dropped and changed", () => {
    // The textbook pair: kitten, sitten, sittin, sitting.
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "BYD")).toBe(3);
    expect(editDistance("BYD", "BYD")).toBe(0);
  });

  it("is the same both ways and never above the longer length", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe("the nearest names", () => {
  const makers = [name("BYD", "比亚迪"), name("Geely", "吉利"), name("Tesla (Shanghai)", "特斯拉（上海）")];
  const near = (written: string): string[] => nearest(written, makers).map(({ en }) => en);

  it("hold what was written, or differ by few letters", () => {
    expect(near("BYDD")).toEqual(["BYD"]);
    expect(near("Gely")).toEqual(["Geely"]);
    expect(near("tesla")).toEqual(["Tesla (Shanghai)"]);
    expect(near("亚迪")).toEqual(["BYD"]);
  });

  it("are none when all are far, or nothing was written", () => {
    expect(near("Volkswagen")).toEqual([]);
    expect(near("  ")).toEqual([]);
  });
});
