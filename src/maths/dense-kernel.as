/**
 * AssemblyScript: what `elimination.ts` does, two numbers at a time. The matrix stands at address 0, row after row, its
 * inverse behind it, then the order of rows and what is being multiplied. Rows and columns fill whole tiles of 4.
 * Work is halved until it is small (Toledo 1997), so that nearly all of it is products of large blocks. Products are
 * rounded before they are added: a fused step is faster on some processors, and absent on others. So every engine
 * gives the same result, to the last bit.
 */

const number: usize = 8;
const tile: i32 = 4;

/** Columns or rows that are worked on one by one. */
const least: i32 = 8;

/** Rows and sums of a product at once: a block of this size stays near the processor. */
const mostRows: i32 = 128;
const mostSums: i32 = 256;

let size: i32 = 0;
let row: usize = 0;
let whole: usize = 0;
let order: usize = 0;
let strip: usize = 0;
let panel: usize = 0;

/** Makes room for a matrix of so many rows. */
export function prepare(rows: i32): void {
  size = rows;
  row = <usize>rows * number;
  whole = <usize>rows * row;
  order = 2 * whole;
  strip = order + row;
  panel = strip + max(row, <usize>(mostSums * tile) * number);
  const pages = <i32>((panel + <usize>(mostSums * mostRows) * number + 0xffff) >>> 16);
  if (memory.size() < pages) memory.grow(pages - memory.size());
}

/** P·M = L·U in the place of M; false where no pivot is left. */
export function factor(): bool {
  for (let i = 0; i < size; i++) store<i32>(order + (<usize>i << 2), i);
  return factorColumns(0, size);
}

/** M⁻¹, without the border: n rows and columns behind the factors. */
export function invert(n: i32): void {
  memory.fill(whole, 0, whole);
  for (let i = 0; i < size; i++) store<f64>(at(whole, i, i), 1);
  reduce(whole, 0, size, 0, true);
  divide(0, size);
  for (let i = 0; i < n; i++) restore(i, n);
}

/** One row of U⁻¹ L⁻¹, its columns in the order of rows, to its place in the inverse. */
function restore(i: i32, n: i32): void {
  memory.copy(strip, at(whole, i, 0), row);
  const into = whole + <usize>(i * n) * number;
  for (let j = 0; j < n; j++) {
    const column = load<i32>(order + (<usize>j << 2));
    store<f64>(into + <usize>column * number, load<f64>(strip + <usize>j * number));
  }
}

@inline
function at(matrix: usize, i: i32, j: i32): usize {
  return matrix + <usize>i * row + <usize>j * number;
}

@inline
function middle(from: i32, to: i32): i32 {
  return from + (((to - from) / 2 + tile - 1) & -tile);
}

@inline
function plus(sum: v128, a: v128, b: v128): v128 {
  return f64x2.add(sum, f64x2.mul(a, b));
}

@inline
function minus(sum: v128, a: v128, b: v128): v128 {
  return f64x2.sub(sum, f64x2.mul(a, b));
}

function factorColumns(from: i32, to: i32): bool {
  if (to - from <= tile) return eliminate(from);
  const half = middle(from, to);
  if (!factorColumns(from, half)) return false;
  reduce(0, from, half, half, false, to);
  subtractProduct(0, 0, half, size, from, half, half, to, false);
  return factorColumns(half, to);
}

/** Four columns, in all rows below. */
function eliminate(from: i32): bool {
  for (let j = from; j < from + tile; j++) {
    const best = largestBelow(j);
    const pivot = load<f64>(at(0, best, j));
    if (!(Math.abs(pivot) > 0)) return false;
    if (best != j) exchange(j, best);
    const past = j - from;
    const kept = at(0, j, from);
    const one = v128.and(v128.load(kept), past == 0 ? i64x2(0, -1) : i64x2.splat(0));
    const other = v128.and(v128.load(kept, 16), past < 2 ? i64x2.splat(-1) : past == 2 ? i64x2(0, -1) : i64x2.splat(0));
    for (let i = j + 1, into = at(0, j + 1, from); i < size; i++, into += row) {
      const share = load<f64>(into + <usize>past * number) / pivot;
      const shares = f64x2.splat(share);
      v128.store(into, minus(v128.load(into), shares, one));
      v128.store(into, minus(v128.load(into, 16), shares, other), 16);
      store<f64>(into + <usize>past * number, share);
    }
  }
  return true;
}

function largestBelow(column: i32): i32 {
  let best = column;
  let most = Math.abs(load<f64>(at(0, column, column)));
  for (let i = column + 1, from = at(0, column + 1, column); i < size; i++, from += row) {
    const value = Math.abs(load<f64>(from));
    if (value > most) {
      most = value;
      best = i;
    }
  }
  return best;
}

function exchange(one: i32, other: i32): void {
  const upper = at(0, one, 0), lower = at(0, other, 0);
  for (let j: usize = 0; j < row; j += 16) {
    const kept = v128.load(upper + j);
    v128.store(upper + j, v128.load(lower + j));
    v128.store(lower + j, kept);
  }
  const first = order + (<usize>one << 2), second = order + (<usize>other << 2);
  const kept = load<i32>(first);
  store<i32>(first, load<i32>(second));
  store<i32>(second, kept);
}

/** Takes the unit lower triangle off rows of `into`: in some columns, or, in a lower triangle, up to its diagonal. */
function reduce(into: usize, from: i32, to: i32, first: i32, lower: bool, end: i32 = 0): void {
  if (to - from <= least) {
    for (let i = from + 1; i < to; i++) {
      for (let k = from; k < i; k++) subtractRow(into, i, k, first, lower ? to : end);
    }
    return;
  }
  const half = middle(from, to);
  reduce(into, from, half, first, lower, end);
  subtractProduct(into, into, half, to, from, half, first, lower ? half : end, lower);
  reduce(into, half, to, first, lower, end);
}

/** Undoes the upper triangle, from below. */
function divide(from: i32, to: i32): void {
  if (to - from <= least) {
    for (let i = to - 1; i >= from; i--) {
      for (let k = i + 1; k < to; k++) subtractRow(whole, i, k, 0, size);
      divideRow(i);
    }
    return;
  }
  const half = middle(from, to);
  divide(half, to);
  subtractProduct(whole, whole, from, half, half, to, 0, size, false);
  divide(from, half);
}

/** Row i of `into` less row k times what stands at (i, k) of the factors. */
function subtractRow(into: usize, i: i32, k: i32, first: i32, end: i32): void {
  const factors = v128.load64_splat(at(0, i, k));
  let from = at(into, k, first);
  const stop = at(into, i, end);
  for (let to = at(into, i, first); to < stop; to += 32, from += 32) {
    v128.store(to, minus(v128.load(to), factors, v128.load(from)));
    v128.store(to, minus(v128.load(to, 16), factors, v128.load(from, 16)), 16);
  }
}

function divideRow(i: i32): void {
  const pivots = v128.load64_splat(at(0, i, i));
  const stop = at(whole, i, size);
  for (let to = at(whole, i, 0); to < stop; to += 16) v128.store(to, f64x2.div(v128.load(to), pivots));
}

/** into[rows, columns] −= factors[rows, inner] · right[inner, columns]; of a lower triangle, only what is not 0. */
function subtractProduct(
  into: usize, right: usize, firstRow: i32, endRow: i32, from: i32, to: i32, first: i32, end: i32, lower: bool,
): void {
  for (let k = from; k < to; k += mostSums) {
    const stop = min(k + mostSums, to);
    for (let i = firstRow; i < endRow; i += mostRows) {
      const last = min(i + mostRows, endRow);
      packRows(i, last, k, stop);
      for (let j = first; j < end; j += tile) {
        const start = lower ? max(k, j) : k;
        if (start < stop) subtractStrip(into, right, i, last, k, start, stop, j);
      }
    }
  }
}

/** Factors of four rows side by side, so that a tile reads them one after the other. */
function packRows(i: i32, end: i32, from: i32, to: i32): void {
  let packed = panel;
  for (; i < end; i += tile) {
    let first = at(0, i, from), second = first + row, third = second + row, fourth = third + row;
    for (let k = from; k < to; k += 2, packed += 64, first += 16, second += 16, third += 16, fourth += 16) {
      const a = v128.load(first), b = v128.load(second), c = v128.load(third), d = v128.load(fourth);
      v128.store(packed, v128.shuffle<f64>(a, b, 0, 2));
      v128.store(packed, v128.shuffle<f64>(c, d, 0, 2), 16);
      v128.store(packed, v128.shuffle<f64>(a, b, 1, 3), 32);
      v128.store(packed, v128.shuffle<f64>(c, d, 1, 3), 48);
    }
  }
}

function subtractStrip(
  into: usize, right: usize, i: i32, end: i32, from: i32, start: i32, to: i32, column: i32,
): void {
  let packed = strip;
  for (let k = start, source = at(right, start, column); k < to; k++, source += row, packed += 32) {
    v128.store(packed, v128.load(source));
    v128.store(packed, v128.load(source, 16), 16);
  }
  let rows = panel + <usize>(start - from) * 32;
  for (; i < end; i += tile, rows += <usize>(to - from) * 32) subtractTile(at(into, i, column), rows, packed);
}

/** 16 sums at once. Not unrolled: engines would then load more than they have registers for. */
function subtractTile(into: usize, rows: usize, end: usize): void {
  let a0 = f64x2.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
  for (let next = strip; next < end; next += 32, rows += 32) {
    const left = v128.load(next), right = v128.load(next, 16);
    const a = v128.load64_splat(rows), b = v128.load64_splat(rows, 8);
    const c = v128.load64_splat(rows, 16), d = v128.load64_splat(rows, 24);
    a0 = plus(a0, a, left); a1 = plus(a1, a, right);
    b0 = plus(b0, b, left); b1 = plus(b1, b, right);
    c0 = plus(c0, c, left); c1 = plus(c1, c, right);
    d0 = plus(d0, d, left); d1 = plus(d1, d, right);
  }
  subtractPair(into, a0, a1);
  subtractPair(into + row, b0, b1);
  subtractPair(into + 2 * row, c0, c1);
  subtractPair(into + 3 * row, d0, d1);
}

@inline
function subtractPair(into: usize, one: v128, other: v128): void {
  v128.store(into, f64x2.sub(v128.load(into), one));
  v128.store(into, f64x2.sub(v128.load(into, 16), other), 16);
}
