import * as capacity from "./capacity";
import type { Definition, Family } from "./define";
import * as fiscalRisk from "./fiscal-risk";
import * as growth from "./growth";
import * as inputOutput from "./input-output";
import * as network from "./network";
import * as oemRisk from "./oem-risk";
import * as inequality from "./inequality";
import { literal } from "./native";
import * as publicMoney from "./public-money";
import * as reference from "./reference";
import * as scorecards from "./scorecards";
import * as specialisation from "./specialisation";
import * as structure from "./structure";
import * as tradeCarbon from "./trade-carbon";
import * as uncertainty from "./uncertainty";

export { call, callWithCautions } from "./call";
export type { Answer, Cells, Outcome, Scalar } from "./cells";
export type { Definition, Example, Family, Places, Size } from "./define";
export type { Parameter } from "./kinds";
export { unitWarnings, type StatedArgument, type UnitWarning } from "./unit-check";
export {
  isArrayFormula, literal, nativeBlock, nativeFormula, uniformFormula, whyNotNative,
  type NativeBlock, type PlacedHelper,
} from "./native";

const chapters = [
  capacity, structure, specialisation, inequality, oemRisk, network, inputOutput,
  growth, publicMoney, fiscalRisk, tradeCarbon, uncertainty, scorecards, reference,
];

/** Every function, chapter by chapter. */
export const catalogue: readonly Definition[] = chapters.flatMap((chapter) => Object.values(chapter));

export const families: readonly Family[] = [...new Set(catalogue.map((definition) => definition.family))];

const byName = new Map(catalogue.map((definition) => [definition.name, definition]));

/** The function of that name, without its namespace and in any case. */
export const find = (name: string): Definition | undefined => byName.get(name.toUpperCase());

/** How a call is written: `CAPACITY_UTIL(output, capacity, [months]=12)`. */
export function signature({ name, parameters }: Definition): string {
  const written = Object.entries(parameters).map(([parameter, { optional, default: usual }]) =>
    optional ? `[${parameter}]${usual === undefined ? "" : `=${literal(usual)}`}` : parameter,
  );
  return `${name}(${written.join(", ")})`;
}
