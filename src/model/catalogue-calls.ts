import { catalogueNames } from "../formulas/stored-names";
import { call, find, type Definition, type Outcome } from "../functions";
import { CellError, Refusal } from "../refusal";
import { whole } from "./aggregates";
import type { NativeFunction } from "./lifting";
import { error, type Given, Grid, Lambda, type Value, type Wide, wrongValue } from "./values";

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

const calling = (definition: Definition): NativeFunction => ({
  least: 0,
  most: Object.keys(definition.parameters).length,
  calculate: whole((args) => wideOf(call(definition, args.map(handedOver)))),
});

/** As Excel hands an argument to a custom function. */
function handedOver(arg: Given): unknown {
  if (arg === undefined) return null;
  if (arg instanceof Lambda) return wrongValue;
  if (!(arg instanceof Grid)) return arg;
  return Array.from({ length: arg.rows }, (_, i) => arg.lanes.slice(i * arg.columns, (i + 1) * arg.columns));
}

function wideOf(outcome: Outcome): Wide {
  if (!Array.isArray(outcome)) return answerOf(outcome);
  const rows = outcome as readonly (readonly unknown[])[];
  return new Grid(rows.length, rows[0]?.length ?? 0, rows.flatMap((row) => row.map(answerOf)));
}

const answerOf = (answer: unknown): Value =>
  answer instanceof Refusal || answer instanceof CellError ? error(answer.code) : (answer as Value);
