import { find, nativeFormula } from "../functions";
import type { Distribution } from "../maths/distributions";
import type { ScalarParameter } from "../model";
import type { Language } from "../refusal";
import type { StepsSheet } from "./steps-sheet";
import { steps as said } from "./texts";

const scalars = ["min", "mode", "max", "mean", "deviation", "probability"] as const;

/** The parameters of a distribution that are one number, in the order in which its formula takes them. */
export const parametersOf = (distribution: Distribution): [ScalarParameter, number][] =>
  scalars.flatMap((name): [ScalarParameter, number][] => {
    const value = (distribution as Partial<Record<ScalarParameter, number>>)[name];
    return value === undefined ? [] : [[name, value]];
  });

/** The draws of a distribution from their probabilities, an array formula; `at` are the addresses of its parameters. */
export function nativeQuantile(
  distribution: Distribution,
  p: string,
  [first = "", second = "", third = ""]: readonly string[],
  lists: Lists,
): string {
  switch (distribution.kind) {
    case "uniform":
      return `${first}+${p}*(${second}-${first})`;
    case "triangular":
      return nativeFormula(find("TRI_INV")!, [p, first, second, third])!;
    case "pert":
      return nativeFormula(find("PERT_INV")!, [p, first, second, third, null])!;
    case "normal":
      return `NORM.INV(${p},${first},${second})`;
    case "lognormal": {
      const variance = `LN(1+(${second}/${first})^2)`;
      return `LOGNORM.INV(${p},LN(${first})-${variance}/2,SQRT(${variance}))`;
    }
    case "bernoulli":
      return `IF(${p}>1-${first},1,0)`;
    case "discrete":
      return lists.choice(p, distribution.values, distribution.weights);
    case "empirical":
      return lists.choice(p, distribution.values, distribution.values.map(() => 1));
  }
}

/** Values with weights on the sheet of steps. */
export class Lists {
  constructor(
    private readonly of: string,
    private readonly sheet: StepsSheet,
    private readonly language: Language,
  ) {}

  choice(p: string, values: readonly number[], weights: readonly number[]): string {
    const given = this.sheet.given(this.of, said.values[this.language], values);
    const weight = this.sheet.given(this.of, said.weights[this.language], weights);
    const size = { rows: values.length, columns: 1 };
    const ranked = this.each("ranked", size, (row) => `SMALL(${given},${row + 1})`);
    const place = (row: number): string => ranked.cell(row);
    const from = this.each("from", size, (row) => `SUMPRODUCT((${given}<${place(row)})*${weight})/SUM(${weight})`);
    return `LOOKUP(${p},${from.all},${ranked.all})`;
  }

  private each(step: "ranked" | "from", size: { rows: number; columns: number }, formula: (row: number) => string) {
    const area = this.sheet.each(this.of, said[step][this.language], size, formula);
    return {
      all: this.sheet.address(area),
      cell: (row: number) => this.sheet.address({ ...area, row: area.row + row, rows: 1 }),
    };
  }
}
