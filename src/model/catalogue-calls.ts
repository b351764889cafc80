import { catalogueNames } from "../formulas/stored-names";
import { call, find, type Definition, type Outcome } from "../functions";
import { CellError, Refusal } from "../refusal";
import { collected, doesVary, drawByDraw } from "./draws";
import type { Lifted, NativeFunction } from "./lifting";
import {
  type Block, Column, error, type Given, Grid, Lambda, Ragged, type Value, type Wide, wrongValue,
} from "./values";

const known = new Map<Definition, NativeFunction>();

/** One of our own functions, under any name that files were seen to hold. */
export function catalogueFunction(written: string): NativeFunction | undefined {
  const typed = catalogueNames().typed(written);
  const definition = typed && find(typed.slice(typed.indexOf(".") + 1));
  if (!definition) return undefined;
  let found = known.get(definition);
  if (!found) known.set(definition, (found = calling(definition)));
  return found;
}

const calling = (definition: Definition): NativeFunction => {
  const calculate: Lifted = (args, block) => {
    if (args.some((arg) => arg instanceof Ragged)) return drawByDraw(args, block, calculate);
    const handed = args.map((arg) => new Handed(arg));
    const once = (): Wide => wideOf(call(definition, handed.map(({ cells }) => cells)));
    return args.some(doesVary) ? forEachDraw(handed, once, block) : once();
  };
  return { least: 0, most: Object.keys(definition.parameters).length, calculate };
};

function forEachDraw(handed: readonly Handed[], once: () => Wide, block: Block): Wide {
  const varying = handed.filter(({ varies }) => varies);
  const results = new Array<Wide>(block.size);
  for (let draw = 0; draw < block.size; draw++) {
    for (const argument of varying) argument.fill(draw);
    results[draw] = once();
  }
  return collected(results, block);
}

/** An argument as Excel hands it to a custom function; its cells are filled anew for every draw. */
class Handed {
  cells: unknown;
  readonly varies: boolean;
  private readonly moving: { readonly row: unknown[]; readonly at: number; readonly column: Column }[] = [];

  constructor(private readonly arg: Given) {
    this.varies = doesVary(arg);
    this.cells = this.first();
  }

  private first(): unknown {
    const { arg } = this;
    if (arg === undefined) return null;
    if (arg instanceof Lambda) return wrongValue;
    if (!(arg instanceof Grid)) return arg;
    const { rows, columns, lanes } = arg;
    return Array.from({ length: rows }, (_, i) => this.row(lanes.slice(i * columns, (i + 1) * columns)));
  }

  private row(row: unknown[]): unknown[] {
    row.forEach((lane, at) => { if (lane instanceof Column) this.moving.push({ row, at, column: lane }); });
    return row;
  }

  fill(draw: number): void {
    if (this.arg instanceof Column) this.cells = this.arg.at(draw);
    for (const { row, at, column } of this.moving) row[at] = column.at(draw);
  }
}

function wideOf(outcome: Outcome): Wide {
  if (!Array.isArray(outcome)) return answerOf(outcome);
  const rows = outcome as readonly (readonly unknown[])[];
  return new Grid(rows.length, rows[0]?.length ?? 0, rows.flatMap((row) => row.map(answerOf)));
}

const answerOf = (answer: unknown): Value =>
  answer instanceof Refusal || answer instanceof CellError ? error(answer.code) : (answer as Value);
