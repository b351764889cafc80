import type { CellContent, CellValue } from "../xlsx/content";
import { Arena, DrawBlock } from "./blocks";
import { shownValue, valueIn } from "./book";
import type { Step } from "./cone";
import { asGrid, collected, sampled } from "./draws";
import type { CellPlace, Difference, Model, OutputDraws, Span } from "./model";
import { implicitCell } from "./places";
import type { RangeReading } from "./references";
import {
  type Block, Column, Grid, isError, Lambda, type Lane, noResult, Ragged, sameNumber, type Value, type Wide,
  wrongNumber,
} from "./values";

/** Draws that are calculated together: enough to make loops pay, few enough for their columns to stay in cache. */
const BLOCK = 1024;

/** A difference in the last digits is none: engines add and raise to powers in different ways. */
const TOLERANCE = 1e-9;

interface Inputs {
  readonly places: readonly CellPlace[];
  readonly cells: readonly CellContent[];
}

/** The compiled model: its steps in an order in which each finds what it needs. */
export class Program implements Model {
  readonly base: readonly CellValue[];
  readonly cone: readonly CellPlace[];
  readonly unused: readonly CellPlace[];
  private readonly varying: readonly Step[];
  private readonly numbers: ReadonlyMap<CellContent, number>;
  private arena = new Arena(BLOCK);

  constructor(
    private readonly steps: readonly Step[],
    private readonly inputs: Inputs,
    private readonly outputs: readonly RangeReading[],
  ) {
    this.varying = steps.filter(({ varies }) => varies);
    this.numbers = new Map(this.varying.map(({ cell }, index) => [cell, index]));
    for (const reading of this.readings()) reading.bind((_, cell) => this.numbers.get(cell));
    this.base = outputs.map(({ sheet, area }) => shownValue(valueIn(sheet.cell(area.row, area.column))));
    this.cone = this.varying.filter(({ isInput }) => !isInput).map(({ place }) => place);
    this.unused = inputs.places.filter((_, i) => !this.numbers.has(inputs.cells[i]!));
  }

  private readings() {
    return new Set([...this.outputs, ...this.steps.flatMap(({ formula }) => formula?.readings ?? [])]);
  }

  evaluate(draws: readonly Float64Array[], { from = 0, to = draws[0]?.length ?? 0 }: Span = {}): OutputDraws[] {
    const tallies = this.outputs.map(() => new Tally(to - from));
    for (let start = from; start < to; start += BLOCK) {
      const size = Math.min(BLOCK, to - start);
      if (this.arena.size !== size) this.arena = new Arena(size);
      const block = this.calculated(new DrawBlock(this.arena, false), (input) =>
        drawn(draws[input]!.subarray(start, start + size)));
      this.outputs.forEach((output, i) => tallies[i]!.take(output.read(block).lanes[0]!, start - from, size));
    }
    return tallies.map((tally) => tally.result());
  }

  private calculated(block: DrawBlock, input: (at: number) => Lane): DrawBlock {
    for (const step of this.varying) {
      block.results.push(step.isInput ? input(this.inputs.cells.indexOf(step.cell)) : finished(step, block));
    }
    return block;
  }

  check(): Difference[] {
    const block = this.calculated(new DrawBlock(new Arena(1), true), (input) => valueIn(this.inputs.cells[input]));
    return this.steps.flatMap((step) => {
      const { formula, cell } = step;
      if (!formula || formula.faults.length > 0) return [];
      const index = this.numbers.get(cell);
      return differences(step, index === undefined ? finished(step, block) : block.cell(index));
    });
  }
}

function drawn(numbers: Float64Array): Column {
  if (numbers.every(Number.isFinite)) return new Column(numbers);
  return new Column(numbers.map((number) => (Number.isFinite(number) ? number : 0)), false,
    Array.from(numbers, (number) => (Number.isFinite(number) ? undefined : wrongNumber)));
}

/** What the cell shows of what its formula gives. */
function finished({ formula, cell, place }: Step, block: Block): Wide {
  const result = formula!.evaluate(block, undefined);
  if (cell.spill) return shown(result);
  if (result instanceof Ragged) {
    return shown(collected(result.each.map((one) => implicitCell(one, place)), block));
  }
  return shown(implicitCell(result, place));
}

/** An empty cell that a formula refers to shows as 0. */
function shown(result: Wide): Wide {
  if (result instanceof Lambda) return noResult;
  if (result instanceof Ragged) return result;
  if (!(result instanceof Grid)) return shownLane(result);
  const lanes = result.lanes.map(shownLane);
  return lanes.length === 1 ? lanes[0]! : new Grid(result.rows, result.columns, lanes);
}

function shownLane(lane: Lane): Lane {
  if (lane === null) return 0;
  if (!(lane instanceof Column) || !lane.others?.includes(null)) return lane;
  const numbers = lane.numbers.map((number, draw) => (lane.others![draw] === null ? 0 : number));
  return new Column(numbers, lane.logical, lane.others.map((other) => (other === null ? undefined : other)));
}

function differences({ sheet, cell, place }: Step, result: Wide): Difference[] {
  const grid = asGrid(sampled(result, 0)!);
  return grid.lanes.flatMap((lane, i) => {
    const at = { ...place, row: place.row + Math.floor(i / grid.columns), column: place.column + (i % grid.columns) };
    const computed = lane as Value;
    const there = i === 0 ? valueIn(cell) : valueIn(sheet.cell(at.row, at.column));
    return agree(there, computed) ? [] : [{ place: at, shown: shownValue(there), computed: shownValue(computed) }];
  });
}

function agree(one: Value, other: Value): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return sameNumber(one, other) || Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }
  if (isError(one) && isError(other)) return one.code === other.code;
  return one === other || (one === null && other === "");
}

/** Gathers one output over all blocks. */
class Tally {
  private readonly values: Float64Array<ArrayBuffer>;
  private readonly errors: Record<string, number> = {};

  constructor(size: number) {
    this.values = new Float64Array(size);
  }

  take(lane: Lane, at: number, size: number): void {
    if (lane instanceof Column && !lane.others) {
      this.values.set(lane.numbers, at);
      return;
    }
    for (let draw = 0; draw < size; draw++) {
      this.values[at + draw] = this.numberOf(lane instanceof Column ? lane.at(draw) : lane);
    }
  }

  private numberOf(value: Value): number {
    if (typeof value !== "string" && !isError(value)) return Number(value);
    const code = isError(value) ? value.code : "#VALUE!";
    this.errors[code] = (this.errors[code] ?? 0) + 1;
    return NaN;
  }

  result(): OutputDraws {
    const { values, errors } = this;
    return Object.keys(errors).length === 0 ? { values } : { values, errors };
  }
}
