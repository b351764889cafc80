import { absoluteAddress, type Area, cellAddress } from "../formulas/addresses";
import { onSheet } from "../formulas/sheet-names";
import {
  type CellPlace, type Difference, distributionKinds, measures, parameterNames, type SimulatedOutcome,
  type SimulationSetup,
} from "../model";
import type { Language } from "../refusal";
import { RELATIVE_TOLERANCE } from "../sharing/portable/compare";
import type { Recipient } from "../sharing/portable/recipient";
import { titles } from "../sharing/portable/texts";
import type { CellContent, CellFormat, CellValue } from "../xlsx/content";
import { nativeProbabilities } from "./native-probabilities";
import { Lists, nativeQuantile, parametersOf } from "./native-quantiles";
import { StepsSheet } from "./steps-sheet";
import { opening, sheet as said } from "./texts";

/** What is carried: a simulation of so many draws as it was set, with what came of it here. */
export interface Drawn {
  readonly setup: SimulationSetup;
  /** How many draws the workbook itself was set to. */
  readonly set: number;
  readonly inputs: readonly Float64Array[];
  readonly outputs: readonly Float64Array[];
  readonly outcomes: readonly SimulatedOutcome[];
  /** What the model shows for its inputs and outputs. */
  readonly shown: { readonly inputs: readonly CellValue[]; readonly outputs: readonly CellValue[] };
}

export interface SheetWish {
  readonly name: string;
  readonly steps: string;
  readonly recipient: Recipient;
  readonly language: Language;
}

const rows = { draw: 6, seed: 7, draws: 8, method: 9, inputs: 11 } as const;
const firstParameter = 4;

const heading: CellFormat = { bold: true, fill: "#e7eef7" };
const numberHeading: CellFormat = { ...heading, horizontal: "right" };
const title: CellFormat = { bold: true, fontSize: 12 };
const given: CellFormat = { fill: "#fff4d6" };

/** The sheet from which a recipient recomputes a simulation, and the addresses that the model needs of it. */
export class SimulationSheet {
  readonly cells: CellContent[] = [];
  readonly steps: StepsSheet;
  private readonly count: number;
  private readonly correlationsFrom: number;
  private readonly resultsFrom: number;
  private readonly drawsFrom: number;

  constructor(private readonly drawn: Drawn, private readonly wish: SheetWish) {
    const { inputs, correlations } = drawn.setup;
    this.count = drawn.setup.draws;
    this.steps = new StepsSheet(wish.steps, titles.draws[wish.language], this.count);
    this.correlationsFrom = rows.inputs + inputs.length + 3;
    this.resultsFrom = this.correlationsFrom + (correlations ? inputs.length + 3 : 0);
    this.drawsFrom = this.resultsFrom + 3 + this.measureNames().length + 2;
    this.head();
    this.inputs();
    this.correlations();
    this.draws();
    this.results();
  }

  /** The cell that says which draw the model shows. */
  get drawCell() {
    return { sheet: this.wish.name, row: rows.draw, column: 1 };
  }

  /** All that the draws depend on: the seed, distributions and correlations. */
  get parameterCells(): CellPlace[] {
    const of = (sheet: string, cells: readonly CellContent[]): CellPlace[] => cells
      .filter(({ value, formula }) => typeof value === "number" && formula === undefined)
      .map(({ row, column }) => ({ sheet, row, column }));
    const above = this.cells.filter(({ row }) => row < this.resultsFrom);
    return [...of(this.wish.name, above), ...of(this.wish.steps, this.steps.cells)];
  }

  get columnWidths(): Readonly<Record<number, number>> {
    return Object.fromEntries([[0, 30], ...Array.from({ length: this.width }, (_, i) => [i + 1, 17])]);
  }

  /** What the cell of an input holds in the copy; `own` is the formula that it had. */
  inputFormula(input: number, own: string | undefined): string {
    const draw = this.reference(rows.draw, 1);
    const base = own === undefined ? this.reference(this.rowOf(input), 3) : `(${own.replace(/^=/, "")})`;
    return `=IF(${draw}=0,${base},INDEX(${onSheet(this.wish.name, absoluteAddress(this.inputDraws(input)))},${draw}))`;
  }

  /** Whether a draw by the formula is ours, to a billionth of the largest of its input: PERT is interpolated here. */
  isSameDraw({ place, computed }: Difference): boolean {
    const input = place.column - this.inputDraws(0).column;
    const draws = this.drawn.inputs[input];
    const ours = draws?.[place.row - this.firstDraw];
    if (place.sheet !== this.wish.name || !draws || ours === undefined || typeof computed !== "number") return false;
    const largest = draws.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return Math.abs(computed - ours) <= RELATIVE_TOLERANCE * largest;
  }

  private get isLive(): boolean {
    return this.wish.recipient !== "values";
  }

  private get width(): number {
    const { inputs, outputs } = this.drawn.setup;
    return Math.max(outputs.length + 1 + inputs.length, outputs.length * 3, firstParameter + 2);
  }

  private reference(row: number, column: number): string {
    return onSheet(this.wish.name, absoluteAddress({ row, column, rows: 1, columns: 1 }));
  }

  private rowOf(input: number): number {
    return rows.inputs + 2 + input;
  }

  private get firstDraw(): number {
    return this.drawsFrom + 3;
  }

  private drawsColumn(column: number): Area {
    return { row: this.firstDraw, column, rows: this.count, columns: 1 };
  }

  private inputDraws(input: number): Area {
    return this.drawsColumn(this.drawn.setup.outputs.length + 2 + input);
  }

  private put(row: number, column: number, value: CellValue, more: Partial<CellContent> = {}): void {
    this.cells.push({ row, column, value, ...(this.isLive ? more : more.format && { format: more.format }) });
  }

  private say(key: keyof typeof said): string {
    return said[key][this.wish.language];
  }

  private head(): void {
    const { setup, set } = this.drawn;
    const { recipient, language } = this.wish;
    this.put(0, 0, titles.simulation[language], { format: { bold: true, fontSize: 14 } });
    this.put(1, 0, opening(this.count, set)[language]);
    const program = recipient === "libreoffice" ? "libreoffice" : "excel";
    const lines = this.isLive ? (["use", program, "keep"] as const) : (["values"] as const);
    lines.forEach((line, i) => this.put(2 + i, 0, this.say(line)));
    const facts = [
      ...(this.isLive ? [[rows.draw, "draw", 0, given] as const] : []),
      [rows.seed, "seed", setup.seed, this.isLive ? given : undefined] as const,
      [rows.draws, "draws", this.count, undefined] as const,
      [rows.method, "method", this.say(setup.method), undefined] as const,
    ];
    for (const [row, label, value, format] of facts) {
      this.put(row, 0, this.say(label));
      this.put(row, 1, value, { format: { ...format, horizontal: "right" } });
    }
  }

  private inputs(): void {
    const { setup, shown } = this.drawn;
    this.put(rows.inputs, 0, this.say("inputs"), { format: title });
    const heads = ["input", "now", "distribution", "base"] as const;
    heads.forEach((head, column) => this.put(rows.inputs + 1, column, this.say(head), { format: heading }));
    for (let i = 0; i < 3; i++) this.put(rows.inputs + 1, firstParameter + i, "", { format: heading });
    setup.inputs.forEach(({ name, place, distribution }, i) => {
      const row = this.rowOf(i);
      const here = onSheet(place.sheet, absoluteAddress({ ...place, rows: 1, columns: 1 }));
      const value = shown.inputs[i] ?? 0;
      this.put(row, 0, name);
      this.put(row, 1, value, { formula: `=${here}` });
      this.put(row, 2, distributionKinds[distribution.kind][this.wish.language]);
      this.put(row, 3, value, { format: given });
      this.parameters(row, distribution);
    });
  }

  private parameters(row: number, distribution: SimulationSetup["inputs"][number]["distribution"]): void {
    const parameters = parametersOf(distribution);
    if (parameters.length === 0) this.put(row, firstParameter, this.isLive ? this.say("listed") : "");
    parameters.forEach(([name, value], i) => {
      const label = parameterNames[name][this.wish.language].replaceAll('"', "");
      this.put(row, firstParameter + i, value, { format: { ...given, numberFormat: `"${label}" General` } });
    });
  }

  private correlations(): void {
    const { inputs, correlations } = this.drawn.setup;
    if (!correlations) return;
    const from = this.correlationsFrom;
    this.put(from, 0, this.say("correlations"), { format: title });
    inputs.forEach(({ name }, i) => {
      this.put(from + 1, i + 1, name, { format: numberHeading });
      this.put(from + 2 + i, 0, name);
      for (let j = 0; j < inputs.length; j++) {
        if (j < i) this.put(from + 2 + i, j + 1, correlations[i]![j]!, { format: given });
        else if (j === i) this.put(from + 2 + i, j + 1, 1);
        else this.put(from + 2 + i, j + 1, correlations[i]![j]!, { formula: `=${cellAddress(from + 2 + j, i + 1)}` });
      }
    });
  }

  private draws(): void {
    const { setup, inputs, outputs } = this.drawn;
    const names = this.drawsFrom + 1;
    this.put(this.drawsFrom, 0, this.say("draws"), { format: title });
    this.put(names, 0, this.say("number"), { format: numberHeading });
    for (let i = 0; i < this.count; i++) this.put(this.firstDraw + i, 0, i + 1);
    setup.outputs.forEach(({ name }, j) => this.put(names, j + 1, name, { format: numberHeading }));
    setup.inputs.forEach(({ name }, i) => this.put(names, this.inputDraws(i).column, name, { format: numberHeading }));
    this.modelRow();
    const { row, column } = this.drawCell;
    const dataTable = { rows: this.count, columns: outputs.length, input: cellAddress(row, column) };
    outputs.forEach((values, j) => values.forEach((value, i) => {
      const isFirst = i === 0 && j === 0;
      this.put(this.firstDraw + i, j + 1, Number.isNaN(value) ? { error: "#VALUE!" } : value, isFirst ? { dataTable } : {});
    }));
    this.inputColumns(inputs);
  }

  /** What the model shows now: the formulas that the what-if table repeats. */
  private modelRow(): void {
    const { setup, shown } = this.drawn;
    const row = this.firstDraw - 1;
    if (this.isLive) this.put(row, 0, this.say("now"), { format: { italic: true, horizontal: "right" } });
    setup.outputs.forEach(({ place }, j) => {
      const value = shown.outputs[j] ?? null;
      const there = onSheet(place.sheet, absoluteAddress({ ...place, rows: 1, columns: 1 }));
      const formula = typeof value === "number" ? `=${there}` : `=N(${there})`;
      this.put(row, j + 1, typeof value === "number" ? value : Number(value === true), { formula, format: { italic: true } });
    });
  }

  private inputColumns(inputs: readonly Float64Array[]): void {
    const { setup } = this.drawn;
    const correlation = (i: number, j: number): string => this.reference(this.correlationsFrom + 2 + i, j + 1);
    const numbers = onSheet(this.wish.name, absoluteAddress(this.drawsColumn(0)));
    const needs = { numbers, seed: this.reference(rows.seed, 1), correlation };
    const probabilities = nativeProbabilities(setup, needs, this.steps, this.wish.language);
    inputs.forEach((values, i) => {
      const { name, distribution } = setup.inputs[i]!;
      const at = parametersOf(distribution).map((_, k) => this.reference(this.rowOf(i), firstParameter + k));
      const lists = new Lists(name, this.steps, this.wish.language);
      const formula = `=${nativeQuantile(distribution, probabilities[i]!, at, lists)}`;
      const { row, column, ...size } = this.inputDraws(i);
      const first = { formula, spill: size, legacyArray: true } as const;
      values.forEach((value, draw) => this.put(row + draw, column, value, draw === 0 ? first : {}));
    });
  }

  private measuresOfAll() {
    const { setup, outcomes } = this.drawn;
    return outcomes.map(({ name, found }) =>
      (found ? measures(found, setup, name).filter(({ native }) => native !== undefined) : []));
  }

  /** Of all outputs: those with thresholds of their own have measures of their own. */
  private measureNames(): string[] {
    const labels = this.measuresOfAll().flat().map(({ label }) => label[this.wish.language]);
    return [...new Set(labels)];
  }

  private results(): void {
    const from = this.resultsFrom;
    this.put(from, 0, this.say("results"), { format: title });
    const names = this.measureNames();
    names.forEach((name, i) => this.put(from + 3 + i, 0, name));
    this.measuresOfAll().forEach((list, j) => {
      const column = 1 + 3 * j;
      this.put(from + 1, column, this.drawn.outcomes[j]!.name, { format: { bold: true } });
      this.resultHeads(from + 2, column);
      list.forEach(({ label, value, format, native }) => {
        const row = from + 3 + names.indexOf(label[this.wish.language]);
        this.result(row, column, value, format, native!(this.drawsOf(j)), j);
      });
    });
  }

  private resultHeads(row: number, column: number): void {
    const heads = this.isLive ? (["formula", "copied", "difference"] as const) : (["copied"] as const);
    heads.forEach((head, i) => this.put(row, column + i, this.say(head), { format: numberHeading }));
  }

  /** Draws that end in an error do not count. */
  private drawsOf(output: number): string {
    const range = absoluteAddress(this.drawsColumn(output + 1));
    return this.hasErrors(output) ? `IF(ISNUMBER(${range}),${range})` : range;
  }

  private hasErrors = (output: number): boolean => this.drawn.outputs[output]!.some(Number.isNaN);

  private result(
    row: number,
    column: number,
    value: number,
    numberFormat: string,
    native: string,
    output: number,
  ): void {
    const format = { numberFormat };
    if (!this.isLive) return this.put(row, column, value, { format });
    const array = this.hasErrors(output) ? { spill: { rows: 1, columns: 1 }, legacyArray: true as const } : {};
    this.put(row, column, value, { formula: `=${native}`, ...array, format });
    this.put(row, column + 1, value, { format });
    const difference = `=${cellAddress(row, column)}-${cellAddress(row, column + 1)}`;
    this.put(row, column + 2, 0, { formula: difference, format: { numberFormat: "0.0E+00;-0.0E+00;0" } });
  }
}
