import { unitIn, type StatedUnit } from "./stated-units";

/** The texts that stand beside some cells, the nearest first; what is no text is empty. */
export interface Beside {
  readonly above: readonly string[];
  /** Of a single line only: a label and its unit stand on it. */
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The unit of cells, as a label on their line or the heading above them says it. */
export const unitBeside = ({ above, left, right }: Beside): StatedUnit | undefined =>
  [left.map(unitWithin), right.map(unitIn), heading(above).map(unitIn)].flat().find(Boolean);

/** A label names what is counted, which alone is no unit: "Cars" beside a sum of money. */
function unitWithin(label: string): StatedUnit | undefined {
  const found = unitIn(label);
  return found?.text === label ? undefined : found;
}

/** The first text above and what stands on it without a gap, such as a heading over its unit. */
function heading(upwards: readonly string[]): readonly string[] {
  const start = upwards.findIndex((text) => text !== "");
  if (start < 0) return [];
  const gap = upwards.indexOf("", start);
  return upwards.slice(start, gap < 0 ? undefined : gap);
}
