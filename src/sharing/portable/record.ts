import { areaAddress, parseArea, type Area } from "../../formulas/addresses";
import type { CellValue, WorkbookContent } from "../../xlsx/content";
import { children, parseXml, type Element } from "../../xlsx/xml";
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
  /** The value that took its place. */
  readonly value: CellValue;
  /** The note before the copy added a source to it; undefined where it added none. */
  readonly note?: string;
}

export interface DefinitionRecord {
  readonly kind: "name" | "column";
  readonly name: string;
  readonly column?: string;
  readonly sheet?: string;
  readonly original: string;
}

export interface PortableRecord {
  readonly cells: readonly CellRecord[];
  readonly definitions: readonly DefinitionRecord[];
}

const NAMESPACE = "urn:industry-policy-workbench:portable:1";

const isRecord = (xml: string): boolean => xml.includes(`"${NAMESPACE}"`);

export const withoutRecord = (customXml: readonly string[]): string[] => customXml.filter((xml) => !isRecord(xml));

export function recordOf(plan: PortablePlan): PortableRecord {
  return {
    cells: plan.cells.map(({ sheet, cell, after, tier, converted }) => ({
      sheet,
      area: { row: cell.row, column: cell.column, ...extentOf(cell) },
      original: cell.formula,
      tier,
      value: after.value,
      ...(converted !== undefined && { converted }),
      ...(after.note !== cell.note && { note: cell.note ?? "" }),
    })),
    definitions: plan.definitions.map(({ converted: _, why: __, ...definition }) => definition),
  };
}

/** The record as a part that other programs carry along without reading it. */
export function recordXml({ cells, definitions }: PortableRecord): string {
  const inner = [
    ...cells.map(({ area, value, ...texts }) =>
      xmlElement("cell", { ...texts, area: areaAddress(area), value: JSON.stringify(value) })),
    ...definitions.map(({ kind, ...texts }) => xmlElement(kind, { ...texts })),
  ];
  const root = xmlElement("portable", { xmlns: NAMESPACE }, inner.join(""));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** What a portable copy says of itself; undefined for any other workbook. */
export function recordIn({ customXml }: WorkbookContent): PortableRecord | undefined {
  const xml = customXml.find(isRecord);
  if (xml === undefined) return undefined;
  const root = parseXml(xml);
  const definitions = (["name", "column"] as const).flatMap((kind) =>
    children(root, kind).map((element) => definitionRecord(kind, element)));
  return { cells: children(root, "cell").flatMap(cellRecord), definitions };
}

function cellRecord({ attributes }: Element): CellRecord[] {
  const { sheet = "", area: address = "", original = "", converted, tier = "value", value = "null", note } = attributes;
  const area = parseArea(address);
  if (!area) return [];
  const record = { sheet, area, original, tier: tier as Tier, value: JSON.parse(value) as CellValue };
  return [{ ...record, ...(converted !== undefined && { converted }), ...(note !== undefined && { note }) }];
}

function definitionRecord(kind: DefinitionRecord["kind"], { attributes }: Element): DefinitionRecord {
  const { name = "", column, sheet, original = "" } = attributes;
  return { kind, name, column, sheet, original };
}
