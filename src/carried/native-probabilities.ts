import { absoluteAddress, type Area } from "../formulas/addresses";
import { uniformFormula } from "../functions";
import { part } from "../maths/correlation";
import { placing, shuffling } from "../maths/draws";
import { matrix, type Matrix } from "../maths/matrix";
import { relatedIn, scoreCorrelations } from "../maths/sampling";
import type { SimulationSetup } from "../model";
import type { Language } from "../refusal";
import type { StepsSheet } from "./steps-sheet";
import { steps as said } from "./texts";

/** Where the sheet of the simulation keeps what the probabilities depend on. */
export interface Given {
  /** The numbers of the draws, from 1. */
  readonly numbers: string;
  readonly seed: string;
  correlation(first: number, second: number): string;
}

/** The columns of probabilities, one for each input, by the steps of the repeatable sampler. */
export function nativeProbabilities(
  setup: SimulationSetup,
  given: Given,
  sheet: StepsSheet,
  language: Language,
): string[] {
  const writer = new Writer(setup, given, sheet, language);
  return setup.method === "latin" ? writer.latin() : writer.plain();
}

/** Keeps equal numbers apart by their draw. */
const apart = 2 ** 47;

class Writer {
  private readonly names: readonly string[];
  private readonly correlations: Matrix | undefined;
  private readonly related: readonly number[];

  constructor(
    { inputs, correlations }: SimulationSetup,
    private readonly given: Given,
    private readonly sheet: StepsSheet,
    private readonly language: Language,
  ) {
    this.names = inputs.map(({ name }) => name);
    const n = inputs.length;
    this.correlations = correlations && matrix(n, n, Float64Array.from(correlations.flat()));
    this.related = relatedIn(this.correlations);
  }

  plain(): string[] {
    const scores = this.scores((i) => this.uniform(i));
    const turn = scores === undefined ? undefined : this.wantedRoot();
    return this.names.map((_, i) => {
      const row = this.related.indexOf(i);
      const probability = row < 0 ? this.uniform(i) : `NORM.S.DIST(${this.turned(scores!, turn!, row)},TRUE)`;
      return this.column(i, "probability", probability);
    });
  }

  latin(): string[] {
    const key = (i: number): string => `${this.uniform(i, shuffling)}+${this.given.numbers}/${apart}`;
    const scores = this.scores(key);
    const turn = scores === undefined ? undefined : this.turn(scores);
    return this.names.map((_, i) => {
      const row = this.related.indexOf(i);
      const keys = this.column(i, "key", row < 0 ? key(i) : this.turned(scores!, turn!, row));
      const sorted = this.column(i, "sorted", `SMALL(${keys},${this.given.numbers})`);
      const stratum = `MATCH(${keys},${sorted},1)-1`;
      return this.column(i, "probability", `(${stratum}+${this.uniform(i, placing)})/ROWS(${keys})`);
    });
  }

  private uniform(input: number, time = 0): string {
    const { numbers, seed } = this.given;
    return uniformFormula([numbers, String(input + 1), seed], time);
  }

  private column(input: number, step: keyof typeof said, formula: string): string {
    return this.sheet.column(this.names[input]!, said[step][this.language], formula);
  }

  /** The normal scores of the related inputs, side by side. */
  private scores(uniform: (input: number) => string): string | undefined {
    const columns = this.related.map((i) => this.column(i, "score", `NORM.S.INV(${uniform(i)})`));
    if (columns.length === 0) return undefined;
    const last = columns.at(-1)!;
    return `${columns[0]!.split(":")[0]!}:${last.split(":")[1]!}`;
  }

  private turned(scores: string, turn: Area, row: number): string {
    return `MMULT(${scores},TRANSPOSE(${this.sheet.address({ ...turn, row: turn.row + row, rows: 1 })}))`;
  }

  /** Iman & Conover: from the correlations that the scores happen to have to those wanted. */
  private turn(scores: string): Area {
    const size = this.related.length;
    const wanted = this.wantedRoot();
    const column = (i: number): string => `INDEX(${scores},0,${i + 1})`;
    const found = this.matrix("found", (i, j) => `COVAR(${column(i)},${column(j)})`);
    const root = this.root("foundRoot", found);
    return this.sheet.filled("", said.turn[this.language], { rows: size, columns: size },
      `MMULT(${this.sheet.address(wanted)},MINVERSE(${this.sheet.address(root)}))`);
  }

  private wantedRoot(): Area {
    const wanted = part(this.correlations!, this.related);
    const isCorrected = scoreCorrelations(wanted) !== wanted;
    return this.root("wantedRoot", this.matrix("wanted", (i, j) => {
      const rank = this.given.correlation(this.related[i]!, this.related[j]!);
      return isCorrected && i !== j ? `2*SIN(PI()*${rank}/6)` : rank;
    }));
  }

  /** The lower triangle of a symmetric matrix. */
  private matrix(step: keyof typeof said, formula: (row: number, column: number) => string): Area {
    const size = this.related.length;
    return this.sheet.each("", said[step][this.language], { rows: size, columns: size }, (row, column) =>
      (column > row ? undefined : formula(row, column)));
  }

  /** Cholesky's root, row by row. */
  private root(step: keyof typeof said, of: Area): Area {
    const size = { rows: of.rows, columns: of.columns };
    return this.sheet.each("", said[step][this.language], size, (row, column, at) => {
      if (column > row) return 0;
      const own = absoluteAddress({ row: of.row + row, column: of.column + column, rows: 1, columns: 1 });
      const before = column === 0 ? "" : `-SUMPRODUCT(${at(row, 0, column)},${at(column, 0, column)})`;
      return row === column ? `SQRT(${own}${before})` : `(${own}${before})/${at(column, column)}`;
    });
  }
}
