import { norm, sum } from "./sum";

/** Brings the value of rank `k`, from 0, to its place: none larger before, none smaller after (Floyd & Rivest 1975). */
function settle(values: Float64Array, k: number, from: number, to: number): void {
  let [left, right] = [from, to];
  while (right > left) {
    // Stryker disable all: where to look first moves the time only, whatever the bounds are.
    if (right - left > 600) {
      const n = right - left + 1;
      const place = k - left + 1;
      const z = Math.log(n);
      const s = 0.5 * Math.exp((2 * z) / 3);
      const spread = 0.5 * Math.sqrt((z * s * (n - s)) / n) * Math.sign(place - n / 2);
      const low = Math.max(left, Math.floor(k - (place * s) / n + spread));
      settle(values, k, low, Math.min(right, Math.floor(k + ((n - place) * s) / n + spread)));
    }
    // Stryker restore all
    [left, right] = partitioned(values, k, left, right);
  }
}

/** Parts the stretch around the value now at `k`, and gives the part in which rank `k` lies. */
function partitioned(values: Float64Array, k: number, left: number, right: number): [number, number] {
  const pivot = values[k]!;
  let [i, j] = [left, right];
  while (i <= j) {
    while (values[i]! < pivot) i++;
    while (values[j]! > pivot) j--;
    if (i > j) break;
    const kept = values[i]!;
    values[i++] = values[j]!;
    values[j--] = kept;
  }
  if (k <= j) return [left, j];
  return k >= i ? [i, right] : [k, k];
}

/** The values of the given ranks (from 0, in rising order), without sorting the rest; reorders `values`. */
export function ranked(values: Float64Array, ranks: readonly number[]): number[] {
  let from = 0;
  return ranks.map((rank) => {
    if (rank >= from) settle(values, rank, from, values.length - 1);
    from = Math.max(from, rank + 1);
    return values[rank]!;
  });
}

/** Percentiles at rising levels from 0 to 1, as Excel's PERCENTILE.INC (type 7 of Hyndman & Fan 1996). */
export function percentiles(values: Float64Array, levels: readonly number[]): number[] {
  const last = values.length - 1;
  const places = levels.map((level) => level * last);
  const ranks = [...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))].sort((a, b) => a - b);
  const at = ranked(values.slice(), ranks);
  const value = (rank: number): number => at[ranks.indexOf(rank)]!;
  return places.map((place) => {
    const low = value(Math.floor(place));
    return low + (place - Math.floor(place)) * (value(Math.ceil(place)) - low);
  });
}

export const mean = (values: Float64Array): number => sum(values) / values.length;

/** Standard deviation of a sample, over n − 1; two values or more. */
export function standardDeviation(values: Float64Array): number {
  const middle = mean(values);
  return norm(values.map((value) => value - middle)) / Math.sqrt(values.length - 1);
}

/**
 * Mean of the lowest `share` of the values, above 0 and up to 1, the value at the edge counted in part
 * (Acerbi & Tasche 2002).
 */
export function lowerTailMean(values: Float64Array, share: number): number {
  const count = share * values.length;
  const whole = Math.min(Math.floor(count), values.length - 1);
  const sorted = values.slice();
  const [edge] = ranked(sorted, [whole]) as [number];
  return (sum(sorted.subarray(0, whole)) + (count - whole) * edge) / count;
}
