import { Refusal, type Texts } from "../refusal";
import { buyersWithoutOutput, inputCoefficients } from "../maths/leontief";
import { columnSums, type Matrix } from "../maths/matrix";
import * as caution from "./cautions";
import * as say from "./fragments";
import { list, matrix } from "./kinds";
import { asRow, identityLike } from "./native";

/** Flows Z between sectors. */
export const flows = matrix(
  { en: "Square table of flows: sales of the row's sector to the column's.", zh: "中间流量方阵：行部门对列部门的中间销售额。" },
  { unit: "money", square: true },
);

/** Gross outputs x. */
export const outputs = list(
  { en: "Gross output of each sector, in a row or a column.", zh: "各部门总产出（一行或一列）。" },
  { unit: "money", min: 0 },
);

/** Input coefficients A, or flows from which they are formed. */
export const coefficients = matrix(
  { en: "Square table: inputs from the row's sector per unit of the column's output; flows where x is given.",
    zh: "直接消耗系数方阵：列部门每单位产出对行部门产品的消耗；给出 x 时为中间流量。" },
  { unit: "number", square: true },
);

export const outputsOfFlows = list(
  { en: "Gross outputs, where A holds flows: the coefficients are formed from them.", zh: "各部门总产出；A 为中间流量时给出，据以计算直接消耗系数。" },
  { unit: "money", min: 0, optional: true },
);

export const weights = {
  en: "Jobs, income or CO₂ per unit of output by sector, or one for all; 1, the output itself, where left out.",
  zh: "各部门每单位产出的就业、收入或碳排放，或统一取一个值；省略时为 1（产出本身）。",
};

export const leontiefSource = "Leontief (1936); Miller & Blair (2009), Input–Output Analysis, 2nd ed., Cambridge University Press";

/** The values, refused unless there is one for each sector. */
export function sized(values: Float64Array, count: number, name: string): Float64Array {
  if (values.length !== count) throw new Refusal("invalid", say.sizeOf(count), name);
  return values;
}

/** One weight stands for all sectors. */
export const weighing = (coef: Float64Array | undefined, sectors: number): Float64Array =>
  coef === undefined || coef.length === 1 ? new Float64Array(sectors).fill(coef?.[0] ?? 1) : sized(coef, sectors, "coef");

/** The coefficients of a table that may hold flows. */
export function coefficientsOf(table: Matrix, x: Float64Array | undefined): Matrix {
  if (!x) return table;
  const [idle] = buyersWithoutOutput(table, sized(x, table.rows, "x"));
  if (idle !== undefined) throw new Refusal("zero", say.noOutputToBuy(idle + 1), "x");
  return inputCoefficients(table, x);
}

/** From here on a small error in the inputs of a sector is a large one in its multiplier. */
const heavy = 0.95;

/** The sector whose inputs take most of its output, where that is much. */
export function heaviestInputs(table: Matrix): Texts | undefined {
  const inputs = columnSums(table);
  const most = inputs.reduce((one, other) => Math.max(one, other), 0);
  return most >= heavy ? caution.heavyInputs(inputs.indexOf(most) + 1, most) : undefined;
}

/** `coefficientsOf` in a formula. */
export const coefficientsIn = (table: string, x: string): string => (x === "" ? table : `IF(${table}=0,0,${table}/${asRow(x)})`);

/** The Leontief inverse in a formula. */
export const inverseIn = (table: string, x: string): string => `MINVERSE(${identityLike(table)}-${coefficientsIn(table, x)})`;

/** Declines what the Hawkins–Simon condition forbids: an inverse with a number below 0. */
export const ifProductive = (inverse: string, formula: string): string => `IF(MIN(${inverse})<-1E-9,#NUM!,${formula})`;
