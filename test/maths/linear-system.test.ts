import fc from "fast-check";
import { Matrix as Oracle, inverse as inverseByMlMatrix } from "ml-matrix";
import { factored, inverse, inverseDiagonal, solved, solvedAcross } from "../../src/maths/linear-system";
import { matrix, product, transposed, type Matrix } from "../../src/maths/matrix";
import { expectClose, identity, rowsOf } from "./matrices";

/** Sizes around the tile of 4 and the block of 32, where a slip of the edges would show. */
const sizes = fc.constantFrom(1, 2, 3, 4, 5, 7, 8, 31, 32, 33, 36, 63, 64, 65, 97);

const entries = fc.double({ min: -1, max: 1, noNaN: true });

/** Random numbers with a dominant diagonal out of its place: elimination must look for its pivots, and finds them. */
const systems = fc.tuple(sizes, fc.infiniteStream(entries), fc.nat(96)).map(([n, numbers, shift]) => {
  const m = matrix(n, n, Float64Array.from({ length: n * n }, () => numbers.next().value));
  for (let i = 0; i < n; i++) m.data[i * n + ((i + shift) % n)]! += n + 1;
  return { m, b: Float64Array.from({ length: n }, () => numbers.next().value) };
});

const lawful = (law: (system: { m: Matrix; b: Float64Array<ArrayBuffer> }) => void): void =>
  fc.assert(fc.property(systems, law), { numRuns: 40 });

describe("a linear system", () => {
  it("is solved: 2x + y = 5, x + 3y = 10 gives x = 1, y = 3", () => {
    expectClose(solved(factored(rowsOf([[2, 1], [1, 3]]))!, [5, 10]), [1, 3]);
  });

  it("is solved across: y·M = c is the transposed system", () => {
    expectClose(solvedAcross(factored(rowsOf([[2, 0], [1, 3]]))!, [5, 9]), [1, 3]);
  });

  it("needs no order: a 0 in the first place is no obstacle", () => {
    expectClose(inverse(rowsOf([[0, 1], [1, 0]]))!.data, [0, 1, 1, 0]);
  });

  it("has an inverse that multiplies to one", () => lawful(({ m }) => {
    expectClose(product(m, inverse(m)!).data, identity(m.rows).data);
  }));

  it("has the inverse that ml-matrix finds", () => lawful(({ m }) => {
    const oracle = inverseByMlMatrix(Oracle.from1DArray(m.rows, m.rows, m.data));
    expectClose(inverse(m)!.data, oracle.to1DArray());
  }));

  it("gives back the right-hand side", () => lawful(({ m, b }) => {
    expectClose(product(m, matrix(m.rows, 1, solved(factored(m)!, b))).data, b);
    expectClose(product(transposed(m), matrix(m.rows, 1, solvedAcross(factored(m)!, b))).data, b);
  }));

  it("gives one number of the inverse's diagonal alone", () => lawful(({ m }) => {
    const system = factored(m)!;
    const whole = inverse(m)!.data;
    for (let i = 0; i < m.rows; i++) expect(inverseDiagonal(system, i)).toBeCloseTo(whole[i * (m.rows + 1)]!, 11);
  }));

  it("leaves its matrix as it was", () => lawful(({ m }) => {
    const before = m.data.slice();
    inverse(m)!;
    expect(m.data).toEqual(before);
  }));

  it.each([
    ["two rows alike", [[1, 2], [1, 2]]],
    ["a column of 0", [[1, 0, 2], [3, 0, 4], [5, 0, 6]]],
    ["nothing", [[0]]],
    ["what is no number", [[NaN]]],
  ])("has no factors with %s", (_, rows) => expect(factored(rowsOf(rows))).toBeUndefined());
});
