import { mean } from "./sample";

/** Rank of every value from 1, equal values sharing the mean of their ranks. */
export function ranks(values: Float64Array): Float64Array<ArrayBuffer> {
  const order = sortedOrder(values);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) result[order[i]!] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}

const sortedOrder = (values: Float64Array): Uint32Array =>
  Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);

/** Pearson's correlation; NaN where one of the two does not vary. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - meanX, y[i]! - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Spearman's rank correlation, ties sharing their mean rank; NaN where one of the two does not vary. */
export const rankCorrelation = (x: Float64Array, y: Float64Array): number => correlation(ranks(x), ranks(y));
