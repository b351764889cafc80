import { callText } from "../../formulas/write-call";
import { call, literal, type Definition, type Example, type Scalar } from "../../functions";
import { outcomeRows, shownValue } from "../shown-values";

type Rows = readonly (readonly Scalar[])[];

/** A list stands in one column, as a user would lay it out. */
const asRows = (given: readonly unknown[]): Rows =>
  given.map((row) => (Array.isArray(row) ? row : [row]) as readonly Scalar[]);

function written(given: unknown): string {
  if (given === undefined) return "";
  if (!Array.isArray(given)) return literal(given as Scalar);
  return `{${asRows(given)
    .map((row) => row.map(literal).join(","))
    .join(";")}}`;
}

/** A worked example as a formula that can be typed. */
export function writtenExample(namespace: string, definition: Definition, { given }: Example): string {
  return callText(
    namespace,
    definition,
    Object.keys(definition.parameters).map((name) => written(given[name])),
  );
}

const mostCells = 12;

/** What it gives, calculated here and now; the first cells of it where there are many. */
export function exampleResult(definition: Definition, { given }: Example): string {
  const args = Object.keys(definition.parameters).map((name) => given[name] ?? null);
  const rows = outcomeRows(
    call(
      definition,
      args.map((value) => (Array.isArray(value) ? asRows(value) : value)),
    ),
  );
  const columns = rows[0]?.length ?? 1;
  const seen = rows.slice(0, Math.max(1, Math.floor(mostCells / columns)));
  return seen.map((row) => row.map(shownValue).join(", ")).join("; ") + (seen.length < rows.length ? " …" : "");
}
