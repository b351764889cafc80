import type { Language } from "../refusal";
import { recordsNamespace } from "../xlsx/records";
import { children, parseXml } from "../xlsx/xml";
import { xmlElement } from "../xlsx/xml-editor";

/** Of the custom XML part that says which templates a workbook was given. */
export const templatesNamespace = `${recordsNamespace}templates`;

/** A template in a workbook: enough to take it out again, and nothing else with it. */
export interface TemplateRecord {
  /** Of the template. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly sheets: readonly RecordedSheet[];
  readonly names: readonly string[];
}

export interface RecordedSheet {
  readonly id: string;
  readonly name: string;
  /** Of what stood on it when it was made. */
  readonly fingerprint: string;
}

/** Undefined where there is nothing to keep. */
export function recordsXml(records: readonly TemplateRecord[]): string | undefined {
  if (records.length === 0) return undefined;
  const inner = records.map(({ id, title, language, sheets, names }) =>
    xmlElement("template", { id, title, language }, [
      ...sheets.map((sheet) => xmlElement("sheet", { ...sheet })),
      ...names.map((name) => xmlElement("name", { name })),
    ].join("")));
  return xmlElement("templates", { xmlns: templatesNamespace }, inner.join(""));
}

export function readRecords(xml: string | undefined): TemplateRecord[] {
  if (xml === undefined) return [];
  return children(parseXml(xml), "template").map((template) => {
    const { id = "", title = "", language } = template.attributes;
    return {
      id,
      title,
      language: language === "zh" ? "zh" : "en",
      sheets: children(template, "sheet").map(({ attributes: { id: sheet = "", name = "", fingerprint = "" } }) => ({
        id: sheet,
        name,
        fingerprint,
      })),
      names: children(template, "name").map(({ attributes: { name = "" } }) => name),
    };
  });
}

/** Tells whether cells are as they were: FNV-1a over what stands in them. */
export function fingerprintOf(formulas: readonly (readonly unknown[])[]): string {
  let hash = 0x811c9dc5;
  for (const sign of JSON.stringify(formulas)) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16);
}
