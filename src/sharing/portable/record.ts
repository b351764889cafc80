import { areaAddress, parseArea, type Area } from "../../formulas/addresses";
import { byPlace } from "../../xlsx/cell-changes";
import type { CellContent, CellValue, WorkbookContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";
import { recordIn as findRecord, recordsNamespace } from "../../xlsx/records";
import { children, type Element } from "../../xlsx/xml";
import { xmlElement } from "../../xlsx/xml-editor";
import { extentOf, type PortablePlan } from "./plan";
import type { Tier } from "./texts";

/** A formula that a portable copy replaced, as the copy keeps it in mind. */
export interface CellRecord {
  readonly sheet: string;
  /** The cell with all that it spilled over. */
  readonly area: Area;
  readonly original: string;
  /** Undefined where a value took its place. */
  readonly converted?: string;
  readonly tier: Tier;
  /** The values that took its place, where no formula did. */
  readonly values?: readonly (readonly CellValue[])[];
  /** The note before the copy added a source to it; undefined where it added none. */
  readonly note?: string;
}

export interface DefinitionRecord {
  readonly kind: "name" | "column";
  readonly name: string;
  readonly column?: string;
  readonly sheet?: string;
  readonly original: string;
  /** Undefined where it stands as it was, or went without a successor. */
  readonly converted?: string;
}

export interface PortableRecord {
  readonly cells: readonly CellRecord[];
  readonly definitions: readonly DefinitionRecord[];
}

/** Of the part in which a portable copy keeps its record. */
export const portableNamespace = `${recordsNamespace}portable`;

export const withoutRecord = (customXml: readonly string[]): string[] =>
  customXml.filter((xml) => findRecord([xml], portableNamespace) === undefined);

/** `calculated` holds the results of the plan's content. */
export function recordOf(plan: PortablePlan, calculated: WorkbookContent): PortableRecord {
  const sheets = new Map(calculated.sheets.map(({ name, cells }) => [name, byPlace(cells)]));
  return {
    cells: plan.cells.map(({ sheet, cell, after, tier, converted }) => {
      const area = { row: cell.row, column: cell.column, ...extentOf(cell) };
      return {
        sheet,
        area,
        original: cell.formula,
        tier,
        ...(converted === undefined ? { values: valuesIn(sheets.get(sheet), area) } : { converted }),
        ...(after.note !== cell.note && { note: cell.note ?? "" }),
      };
    }),
    definitions: plan.definitions.map(({ why: _, ...definition }) => definition),
  };
}

type Cells = ReadonlyMap<number, CellContent>;

export const valuesIn = (cells: Cells | undefined, { row, column, rows, columns }: Area): CellValue[][] =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) =>
    cells?.get(placeOf({ row: row + r, column: column + c }))?.value ?? null));

/** The record as a part that other programs carry along without reading it. */
export function recordXml({ cells, definitions }: PortableRecord): string {
  const inner = [
    ...cells.map(({ area, values, ...texts }) =>
      xmlElement("cell", { ...texts, area: areaAddress(area), values: values && JSON.stringify(values) })),
    ...definitions.map(({ kind, ...texts }) => xmlElement(kind, { ...texts })),
  ];
  const root = xmlElement("portable", { xmlns: portableNamespace }, inner.join(""));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** What a portable copy says of itself; undefined for any other workbook. */
export function recordIn({ customXml }: WorkbookContent): PortableRecord | undefined {
  const root = findRecord(customXml, portableNamespace);
  if (!root) return undefined;
  const definitions = (["name", "column"] as const).flatMap((kind) =>
    children(root, kind).map((element) => definitionRecord(kind, element)));
  return { cells: children(root, "cell").flatMap(cellRecord), definitions };
}

function cellRecord({ attributes }: Element): CellRecord[] {
  const { sheet = "", area: address = "", original = "", converted, tier = "value", values, note } = attributes;
  const area = parseArea(address);
  if (!area) return [];
  return [{
    sheet,
    area,
    original,
    tier: tier as Tier,
    ...(converted !== undefined && { converted }),
    ...(values !== undefined && { values: JSON.parse(values) as CellValue[][] }),
    ...(note !== undefined && { note }),
  }];
}

function definitionRecord(kind: DefinitionRecord["kind"], { attributes }: Element): DefinitionRecord {
  const { name = "", column, sheet, original = "", converted } = attributes;
  return { kind, name, column, sheet, original, converted };
}
