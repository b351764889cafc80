import { delimitedRows } from "../../reference/import-delimited";
import { rawText, type RawTable } from "../../reference/import-raw";
import { ImportRefusal } from "../../reference/import-refusal";
import { decodedText } from "../../reference/import-text";
import { readWorkbook } from "../../xlsx";
import { unpack } from "../../xlsx/archive";
import { packageFolder, packageTables } from "./data-package";
import { rawSheet } from "./sheet-cells";

/** A file that the user chose. */
export interface OwnFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the file picker offers. */
export const ownFileTypes = ".csv,.tsv,.txt,.xlsx,.xlsm,.zip";

/** The tables in a file of the user's: one in a CSV file, as many as a workbook has sheets and a package resources. */
export async function ownTables({ name, bytes }: OwnFile): Promise<readonly RawTable[]> {
  if (bytes.length > mostBytes) throw tooLarge;
  if (startsWith(bytes, 0x50, 0x4b)) return tablesInZip(bytes);
  // An old .xls or one with a password: the reader of workbooks says which.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return sheetsOf(bytes);
  const table = delimitedRows(decodedText(bytes).text, name.replace(/\.[a-z]{1,4}$/i, ""));
  return [table];
}

const mostBytes = 64 * 2 ** 20;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);

async function tablesInZip(bytes: Uint8Array): Promise<readonly RawTable[]> {
  const parts = unpack(bytes);
  const folder = packageFolder(parts);
  return folder === undefined ? sheetsOf(bytes) : packageTables(parts, folder);
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly RawTable[]> {
  const { content } = await readWorkbook(bytes);
  const isFilled = ({ rows }: RawTable): boolean => rows.some((row) => row.some((cell) => rawText(cell) !== ""));
  const sheets = content.sheets.map(rawSheet).filter(isFilled);
  if (sheets.length === 0) throw nothingInIt;
  return sheets;
}

const nothingInIt = new ImportRefusal(
  { en: "No sheet of the workbook has content.", zh: "该工作簿的工作表均无内容。" },
  { en: "Choose another file.", zh: "请选择其他文件。" },
);

const tooLarge = new ImportRefusal(
  { en: "The file is larger than 64 MB.", zh: "文件超过 64 MB。" },
  { en: "Leave out what the model does not need.", zh: "请去掉模型不需要的部分。" },
);
