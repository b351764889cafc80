import fc from "fast-check";
import { inverse as inverseByMlMatrix, Matrix as Oracle } from "ml-matrix";
import { denseKernel } from "../../src/maths/dense-kernel";
import { asItIs, plainElimination, type Elimination, type Writing } from "../../src/maths/elimination";
import { matrix, product, type Matrix } from "../../src/maths/matrix";
import { expectClose, identity, rowsOf } from "./matrices";

/** Sizes around the tile of 4, the blocks and the borders, where a slip of the edges would show. */
const sizes = fc.constantFrom(1, 2, 3, 4, 5, 7, 8, 9, 12, 31, 32, 33, 36, 63, 64, 65, 97, 127, 128, 129, 140);

const entries = fc.double({ min: -1, max: 1, noNaN: true });

/** Random numbers with a dominant diagonal out of its place: elimination must look for its pivots, and finds them. */
const squares = fc.tuple(sizes, fc.infiniteStream(entries), fc.nat(140)).map(([n, numbers, shift]) => {
  const m = matrix(n, n, Float64Array.from({ length: n * n }, () => numbers.next().value));
  for (let i = 0; i < n; i++) m.data[i * n + ((i + shift) % n)]! += n + 1;
  return m;
});

const lawful = (law: (square: Matrix) => void): void => fc.assert(fc.property(squares, law), { numRuns: 40 });

const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
const sameBits = (one: ArrayBufferView, other: ArrayBufferView): boolean => bytes(one).equals(bytes(other));

it("has a kernel here: Node knows WebAssembly with SIMD", () => expect(denseKernel()).toBeDefined());

describe.each<[string, () => Elimination]>([
  ["plain numbers", () => plainElimination],
  ["WebAssembly", () => denseKernel()!],
])("elimination in %s", (_, way) => {
  const factored = (square: Matrix) => way().factored(square, asItIs);
  const inverse = (square: Matrix): Matrix => way().inverted(square, asItIs)!;

  it("inverts by hand: 2, 1 / 1, 3 is 3, −1 / −1, 2 over 5", () => {
    expectClose(inverse(rowsOf([[2, 1], [1, 3]])).data, [0.6, -0.2, -0.2, 0.4]);
  });

  it("has an inverse that multiplies to one", () => lawful((square) => {
    expectClose(product(square, inverse(square)).data, identity(square.rows).data);
  }));

  it("has the inverse that ml-matrix finds", () => lawful((square) => {
    const oracle = inverseByMlMatrix(Oracle.from1DArray(square.rows, square.rows, square.data));
    expectClose(inverse(square).data, oracle.to1DArray());
  }));

  it("splits a matrix into a lower and an upper triangle, its rows in another order", () => lawful((square) => {
    const { n, size, lu, order } = factored(square)!;
    const part = (keep: (i: number, j: number) => boolean, own?: number): Matrix => matrix(n, n,
      Float64Array.from({ length: n * n }, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        if (i === j && own !== undefined) return own;
        return keep(i, j) ? lu[i * size + j]! : 0;
      }));
    const turned = matrix(n, n, square.data.map((_, at) => square.data[order[Math.floor(at / n)]! * n + (at % n)]!));
    expectClose(product(part((i, j) => i > j, 1), part((i, j) => i <= j)).data, turned.data);
  }));

  it("keeps the largest of a column as its pivot: no factor is above 1", () => lawful((square) => {
    const { n, size, lu } = factored(square)!;
    const factors = Array.from({ length: n }, (_, i) => [...lu.subarray(i * size, i * size + i)]).flat();
    expect(factors.every((factor) => Math.abs(factor) <= 1)).toBe(true);
  }));

  it("leaves its matrix, and what came of others before, as they were", () => lawful((square) => {
    const { rows: n, data } = square;
    const before = data.slice();
    const { lu, order } = factored(square)!;
    const all = [data, lu, order, inverse(square).data] as const;
    const copies = all.map((array) => array.slice());
    const other = matrix(n, n, data.map((value, at) => -3 * data[(at % n) * n + Math.floor(at / n)]! - value));
    factored(other);
    inverse(other);
    expect(sameBits(data, before)).toBe(true);
    expect(all.every((array, i) => sameBits(array, copies[i]!))).toBe(true);
  }));

  it("inverts what is written in place of a matrix", () => {
    const doubled: Writing = ({ data }, into) => void into.set(data.map((value) => 2 * value));
    expectClose(way().inverted(rowsOf([[4]]), doubled)!.data, [1 / 8]);
  });

  it("takes a table of 700 sectors, and a small one after it", () => {
    const n = 700;
    const net = matrix(n, n, identity(n).data.map((own, at) => own - ((at * 7919) % 1009) / 1009 / n / 1.5));
    const one = matrix(n, 1, new Float64Array(n).fill(1));
    expectClose(product(net, product(inverse(net), one)).data, one.data);
    expectClose(inverse(rowsOf([[0, 1], [2, 0]])).data, [0, 0.5, 1, 0]);
  });

  it.each([
    ["two rows alike", [[1, 2], [1, 2]]],
    ["a column of 0", [[1, 0, 2], [3, 0, 4], [5, 0, 6]]],
    ["nothing", [[0]]],
    ["what is no number", [[NaN]]],
  ])("has no factors and no inverse with %s", (_, rows) => {
    expect(factored(rowsOf(rows))).toBeUndefined();
    expect(inverse(rowsOf(rows))).toBeUndefined();
  });

  it("has no factors where the last row of many is the first again", () => {
    const n = 40;
    const m = identity(n);
    m.data.copyWithin((n - 1) * n, 0, n);
    expect(factored(m)).toBeUndefined();
    expect(way().inverted(m, asItIs)).toBeUndefined();
  });
});

describe("without WebAssembly", () => {
  const without = (module: unknown): void => {
    const whole = WebAssembly.Module;
    Object.assign(WebAssembly, { Module: module });
    try {
      jest.isolateModules(() => {
        const fresh: typeof import("../../src/maths/dense-kernel") = jest.requireActual("../../src/maths/dense-kernel");
        const { inverse }: typeof import("../../src/maths/linear-system") =
          jest.requireActual("../../src/maths/linear-system");
        expect(fresh.denseKernel()).toBeUndefined();
        expectClose(inverse(identity(50))!.data, identity(50).data);
      });
    } finally {
      Object.assign(WebAssembly, { Module: whole });
    }
  };

  it("calculates in plain numbers where a page's policy forbids to compile", () => without(() => {
    throw new WebAssembly.CompileError("blocked by Content Security Policy");
  }));

  it("calculates in plain numbers where there is none", () => without(undefined));
});
