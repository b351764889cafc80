import fc from "fast-check";
import { covers } from "../../src/formulas/addresses";
import { coveredPlaces } from "../../src/xlsx/covered-places";

const index = fc.nat(12);
const places = fc.array(fc.record({ row: index, column: index }), { maxLength: 30 });
const size = fc.integer({ min: 1, max: 8 });
const areas = fc.array(fc.record({ row: index, column: index, rows: size, columns: size }), { maxLength: 8 });

describe("the places that areas cover", () => {
  it("are those that one of them covers, in whatever order both are given", () => {
    fc.assert(fc.property(places, areas, (all, given) => {
      const covered = all.filter(({ row, column }) => given.some((area) => covers(area, row, column)));
      const found = coveredPlaces(all, given);
      expect(all.filter((place) => found.has(place))).toEqual(covered);
    }));
  });

  it("reach to the last cell of a sheet", () => {
    const last = { row: 1_048_575, column: 16_383 };
    const whole = { row: 0, column: 0, rows: 1_048_576, columns: 16_384 };
    expect(coveredPlaces([last], [whole])).toEqual(new Set([last]));
  });
});
