import {
  type Block, Column, type Evaluate, type Given, Grid, isColumn, Lambda, type Lane, noResult, Ragged, type Scope,
  type Value, type Wide, wrongNumber,
} from "./values";

/** Gathers one value a draw into a column, and keeps it plain where the values allow. */
export class ColumnBuilder {
  private others: (Value | undefined)[] | undefined;
  private logicals = 0;
  private odd = 0;

  constructor(private readonly numbers: Float64Array, private readonly size: number) {}

  set(draw: number, value: Value): void {
    if (typeof value === "number" && Number.isFinite(value)) {
      this.numbers[draw] = value;
      return;
    }
    this.others ??= new Array<Value | undefined>(this.size);
    this.others[draw] = typeof value === "number" ? wrongNumber : value;
    this.numbers[draw] = value === true ? 1 : 0;
    if (typeof value === "boolean") this.logicals++;
    else this.odd++;
  }

  column(): Column {
    if (!this.others) return new Column(this.numbers);
    if (this.logicals === this.size) return new Column(this.numbers, true);
    const hasNumbers = this.logicals + this.odd < this.size;
    if (this.logicals === 0 || hasNumbers) return new Column(this.numbers, false, this.others);
    return new Column(this.numbers, true, this.others.map((value) => (typeof value === "boolean" ? undefined : value)));
  }
}

/** A wide thing as it is in one draw. */
export function sampled(wide: Given, draw: number): Given {
  if (wide instanceof Column) return wide.at(draw);
  if (wide instanceof Grid) return sampledGrid(wide, draw);
  if (wide instanceof Ragged) return wide.each[draw];
  if (wide instanceof Lambda) return new Lambda(wide.parameters, wide.body, sampledScope(wide.scope, draw));
  return wide;
}

const sampledScope = (scope: Scope | undefined, draw: number): Scope | undefined =>
  scope && { value: sampled(scope.value, draw), outer: sampledScope(scope.outer, draw) };

function sampledGrid(grid: Grid, draw: number): Grid {
  if (!grid.varies) return grid;
  const lanes = new Array<Value>(grid.lanes.length);
  for (let i = 0; i < lanes.length; i++) {
    const lane = grid.lanes[i]!;
    lanes[i] = lane instanceof Column ? lane.at(draw) : lane;
  }
  return new Grid(grid.rows, grid.columns, lanes, grid.place, grid.extent);
}

export const doesVary = (wide: Given): boolean =>
  isColumn(wide) || wide instanceof Ragged || (wide instanceof Grid && wide.varies);

/** Calculates draw by draw what is not calculated for all draws at once. */
export function drawByDraw(
  args: readonly Given[], block: Block, calculate: (args: readonly Given[], block: Block) => Wide,
): Wide {
  const fixed = args.map((arg) => !doesVary(arg) && !(arg instanceof Lambda));
  const results = new Array<Wide>(block.size);
  for (let draw = 0; draw < block.size; draw++) {
    const given = args.map((arg, i) => (fixed[i] ? arg : sampled(arg, draw)));
    results[draw] = calculate(given, block.at(draw));
  }
  return collected(results, block);
}

/** Calculates a part of a formula draw by draw. */
export function eachDraw(evaluate: Evaluate, block: Block, scope: Scope | undefined): Wide {
  if (block.isSingle) return evaluate(block, scope);
  return collected(Array.from({ length: block.size }, (_, draw) =>
    evaluate(block.at(draw), sampledScope(scope, draw))), block);
}

/** One result a draw as one wide thing. */
export function collected(results: readonly Wide[], block: Block): Wide {
  const values = results.map((result) => (isAlone(result) ? result.lanes[0]! : result));
  if (values.every((value) => !(value instanceof Grid) && !(value instanceof Lambda))) {
    return columnOf(values as Value[], block);
  }
  const grids = results.map((result) => asGrid(result instanceof Lambda ? noResult : result));
  const [{ rows, columns }] = grids as [Grid];
  if (!grids.every((grid) => grid.rows === rows && grid.columns === columns)) {
    return new Ragged(grids.map((grid) => (isAlone(grid) ? (grid.lanes[0] as Value) : grid)));
  }
  return new Grid(rows, columns, Array.from({ length: rows * columns }, (_, i) =>
    columnOf(grids.map((grid) => grid.lanes[i] as Value), block)));
}

export function columnOf(values: readonly Value[], block: Block): Column {
  const builder = new ColumnBuilder(block.take(), block.size);
  for (let draw = 0; draw < values.length; draw++) builder.set(draw, values[draw]!);
  return builder.column();
}

const isAlone = (wide: Wide): wide is Grid => wide instanceof Grid && wide.lanes.length === 1;

export function asGrid(wide: Wide): Grid {
  if (wide instanceof Grid) return wide;
  if (wide instanceof Ragged || wide instanceof Lambda) return new Grid(1, 1, [noResult]);
  return new Grid(1, 1, [wide]);
}

/** One value where there is only one. */
export function alone(wide: Wide): Wide {
  return isAlone(wide) ? wide.lanes[0]! : wide;
}

/** The first value of what should be a single one. */
export function laneOf(wide: Given): Lane {
  if (wide === undefined) return null;
  if (wide instanceof Grid) return wide.lanes[0]!;
  if (wide instanceof Ragged || wide instanceof Lambda) return noResult;
  return wide;
}
