import { unitIn, type StatedUnit } from "./stated-units";

/** What cells hold that stand beside some others, the nearest first. */
export interface Beside {
  readonly above: readonly unknown[];
  /** Of a single line only: a label and its unit stand on it, with a symbol or a note between, or other numbers. */
  readonly left: readonly unknown[];
  readonly right: readonly unknown[];
}

/** Headings stand near: further up another table may end, further left another line. */
export const furthestHeading = 60;

/**
 * The unit of cells, as a label on their line or the heading above them says it. Between the head of a column and the
 * label of a row further away, the one that brackets its unit decides.
 */
export function unitBeside({ above, left, right }: Beside): StatedUnit | undefined {
  const heads = heading(above);
  const beside = left.findIndex((value) => typeof value !== "number");
  const labels = beside < 0 ? [] : left.slice(beside, beside + 2).map(textOf).map(unitWithin);
  const inBrackets = heads.filter((text) => /[)）\]］】]$/.test(text)).map(unitIn);
  const [near, far] = beside === 0 ? [labels, []] : [[], labels];
  return [...near, ...right.map(textOf).map(unitIn), ...inBrackets, ...far, ...heads.map(unitIn)].find(Boolean);
}

const textOf = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** A label names what is counted, which alone is no unit: "Cars" beside a sum of money. */
function unitWithin(label: string): StatedUnit | undefined {
  const found = unitIn(label);
  return found?.text === label && isOneThing(found) ? undefined : found;
}

const isOneThing = ({ measure: { scale, powers } }: StatedUnit): boolean =>
  scale === 1 && ["vehicle", "firm", "person"].includes(Object.keys(powers).join());

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Beyond two empty cells stands another table. */
function ownBlock(upwards: readonly unknown[]): readonly unknown[] {
  const end = upwards.findIndex((value, i) => isEmpty(value) && i + 1 < upwards.length && isEmpty(upwards[i + 1]));
  return end < 0 ? upwards : upwards.slice(0, end);
}

/** The first text above and what stands on it without a gap, such as a heading over its unit. */
function heading(above: readonly unknown[]): readonly string[] {
  const upwards = ownBlock(above).map(textOf);
  const start = upwards.findIndex((text) => text !== "");
  if (start < 0) return [];
  const gap = upwards.indexOf("", start);
  return upwards.slice(start, gap < 0 ? undefined : gap);
}
