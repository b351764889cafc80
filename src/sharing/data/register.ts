import type { Language } from "../../refusal";
import { recordsNamespace } from "../../xlsx/records";
import { rootNamespace } from "../../xlsx/root-namespace";
import { children, escapeXml, innerText, parseXml, type Element } from "../../xlsx/xml";
import { xmlElement } from "../../xlsx/xml-editor";

/** Of the custom XML part that says which data stand in a workbook. */
export const registerNamespace = `${recordsNamespace}data`;

export interface DataRegister {
  /** The Excel table that lists the sources for readers; empty before there is one. */
  readonly sources: string;
  readonly tables: readonly RegisteredTable[];
  readonly own: readonly OwnTable[];
}

export type Form = "table" | "formulas" | "values";

/** A bundled table as it was inserted: enough to see later what has changed since, here or in the data. */
export interface RegisteredTable {
  /** Of the reference table, such as OICA_PRODUCTION. */
  readonly id: string;
  readonly version: string;
  /** Of the Excel table, or of the range that was named for it. */
  readonly name: string;
  readonly form: Form;
  readonly language: Language;
  /** The day, as 2026-11-25. */
  readonly inserted: string;
  readonly headers: readonly string[];
  readonly rows: readonly RegisteredRow[];
}

export interface RegisteredRow {
  readonly key: string;
  readonly period: string;
  readonly cells: readonly (string | number)[];
}

/** A table of the user's: its rows stand in the Excel table, all else here. */
export interface OwnTable {
  readonly name: string;
  readonly title: string;
  /** In the words of the user. */
  readonly source: string;
  /** Where it was read from: the name of a file, or a place of the workbook. */
  readonly origin: string;
  readonly inserted: string;
  readonly columns: readonly OwnColumn[];
}

export interface OwnColumn {
  readonly header: string;
  readonly kind: "number" | "text";
  readonly unit: string;
}

export const emptyRegister: DataRegister = { sources: "", tables: [], own: [] };

const cellXml = (cell: string | number): string =>
  typeof cell === "number" ? xmlElement("n", {}, String(cell)) : xmlElement("t", {}, escapeXml(cell));

function tableXml({ headers, rows, ...attributes }: RegisteredTable): string {
  const columns = headers.map((header) => xmlElement("column", { header }));
  const lines = rows.map(({ key, period, cells }) => xmlElement("row", { key, period }, cells.map(cellXml).join("")));
  return xmlElement("table", attributes, [...columns, ...lines].join(""));
}

const ownXml = ({ columns, ...attributes }: OwnTable): string =>
  xmlElement("own", attributes, columns.map((column) => xmlElement("column", { ...column })).join(""));

export function registerXml({ sources, tables, own }: DataRegister): string {
  return xmlElement(
    "data",
    { xmlns: registerNamespace, sources },
    [...tables.map(tableXml), ...own.map(ownXml)].join(""),
  );
}

const isRegister = (xml: string): boolean => rootNamespace(xml) === registerNamespace;

/** What the parts of a workbook register; a part that somebody damaged registers nothing. */
export function readRegister(customXml: readonly string[]): DataRegister {
  const read = customXml.filter(isRegister).map(readPart);
  return {
    sources: read.map(({ sources }) => sources).find(Boolean) ?? "",
    tables: read.flatMap(({ tables }) => tables),
    own: read.flatMap(({ own }) => own),
  };
}

function readPart(xml: string): DataRegister {
  try {
    const root = parseXml(xml);
    return {
      sources: root.attributes.sources ?? "",
      tables: children(root, "table").map((each) => readTable(each, xml)),
      own: children(root, "own").map(readOwn),
    };
  } catch (error) {
    if (error instanceof SyntaxError) return emptyRegister;
    throw error;
  }
}

const said = ({ attributes }: Element, name: string): string => attributes[name] ?? "";

function readTable(table: Element, xml: string): RegisteredTable {
  const form = said(table, "form");
  return {
    id: said(table, "id"),
    version: said(table, "version"),
    name: said(table, "name"),
    form: form === "formulas" || form === "values" ? form : "table",
    language: said(table, "language") === "zh" ? "zh" : "en",
    inserted: said(table, "inserted"),
    headers: children(table, "column").map((column) => said(column, "header")),
    rows: children(table, "row").map((row) => ({
      key: said(row, "key"),
      period: said(row, "period"),
      cells: row.children.map((cell) => (cell.name === "n" ? Number(innerText(xml, cell)) : innerText(xml, cell))),
    })),
  };
}

const readOwn = (own: Element): OwnTable => ({
  name: said(own, "name"),
  title: said(own, "title"),
  source: said(own, "source"),
  origin: said(own, "origin"),
  inserted: said(own, "inserted"),
  columns: children(own, "column").map((column) => ({
    header: said(column, "header"),
    kind: said(column, "kind") === "number" ? "number" : "text",
    unit: said(column, "unit"),
  })),
});

/** With one more inserted table; what bore its name before is gone, as undo leaves it registered. */
export const withTable = (register: DataRegister, table: RegisteredTable): DataRegister => ({
  ...register,
  tables: [...register.tables.filter(({ name }) => name !== table.name), table],
});

export const withOwnTable = (register: DataRegister, table: OwnTable): DataRegister => ({
  ...register,
  own: [...register.own.filter(({ name }) => name !== table.name), table],
});
