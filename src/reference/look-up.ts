import { Refusal, type Texts } from "../refusal";
import { notFound } from "./missing";
import { names, plain } from "./near";
import { byLatest, periodText } from "./period";
import type { ReferenceTable, Row } from "./tables";
import { shownValue } from "./shown";
import { isLimit, limitSide } from "./vocabulary";

/** What a formula may hand over: a year in a cell is a number. */
export type Written = string | number;

const distinctNames = (all: readonly Texts[]): Texts[] => [
  ...new Map(all.map((name) => [plain(name.en), name])).values(),
];

const inBoth = (name: string): Texts => ({ en: name, zh: name });

const given = (written: Written | undefined): written is Written =>
  written !== undefined && String(written).trim() !== "";

function keyed(table: ReferenceTable, key: Written): readonly Row[] | Refusal {
  const rows = table.rows.filter((row) => names(String(key), row.key));
  if (rows.length > 0) return rows;
  const why = { en: `is not in ${table.id}`, zh: `不在 ${table.id} 中` };
  return notFound("key", String(key), why, distinctNames(table.rows.map((row) => row.key)));
}

const periodNames = (period: string): Texts => ({ en: period, zh: periodText(period, "zh") });

/** The rows of the period asked for, or of the latest. */
function dated(rows: readonly Row[], period?: Written): readonly Row[] | Refusal {
  const there = [...new Set(rows.map((row) => row.period))].sort(byLatest);
  if (!given(period)) return rows.filter((row) => row.period === there[0]);
  const found = rows.filter((row) => names(String(period), periodNames(row.period)));
  if (found.length > 0) return found;
  const why = { en: `is not there for “${rows[0].key.en}”`, zh: `对“${rows[0].key.zh}”没有数据` };
  return notFound("period", String(period), why, there.map(periodNames));
}

const side = /^(.*?)[\s_-]*((?:lower|upper)[\s_-]bound)$/i;

/** `parts_firms_lower_bound` asks for the lower bound of parts_firms, `lower_bound` for that of the value. */
function wanted(field: string): { readonly name: string; readonly side?: string } {
  const match = side.exec(field.trim());
  return match ? { name: match[1] || "value", side: plain(match[2]).replace(" ", "_") } : { name: field };
}

const fieldNames = (rows: readonly Row[]): Texts[] =>
  distinctNames(rows.map(({ field }) => inBoth(field.name)));

function fielded(rows: readonly Row[], field?: Written): readonly Row[] | Refusal {
  const name = given(field) ? wanted(String(field)).name : "value";
  const found = rows.filter((row) => plain(row.field.name) === plain(name) || names(name, row.field.title));
  if (found.length > 0) return found;
  const why = { en: `is not there for “${rows[0].key.en}”`, zh: `对“${rows[0].key.zh}”没有数据` };
  return notFound("field", name, why, fieldNames(rows));
}

const refused = (subject: string, en: string, zh: string): Refusal =>
  new Refusal("missing", { en, zh }, subject);

/** The row as its number may be used, or why it may not. */
function usable(row: Row, field?: Written): Row | Refusal {
  if (row.certainty === "inferred") {
    return refused(
      "key",
      `“${row.key.en}” is a reading of ours (inferred), not verified; the table says on what it rests`,
      `“${row.key.zh}”为本库推断，未经核实；依据见该数据表`,
    );
  }
  const asked = given(field) ? wanted(String(field)).side : undefined;
  if (!asked) return isLimit(row.bound) ? onlyBounded(row) : row;
  if (isLimit(row.bound) && limitSide(row.bound) === asked) return { ...row, bound: "" };
  return refused("field", `“${asked}” is not known for “${row.key.en}”`, `“${row.key.zh}”的“${asked}”未知`);
}

function onlyBounded(row: Row): Refusal {
  const name = (row.field.name === "value" ? "" : `${row.field.name}_`) + limitSide(row.bound);
  return refused(
    "key",
    `“${row.key.en}” is only known to be ${shownValue(row, "en")}; ask for the field “${name}”`,
    `“${row.key.zh}”仅知${shownValue(row, "zh")}；可改用字段“${name}”`,
  );
}

/** All that the table holds on a key in a period, the latest unless told, however sure it is. */
export function rowsOn(table: ReferenceTable, key: Written, period?: Written): readonly Row[] | Refusal {
  const rows = keyed(table, key);
  return rows instanceof Refusal ? rows : dated(rows, period);
}

/**
 * The one row that a formula asks for. A key is known in English and in Chinese; the field is "value" and
 * the period the latest unless told. What is inferred, and a number that is only a bound, are refused.
 */
export function lookUp(
  table: ReferenceTable,
  key: Written,
  field?: Written,
  period?: Written,
): Row | Refusal {
  const rows = keyed(table, key);
  if (rows instanceof Refusal) return rows;
  const ofField = fielded(rows, field);
  if (ofField instanceof Refusal) return ofField;
  const found = dated(ofField, period);
  return found instanceof Refusal ? found : usable(found[0], field);
}
