import { grouped } from "../maths/grouped";
import type { Language, Texts } from "../refusal";
import { periodText } from "./period";
import { places } from "./places";
import { shownNotes, shownSeen } from "./shown";
import type { Field, ReferenceTable, Row } from "./tables";
import { certainties, units, type Certainty } from "./vocabulary";

/** A table as it stands on a sheet: a header of one word a column, then typed cells. */
export interface WideTable {
  /** A name that structured references can carry: SixClusters. */
  readonly name: string;
  readonly columns: readonly WideColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** What each row is about, as the table writes it in English. */
  readonly keys: readonly { readonly key: string; readonly period: string }[];
  /** Of each cell, to be set before it is written: "@" keeps `2020-04` from turning into a date. */
  readonly formats: readonly (readonly string[])[];
  /** What must be read beside it: units, periods, sources, how sure, corrections. */
  readonly notes: readonly Texts[];
}

export interface WideColumn {
  /** English in every language, so that a formula that names it works everywhere. */
  readonly header: string;
  readonly title: Texts;
  readonly unit?: Texts;
  /** The name of the field whose figures stand in it. */
  readonly field?: string;
}

type Group = readonly [Row, ...Row[]];
export type Cell = number | string;

interface Column extends WideColumn {
  readonly cell: (group: Group, language: Language) => Cell;
  readonly format: (group: Group) => string;
}

const pascal = (id: string): string =>
  id
    .split("_")
    .map((word) => word[0] + word.slice(1).toLowerCase())
    .join("");

const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

export const distinctTexts = (texts: readonly string[]): string[] => [...new Set(texts)].filter(Boolean);

/** Rows of one key and period stand in one line. */
function groupsOf(rows: readonly Row[]): Group[] {
  return [...grouped(rows, (row) => JSON.stringify([row.key.en, row.period])).values()];
}

/** A bound and a reading of ours are text, which no sum takes for a figure. */
function cellOf(row: Row, language: Language): Cell {
  const { value, bound, certainty } = row;
  if (typeof value !== "number") return value[language];
  const text = bound === "~" || bound === "" ? "" : `${bound}${value}`;
  if (certainty === "inferred") return `${certainties.inferred.name[language]} ${text || value}`;
  return text || value;
}

/** "derived" or "inferred" when every row of the field is: the header itself says so. */
function standing(rows: readonly Row[]): Certainty | undefined {
  const [first] = rows;
  const special = first.certainty === "derived" || first.certainty === "inferred";
  return special && rows.every(({ certainty }) => certainty === first.certainty)
    ? first.certainty
    : undefined;
}

function sharedUnit(rows: readonly Row[]): string | undefined {
  const all = new Set(rows.map(({ unit }) => unit));
  return all.size === 1 ? rows[0].unit : undefined;
}

function fieldColumn(field: Field, table: ReferenceTable): Column {
  const rows = table.rows.filter((row) => row.field === field);
  const unit = sharedUnit(rows);
  const marked = table.fields.length > 1 ? standing(rows) : undefined;
  const mark = marked && certainties[marked].name;
  return {
    header: capital(field.name) + (marked ? `_${marked}` : ""),
    title: mark
      ? { en: `${field.title.en} (${mark.en})`, zh: `${field.title.zh}（${mark.zh}）` }
      : field.title,
    field: field.name,
    ...(unit && unit !== "text" && { unit: { en: units[unit].en, zh: units[unit].zh } }),
    cell: (group, language) => {
      const row = rowOf(group, field);
      return row ? cellOf(row, language) : "";
    },
    format: (group) => units[rowOf(group, field)?.unit ?? "text"].format,
  };
}

const rowOf = (group: Group, field: Field): Row | undefined => group.find((row) => row.field === field);

const textColumn = (header: string, en: string, zh: string, cell: Column["cell"]): Column => ({
  header,
  title: { en, zh },
  cell,
  format: () => "@",
});

const unitColumn = textColumn("Unit", "Unit", "单位", ([{ unit }], language) => units[unit][language]);

/** Whole years are numbers, so that they can be compared and charted. */
function periodColumn(table: ReferenceTable): Column {
  const years = table.periods.every((period) => /^\d{4}$/.test(period));
  const cell: Column["cell"] = ([{ period }], language) =>
    years ? Number(period) : periodText(period, language);
  return { ...textColumn("Period", "Period", "时期", cell), format: () => (years ? "0" : "@") };
}

function certaintyText(group: Group, language: Language): string {
  const said =
    group.length === 1
      ? group
      : group.filter(({ certainty }) => !["derived", "inferred"].includes(certainty));
  return distinctTexts(
    (said.length > 0 ? said : group).map(({ certainty }) => certainties[certainty].name[language]),
  ).join("; ");
}

const trailing: readonly Column[] = [
  textColumn("Geography", "Geography", "地区", ([{ place }], language) =>
    language === "en" ? place : places[place],
  ),
  textColumn("Source", "Source", "来源", (group, language) =>
    distinctTexts(group.flatMap(({ sources }) => sources.map((source) => source[language]))).join("; "),
  ),
  textColumn("Seen", "Seen in", "所见文本", (group, language) =>
    distinctTexts(group.map((row) => shownSeen(row.seen, language))).join("; "),
  ),
  textColumn("Checked", "Checked on", "核对日期", ([{ checked }]) => checked),
  textColumn("Certainty", "Certainty", "可靠程度", certaintyText),
  textColumn("Note", "Note", "说明", shownNotes),
];

function columnsOf(table: ReferenceTable): Column[] {
  const key = textColumn(
    table.key.name,
    table.key.title.en,
    table.key.title.zh,
    ([row], language) => row.key[language],
  );
  const values = table.fields.map((field) => fieldColumn(field, table));
  const mixed = table.fields.length === 1 && sharedUnit(table.rows) === undefined;
  return [key, ...values, ...(mixed ? [unitColumn] : []), periodColumn(table), ...trailing];
}

const joined = (texts: readonly Texts[], language: Language): string =>
  distinctTexts(texts.map((text) => text[language])).join(language === "en" ? "; " : "；");

/** "Parts_firms: firms; Printed_ratio: firms per 10,000 vehicles a year" */
function unitsLine(columns: readonly Column[]): Texts[] {
  const lines = columns.flatMap(({ header, unit }) =>
    unit ? [{ en: `${header}: ${unit.en}`, zh: `${header}：${unit.zh}` }] : [],
  );
  return lines.length === 0
    ? []
    : [{ en: `Units: ${joined(lines, "en")}.`, zh: `单位：${joined(lines, "zh")}。` }];
}

function certaintyLine(table: ReferenceTable): Texts {
  const said = table.certainties.map((certainty) => certainties[certainty]);
  const line = (language: Language): string =>
    joined(
      said.map(({ name, meaning }) => ({
        en: `${name.en} = ${meaning.en}`,
        zh: `${name.zh}＝${meaning.zh}`,
      })),
      language,
    );
  return { en: `Certainty: ${line("en")}.`, zh: `可靠程度：${line("zh")}。` };
}

function boundsLine(table: ReferenceTable): Texts[] {
  if (!table.rows.some(({ bound }) => bound.startsWith("<") || bound.startsWith(">"))) return [];
  return [
    {
      en: "A cell such as <3 or >600 is a bound: the sources give no value, and no sum counts it.",
      zh: "“<3”“>600”一类单元格为界限：来源未给出数值，求和不计入。",
    },
  ];
}

function notesOf(table: ReferenceTable, columns: readonly Column[]): Texts[] {
  const { title, description, notes, rows, periods, version, checked } = table;
  const sources = rows.flatMap((row) => row.sources);
  const period = (language: Language): string =>
    periods.map((text) => periodText(text, language)).join(", ");
  return [
    { en: `${title.en}. ${description.en}`, zh: `${title.zh}。${description.zh}` },
    ...notes,
    ...unitsLine(columns),
    ...boundsLine(table),
    { en: `Period: ${period("en")}.`, zh: `时期：${period("zh")}。` },
    { en: `Source: ${joined(sources, "en")}.`, zh: `来源：${joined(sources, "zh")}。` },
    certaintyLine(table),
    {
      en: `Data version ${version}, last checked on ${checked}; facts compiled for this add-in.`,
      zh: `数据版本 ${version}，最近核对于 ${checked}；由本加载项整理。`,
    },
  ];
}

/** Text in a column of numbers is formatted as text. */
const formatOf = (cell: Cell, format: string): string => (typeof cell === "number" ? format : "@");

/** How the table is laid out on a sheet, with texts in one language. */
export function wide(table: ReferenceTable, language: Language): WideTable {
  const columns = columnsOf(table);
  const groups = groupsOf(table.rows);
  const rows = groups.map((group) => columns.map(({ cell }) => cell(group, language)));
  return {
    name: pascal(table.id),
    columns: columns.map(({ header, title, unit, field }) => ({
      header,
      title,
      ...(unit && { unit }),
      ...(field && { field }),
    })),
    rows,
    keys: groups.map(([{ key, period }]) => ({ key: key.en, period })),
    formats: rows.map((cells, i) => cells.map((cell, j) => formatOf(cell, columns[j].format(groups[i])))),
    notes: notesOf(table, columns),
  };
}
