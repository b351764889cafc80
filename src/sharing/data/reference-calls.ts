import { parsedArgument } from "../../formulas/arguments";
import { rowsOn, table as tableNamed, type ReferenceTable, type Row } from "../../reference";
import { Refusal } from "../../refusal";
import { FormulaCell, type Book } from "../book";
import { heldAt } from "./inserted";
import { readsOf } from "../reading";

/** A call of REF_VALUE or REF_SOURCE in a formula, as far as its arguments are known without calculating. */
export interface ReferenceCall {
  readonly table: ReferenceTable;
  /** What the table holds on the key that is asked for; undefined where the key is calculated or unknown. */
  readonly rows?: readonly Row[];
}

const names = new Set(["REF_VALUE", "REF_SOURCE"]);

export function referenceCalls(cell: FormulaCell, book: Book): ReferenceCall[] {
  return cell.calls
    .filter(({ definition }) => names.has(definition.name))
    .flatMap(({ definition, args }) => {
      const at = Object.keys(definition.parameters);
      const argument = (name: string): string | number | undefined => known(args[at.indexOf(name)]?.text ?? "", cell, book);
      const id = argument("table");
      const table = id === undefined ? undefined : tableNamed(String(id));
      if (!table || table instanceof Refusal) return [];
      const key = argument("key");
      const rows = key === undefined ? undefined : rowsOn(table, key, argument("period"));
      return [{ table, ...(rows && !(rows instanceof Refusal) && { rows: ofField(rows, argument("field")) }) }];
    });
}

function ofField(rows: readonly Row[], field: string | number | undefined): readonly Row[] {
  const wanted = String(field ?? "").trim().toLowerCase();
  const found = rows.filter((row) => row.field.name.toLowerCase() === wanted);
  return found.length > 0 ? found : rows;
}

/** A text or a number that is written in the formula, or stands in the one cell that it names. */
function known(text: string, cell: FormulaCell, book: Book): string | number | undefined {
  const parsed = parsedArgument(text);
  if (parsed.kind === "value") return plain(parsed.value);
  if (parsed.kind !== "cells" && parsed.kind !== "name" && parsed.kind !== "table") return undefined;
  const [read, ...more] = readsOf(text, cell, book);
  if (!read || more.length > 0 || read.area.rows * read.area.columns !== 1) return undefined;
  return plain(heldAt(read.sheet, read.area.row, read.area.column));
}

const plain = (value: unknown): string | number | undefined =>
  (typeof value === "string" && value !== "") || typeof value === "number" ? value : undefined;
