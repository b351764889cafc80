import type { Book } from "./book";
import { recordsNamespace } from "../../xlsx/records";
import { rootNamespace } from "../../xlsx/root-namespace";

/**
 * What Excel keeps in places of the file that the embedded workbook does not have. It travels
 * in custom XML parts of ours, which the collection of custom XML parts does not show.
 */
export const records = {
  settings: `${recordsNamespace}settings`,
  properties: `${recordsNamespace}properties`,
} as const;

type Namespace = (typeof records)[keyof typeof records];

export type KeptRecord = Readonly<Record<string, unknown>>;

export const isKeptRecord = (xml: string): boolean =>
  Object.values(records).includes(rootNamespace(xml) as Namespace);

const isOf = (namespace: Namespace) => (xml: string): boolean => rootNamespace(xml) === namespace;

export function readRecord(book: Book, namespace: Namespace): KeptRecord {
  const part = book.engine.customXml.find(isOf(namespace));
  const text = part && /<json>([\s\S]*)<\/json>/.exec(part)?.[1];
  return text ? (JSON.parse(unescaped(text)) as KeptRecord) : {};
}

export function writeRecord(book: Book, namespace: Namespace, record: KeptRecord): void {
  const others = book.engine.customXml.filter((xml) => !isOf(namespace)(xml));
  const part = `<record xmlns="${namespace}"><json>${escaped(JSON.stringify(record))}</json></record>`;
  book.engine.customXml = Object.keys(record).length > 0 ? [...others, part] : others;
}

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const unescaped = (text: string): string =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
