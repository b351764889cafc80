import fc from "fast-check";
import { locationalGini, theilL } from "../../src/maths/inequality";

describe("locationalGini", () => {
  it("does not see places that hold nothing of either, wherever they stand", () => {
    const place = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 99 }));
    const sizes = fc.array(place, { minLength: 2, maxLength: 12 });
    fc.assert(fc.property(sizes, fc.array(fc.nat(12), { maxLength: 6 }), (places, empty) => {
      const among = places.slice();
      for (const at of empty) among.splice(at, 0, [0, 0]);
      const of = (pairs: readonly (readonly [number, number])[]): number =>
        locationalGini(Float64Array.from(pairs, ([part]) => part), Float64Array.from(pairs, ([, whole]) => whole));
      fc.pre(places.some(([, whole]) => whole > 0));
      expect(of(among)).toBeCloseTo(of(places), 12);
    }));
  });
});

describe("theilL", () => {
  it("is the mean of ln 2 and ln 2/3 for 1 and 3", () => {
    expect(theilL(Float64Array.of(1, 3))).toBeCloseTo(Math.log(4 / 3) / 2, 14);
  });
});
