import Papa from "papaparse";
import type { RawTable } from "./import-raw";

const delimiters = [",", "\t", ";", "|", "，"] as const;

/** The rows of a text whose cells are separated by a sign, whichever it is, and may stand in quotation marks. */
export function delimitedRows(text: string, name: string): RawTable {
  const plain = text.replace(/^\ufeff/, "");
  const { data } = Papa.parse<string[]>(plain, { delimiter: delimiterOf(plain) });
  while (data.length > 0 && data.at(-1)!.every((cell) => cell.trim() === "")) data.pop();
  return { name, rows: data, firstRow: 1 };
}

/** The sign that cuts most of the first lines into equally many cells: titles and remarks have none of it. */
function delimiterOf(text: string): string {
  const found = delimiters.map((delimiter) => ({ delimiter, ...evenness(text, delimiter) }));
  found.sort((a, b) => b.lines - a.lines || b.width - a.width);
  return found[0]!.lines > 0 ? found[0]!.delimiter : ",";
}

function evenness(text: string, delimiter: string): { readonly lines: number; readonly width: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 100 });
  const counts = new Map<number, number>();
  for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 0, lines = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { lines, width };
}
