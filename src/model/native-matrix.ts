import { factored, inverse } from "../maths/linear-system";
import { type Matrix, matrix, product } from "../maths/matrix";
import { valuesIn, whole } from "./aggregates";
import { asGrid, laneOf } from "./draws";
import type { Chapter, Lifted } from "./lifting";
import { finite, type Given, Grid, isError, numberOf, type Value, type Wide, wrongNumber, wrongValue } from "./values";

/** Excel takes numbers alone: an empty cell or a text gives #VALUE!. */
function matrixOf(arg: Given): Matrix | Value {
  const { rows, columns } = asGrid(arg ?? null);
  const values = valuesIn(arg);
  const fault = values.find(isError);
  if (fault) return fault;
  if (!values.every((value) => typeof value === "number")) return wrongValue;
  return matrix(rows, columns, Float64Array.from(values));
}

const isMatrix = (found: Matrix | Value): found is Matrix => typeof found === "object" && found !== null && "data" in found;

const gridOf = ({ rows, columns, data }: Matrix): Grid => new Grid(rows, columns, Array.from(data, finite));

const ofSquare = (calculate: (square: Matrix) => Wide): Lifted => whole(([arg]) => {
  const found = matrixOf(arg);
  if (!isMatrix(found)) return found;
  return found.rows === found.columns ? calculate(found) : wrongValue;
});

const multiplied = whole(([one, other]) => {
  const [a, b] = [matrixOf(one), matrixOf(other)];
  if (!isMatrix(a)) return a;
  if (!isMatrix(b)) return b;
  return a.columns === b.rows ? gridOf(product(a, b)) : wrongValue;
});

/** Singular to working precision, as Excel finds {1,2,3;4,5,6;7,8,9} to be. */
function inverted(square: Matrix): Wide {
  const found = inverse(square);
  return found?.data.every(Number.isFinite) ? gridOf(found) : wrongNumber;
}

function determinant(square: Matrix): Wide {
  const system = factored(square);
  if (!system) return 0;
  let result = 1;
  for (let i = 0; i < system.n; i++) result *= system.lu[i * system.size + i]!;
  return finite(isOdd(system.order.subarray(0, system.n)) ? -result : result);
}

/** Whether an odd number of exchanges makes this order: each cycle of k places takes k − 1. */
function isOdd(order: ArrayLike<number>): boolean {
  const seen = new Set<number>();
  let cycles = 0;
  for (let i = 0; i < order.length; i++) {
    if (!seen.has(i)) cycles++;
    for (let at = i; !seen.has(at); at = order[at]!) seen.add(at);
  }
  return (order.length - cycles) % 2 === 1;
}

const unit = whole(([size]) => {
  const number = numberOf(laneOf(size) as Value);
  if (isError(number)) return number;
  const n = Math.trunc(number);
  if (n < 1) return wrongValue;
  return new Grid(n, n, Array.from({ length: n * n }, (_, i) => Number(i % (n + 1) === 0)));
});

export const matrices: Chapter = {
  MMULT: { least: 2, most: 2, calculate: multiplied },
  MINVERSE: { least: 1, most: 1, calculate: ofSquare(inverted) },
  MDETERM: { least: 1, most: 1, calculate: ofSquare(determinant) },
  MUNIT: { least: 1, most: 1, calculate: unit },
};
