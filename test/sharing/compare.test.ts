import { aligned } from "../../src/sharing/alignment";
import { compare } from "../../src/sharing/compare";
import { sheet, workbook } from "./sheets";

const changes = (before: Parameters<typeof sheet>[1], after: Parameters<typeof sheet>[1]) =>
  compare(workbook(sheet("Plan", before)), workbook(sheet("Plan", after))).changes;

describe("lines of two sheets", () => {
  it("pair by their labels, through lines put in and taken out", () => {
    expect(aligned(["a", "b", "c"], ["a", "x", "b", "c"])).toEqual([[0, 0], [1, 2], [2, 3]]);
    expect(aligned(["a", "b", "c"], ["b", "c"])).toEqual([[1, 0], [2, 1]]);
  });

  it("pair in order where they have no labels, or the same ones", () => {
    expect(aligned([undefined, undefined], [undefined, undefined, undefined])).toEqual([[0, 0], [1, 1]]);
    expect(aligned(["a", "a", "b"], ["a", "a", "b"])).toEqual([[0, 0], [1, 1], [2, 2]]);
  });

  it("never cross", () => {
    const pairs = aligned(["a", "b", "c", "d"], ["d", "a", "b", "c"]);
    expect(pairs).toEqual([[0, 1], [1, 2], [2, 3]]);
  });
});

describe("the comparison of two workbooks", () => {
  it("tells inputs, formulas, results and notes apart", () => {
    const before = {
      A1: "Output", B1: 80, A2: "Capacity", B2: { value: 100, note: "Source: plan 2024" },
      A3: "Use", B3: { value: 0.8, formula: "=B1/B2" }, A4: "Idle", B4: { value: 20, formula: "=B2-B1" },
    };
    const after = {
      A1: "Output", B1: 90, A2: "Capacity", B2: { value: 100, note: "Source: plan 2025" },
      A3: "Use", B3: { value: 0.9, formula: "=B1/B2" }, A4: "Idle", B4: { value: 10, formula: "=MAX(0,B2-B1)" },
    };
    expect(changes(before, after).map(({ kind, address, label }) => [kind, address, label])).toEqual([
      ["input", "B1", "Output"], ["note", "B2", "Capacity"], ["result", "B3", "Use"], ["formula", "B4", "Idle"],
    ]);
  });

  it("is not misled by a row put in: what moved is the same", () => {
    const before = { A1: "Output", B1: 80, A2: "Use", B2: { value: 160, formula: "=B1*2" }, A3: "End", B3: 1 };
    const after = { A1: "Output", B1: 80, A2: "New", B2: 5, A3: "Use", B3: { value: 160, formula: "=B1*2" }, A4: "End", B4: 1 };
    expect(changes(before, after).map(({ kind, address }) => [kind, address])).toEqual([
      ["added", "A2"], ["added", "B2"],
    ]);
  });

  it("takes a formula that moved together with what it reads for the same", () => {
    const before = { A1: "One", B1: 2, A2: "Use", B2: { value: 6, formula: "=C2*$B$1" }, C2: 3 };
    const after = { A1: "One", B1: 2, A2: "New", A3: "Use", B3: { value: 6, formula: "=C3*$B$1" }, C3: 3 };
    expect(changes(before, after).map(({ kind, address }) => [kind, address])).toEqual([["added", "A2"]]);
    const other = { ...after, B3: { value: 6, formula: "=C3*$B$2" } };
    expect(changes(before, other).map(({ kind, address }) => [kind, address])).toContainEqual(["formula", "B3"]);
  });

  it("leaves differences of the last digit aside", () => {
    expect(changes({ A1: { value: 0.3, formula: "=0.1+0.2" } }, { A1: { value: 0.1 + 0.2, formula: "=0.1+0.2" } })).toEqual([]);
  });

  it("names sheets and names that came, went or changed", () => {
    const before = { ...workbook(sheet("Old", { A1: 1 }), sheet("Plan", {})), names: [{ name: "rate", formula: "=0.05" }] };
    const after = { ...workbook(sheet("PLAN", {}), sheet("New", { A1: 1 })), names: [{ name: "rate", formula: "=0.04" }] };
    expect(compare(before, after)).toEqual({
      sheetsAdded: ["New"], sheetsRemoved: ["Old"], changes: [], names: [{ name: "rate", before: "=0.05", after: "=0.04" }],
    });
  });
});
