import type { DataPackage, Resource, WrittenRow } from "./descriptor";
import { pathsOf } from "./descriptor";
import { looksLikeFormula } from "./import-raw";
import { isPeriod } from "./period";
import { places } from "./places";
import { bounds, certainties, columns, units } from "./vocabulary";

/** What is wrong with one row, in one column. */
interface RowFault {
  readonly column: string;
  readonly message: string;
}

export interface FileFault extends RowFault {
  readonly file: string;
  /** As a text editor counts: the header is line 1. */
  readonly line: number;
}

type Check = (row: WrittenRow, resource: Resource, from: DataPackage) => RowFault | undefined;

const required = [
  "key",
  "keyZh",
  "field",
  "value",
  "unit",
  "period",
  "geography",
  "source",
  "seen",
  "certainty",
];

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

const known =
  (column: string, words: object): Check =>
  (row) =>
    Object.hasOwn(words, row[column])
      ? undefined
      : { column, message: `“${row[column]}” is not in the vocabulary` };

const someColumn =
  (wrong: (text: string, column: string, row: WrittenRow) => boolean, message: string): Check =>
  (row) => {
    const column = columns.find((name) => wrong(row[name] ?? "", name, row));
    return column && { column, message };
  };

const fault =
  (column: string, wrong: (row: WrittenRow) => boolean, message: string): Check =>
  (row) =>
    wrong(row) ? { column, message } : undefined;

/** `steelorbis.com 2022-01-13; people.cn undated` */
const isSeen = (text: string): boolean =>
  text.split("; ").every((place) => /^\S.* (undated|\d{4}(-\d{2}(-\d{2})?)?)$/.test(place));

const isText = ({ unit }: WrittenRow): boolean => unit === "text";

const mustExplain = ({ bound, certainty }: WrittenRow): boolean =>
  bound !== "" || ["derived", "inferred", "single source"].includes(certainty);

const both = (one: string, other: string): boolean => (one === "") === (other === "");

const asksToVerify = ({ note, noteZh }: WrittenRow): boolean =>
  /verify before use/i.test(note) && noteZh.includes("核实");

const checks: readonly Check[] = [
  someColumn((text, column) => required.includes(column) && text.trim() === "", "is empty"),
  someColumn((text) => text !== text.trim(), "starts or ends with a space"),
  someColumn(
    (text, column) => looksLikeFormula(text) && !(column === "value" && isNumber(text)),
    "looks like a formula",
  ),
  known("unit", units),
  known("geography", places),
  fault(
    "certainty",
    ({ certainty }) => !Object.hasOwn(certainties, certainty),
    "is no word for how sure a figure is: what was not seen in a text must not ship",
  ),
  fault("bound", ({ bound }) => bound !== "" && !Object.hasOwn(bounds, bound), "is not in the vocabulary"),
  fault("period", ({ period }) => !isPeriod(period), "is not a period"),
  fault("seen", ({ seen }) => !isSeen(seen), "must name each text with its ISO date or “undated”"),
  fault("value", (row) => !isText(row) && !isNumber(row.value), "is not a number"),
  fault("valueZh", (row) => isText(row) === (row.valueZh === ""), "belongs to every text and to no number"),
  fault("bound", (row) => isText(row) && row.bound !== "", "cannot bound a text"),
  fault("noteZh", ({ note, noteZh }) => !both(note, noteZh), "must be said in both languages or in none"),
  fault(
    "note",
    (row) => mustExplain(row) && row.note === "",
    "must say why the figure is bounded, derived, inferred or single",
  ),
  fault("note", (row) => row.certainty === "derived" && !/\d/.test(row.note), "must state the arithmetic"),
  fault(
    "note",
    (row) => row.unit === "ad valorem" && !asksToVerify(row),
    "of a duty must say: verify before use",
  ),
  (row, { fields }) =>
    fields.some(({ name }) => name === row.field)
      ? undefined
      : { column: "field", message: `“${row.field}” is not a field of the table` },
  (row, _, { descriptor }) => {
    const stranger = row.source
      .split(";")
      .find((id) => descriptor.sources.every((source) => source.id !== id));
    return stranger === undefined
      ? undefined
      : { column: "source", message: `“${stranger}” is not a source of the package` };
  },
];

/** Twice the same address, or one key with two names, and neither could be looked up. */
function repeats(rows: readonly FileRow[]): FileFault[] {
  const addresses = new Set<string>();
  const names = new Map<string, string>();
  return rows.flatMap(({ row, file, line }) => {
    const address = JSON.stringify([row.key.toLowerCase(), row.field, row.period]);
    const name = names.get(row.key) ?? row.keyZh;
    const again = addresses.has(address);
    addresses.add(address);
    names.set(row.key, name);
    if (again) return [{ file, line, column: "key", message: "is there twice with this field and period" }];
    return name === row.keyZh ? [] : [{ file, line, column: "keyZh", message: `is “${name}” elsewhere` }];
  });
}

interface FileRow {
  readonly file: string;
  readonly line: number;
  readonly row: WrittenRow;
}

const rowsOf = (resource: Resource, { files }: DataPackage): FileRow[] =>
  pathsOf(resource).flatMap((file) => (files[file] ?? []).map((row, i) => ({ file, line: i + 2, row })));

function wrongColumns(resource: Resource, from: DataPackage): FileFault[] {
  return pathsOf(resource).flatMap((file) => {
    const [first] = from.files[file] ?? [];
    if (!first) return [{ file, line: 1, column: "", message: "has no rows" }];
    const right = Object.keys(first).join() === columns.join();
    return right
      ? []
      : [{ file, line: 1, column: "", message: `must have the columns ${columns.join(", ")}` }];
  });
}

/** What is wrong with the rows of one table. */
export function rowFaults(resource: Resource, from: DataPackage): FileFault[] {
  const faults = wrongColumns(resource, from);
  if (faults.length > 0) return faults;
  const rows = rowsOf(resource, from);
  const single = rows.flatMap(({ file, line, row }) =>
    checks.flatMap((check) => check(row, resource, from) ?? []).map((found) => ({ file, line, ...found })),
  );
  return [...single, ...repeats(rows)];
}
