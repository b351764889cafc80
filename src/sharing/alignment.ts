type Label = string | undefined;
type Labels = readonly Label[];

/** Which line of one sheet is which line of another: pairs of places, in the order of both. */
export type Pairs = readonly (readonly [before: number, after: number])[];

/**
 * Pairs lines by their labels where these are unique on both sides and in the same order; between such lines
 * one by one from above. So a row that was put in or taken out does not make all rows below it differ.
 */
export function aligned(before: Labels, after: Labels): Pairs {
  const anchors = longestRising(uniquePairs(before, after));
  const pairs: [number, number][] = [];
  let [one, other] = [0, 0];
  for (const [atBefore, atAfter] of [...anchors, [before.length, after.length] as const]) {
    for (; one < atBefore && other < atAfter; one++, other++) {
      if (mayPair(before[one], after[other])) pairs.push([one, other]);
    }
    if (atBefore < before.length) pairs.push([atBefore, atAfter]);
    [one, other] = [atBefore + 1, atAfter + 1];
  }
  return pairs;
}

/** A line that lost its label or was given another may be the same; one without any may stand for one without. */
const mayPair = (one: Label, other: Label): boolean => (one === undefined) === (other === undefined);

function uniquePairs(before: Labels, after: Labels): [number, number][] {
  const [places, others] = [uniquePlaces(before), uniquePlaces(after)];
  return [...places].flatMap(([label, at]) => {
    const other = others.get(label);
    return other === undefined ? [] : [[at, other] as [number, number]];
  });
}

function uniquePlaces(labels: Labels): Map<string, number> {
  const seen = new Map<string, number>();
  labels.forEach((label, at) => {
    if (label !== undefined) seen.set(label, seen.has(label) ? -1 : at);
  });
  return new Map([...seen].filter(([, at]) => at >= 0));
}

/** The longest run of pairs that rises on the second side too (the first side rises already). */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, value], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = at;
  });
  const rising: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) rising.unshift(pairs[at]!);
  return rising;
}
