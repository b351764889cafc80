import { absoluteAddress, cellAddress, quotedSheet } from "../formulas/addresses";
import type { Draft, Home, Target } from "./draft";

/** From where a formula looks: it may be one of many that are alike. */
export interface Standpoint {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly home?: Home;
  /** Conditional formats and validations cannot name the columns of tables. */
  readonly addressesOnly?: boolean;
}

const braces = /\{([^{}]+)\}/g;

const suffixes = ["all", "previous", "opening", "row", "column"] as const;
type Suffix = (typeof suffixes)[number];

/** The formula with names, table columns and addresses in the place of its keys. */
export const resolved = (draft: Draft, formula: string, from: Standpoint): string =>
  formula.replace(braces, (_, path: string) => reference(draft, path, from));

/** The cells that a reference in braces means, for a chart or a rule. */
export function areaOf(draft: Draft, reference: string): Target {
  const [, path] = /^\{([^{}]+)\}$/.exec(reference) ?? [];
  if (!path) throw new Error(`${draft.template.id}: ${reference} is no key in braces`);
  return found(draft, split(path).key);
}

function split(path: string): { readonly key: string; readonly suffix?: Suffix } {
  const last = path.slice(path.lastIndexOf(".") + 1) as Suffix;
  return suffixes.includes(last) && path.includes(".")
    ? { key: path.slice(0, -last.length - 1), suffix: last }
    : { key: path };
}

function found(draft: Draft, key: string): Target {
  const target = draft.targets.get(key);
  if (target) return target;
  throw new Error(`${draft.template.id}: nothing is called ${key}; there are ${[...draft.targets.keys()].join(", ")}`);
}

function reference(draft: Draft, path: string, from: Standpoint): string {
  const { key, suffix } = split(path);
  const target = found(draft, key);
  const { area } = target;
  const row = from.row - (from.home?.area.row ?? from.row);
  const column = from.column - (from.home?.area.column ?? from.column);
  switch (suffix) {
    case "all":
      return whole(target, from);
    case "opening":
      return cell(target, from, area.row, area.column - 1);
    case "previous":
      return target.run === "across"
        ? cell(target, from, area.row, from.column - 1)
        : cell(target, from, from.row - 1, area.column);
    case "row":
      return cell(target, from, area.row + row, area.column);
    case "column":
      return cell(target, from, area.row, area.column + column);
    default:
      return here(target, from) ?? whole(target, from);
  }
}

/** The cell of the target that stands where the formula stands, if both are repeated alike. */
function here(target: Target, from: Standpoint): string | undefined {
  const { area, run, column } = target;
  const { home, addressesOnly } = from;
  if (!home || home.run === "cell" || run !== home.run) return undefined;
  if (run === "across" && area.column === home.area.column && area.columns === home.area.columns) {
    return cell(target, from, area.row, from.column);
  }
  if (run === "down" && target.block === home.block) {
    return column && !addressesOnly ? `[@[${column.header}]]` : cell(target, from, from.row, area.column);
  }
  if (run === "body" && area.rows === home.area.rows && area.columns === home.area.columns) {
    return cell(target, from, area.row + from.row - home.area.row, area.column + from.column - home.area.column);
  }
  return undefined;
}

const onSheet = ({ sheet }: Target, from: Standpoint): string => (sheet === from.sheet ? "" : `${quotedSheet(sheet)}!`);

const cell = (target: Target, from: Standpoint, row: number, column: number): string =>
  onSheet(target, from) + cellAddress(row, column);

function whole(target: Target, from: Standpoint): string {
  if (target.column && !from.addressesOnly) return `${target.column.table}[${target.column.header}]`;
  return target.name ?? onSheet(target, from) + absoluteAddress(target.area);
}
