import fc from "fast-check";
import { EigenvalueDecomposition, Matrix as Oracle } from "ml-matrix";
import { matrix, product, type Matrix } from "../../src/maths/matrix";
import { symmetricSpectrum } from "../../src/maths/symmetric-eigen";
import { expectClose, identity, rowsOf } from "./matrices";

const entries = fc.double({ min: -10, max: 10, noNaN: true });

/** Some with places that are 0, in which nothing needs to be turned. */
const symmetric = fc.tuple(fc.integer({ min: 1, max: 24 }), fc.infiniteStream(entries), fc.boolean())
  .map(([n, numbers, thin]) => {
    const square = matrix(n, n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const value = numbers.next().value;
        square.data[i * n + j] = square.data[j * n + i] = thin && value < 5 ? 0 : value;
      }
    }
    return square;
  });

const lawful = (law: (square: Matrix) => void): void => fc.assert(fc.property(symmetric, law), { numRuns: 100 });

const together = (vectors: readonly Float64Array[]): Matrix =>
  matrix(vectors.length, vectors.length, Float64Array.from(vectors.flatMap((vector) => [...vector])));

describe("the spectrum of a symmetric matrix", () => {
  it("is 3 and 1 for 2, 1 / 1, 2, along the diagonals of the plane", () => {
    const { values, vectors } = symmetricSpectrum(rowsOf([[2, 1], [1, 2]]));
    expectClose(values, [3, 1]);
    expectClose(vectors[0]!.map(Math.abs), [Math.SQRT1_2, Math.SQRT1_2]);
    expect(vectors[1]![0]! * vectors[1]![1]!).toBeCloseTo(-0.5, 14);
  });

  it("is 2 − 2 cos(kπ / (n + 1)) for second differences (Strang, Computational Science and Engineering, 1.5)", () => {
    const n = 60;
    const differences = matrix(n, n, Float64Array.from({ length: n * n }, (_, at) => {
      const away = Math.abs(Math.floor(at / n) - (at % n));
      return away === 0 ? 2 : away === 1 ? -1 : 0;
    }));
    const known = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1)));
    expectClose(symmetricSpectrum(differences).values, known);
  });

  it("is n and otherwise 0 where all is 1", () => {
    const n = 30;
    const { values, vectors } = symmetricSpectrum(matrix(n, n, new Float64Array(n * n).fill(1)));
    expectClose(values, [n, ...new Array<number>(n - 1).fill(0)]);
    expectClose(vectors[0]!.map(Math.abs), new Array<number>(n).fill(1 / Math.sqrt(n)));
  });

  it.each([
    ["one number", [[-4]], [-4]],
    ["nothing but 0", [[0, 0, 0], [0, 0, 0], [0, 0, 0]], [0, 0, 0]],
    ["a diagonal", [[1, 0, 0], [0, 3, 0], [0, 0, 2]], [3, 2, 1]],
    ["two numbers, equal and opposite", [[0, 5], [5, 0]], [5, -5]],
    ["numbers whose squares are too large", [[1e200, 0, 3e200], [0, 1e200, 4e200], [3e200, 4e200, 1e200]], [6e200, 1e200, -4e200]],
    ["numbers whose squares are 0", [[1e-200, 0, 3e-200], [0, 1e-200, 4e-200], [3e-200, 4e-200, 1e-200]], [6e-200, 1e-200, -4e-200]],
  ])("of %s", (_, rows, values) => {
    const found = symmetricSpectrum(rowsOf(rows)).values;
    values.forEach((value, i) => expect(Math.abs(found[i]! - value)).toBeLessThanOrEqual(1e-14 * Math.abs(values[0]!)));
  });

  it("falls, and is what ml-matrix finds", () => lawful((square) => {
    const oracle = new EigenvalueDecomposition(Oracle.from1DArray(square.rows, square.rows, square.data), {
      assumeSymmetric: true,
    });
    expectClose(symmetricSpectrum(square).values, oracle.realEigenvalues.sort((one, other) => other - one));
  }));

  it("stretches its vectors, which are at right angles and of length 1", () => lawful((square) => {
    const { values, vectors } = symmetricSpectrum(square);
    const n = square.rows;
    const across = matrix(n, n, Float64Array.from({ length: n * n }, (_, at) => vectors[at % n]![Math.floor(at / n)]!));
    expectClose(product(together(vectors), across).data, identity(n).data);
    expectClose(product(square, across).data, across.data.map((value, at) => value * values[at % n]!));
  }));

  it("leaves its matrix as it was", () => lawful((square) => {
    const before = square.data.slice();
    symmetricSpectrum(square);
    expect(square.data).toEqual(before);
  }));
});
