import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Language } from "../refusal";
import { WorkbookError } from "../xlsx";
import { fileTooLarge } from "../xlsx/failures";
import { MAX_FILE_BYTES } from "../xlsx/limits";

/** The size is asked first: a file far beyond the limit must not fill the memory. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) throw fileTooLarge(MAX_FILE_BYTES);
  return readFile(path);
}

/** Excel opens a workbook with macros under this ending only, and one without under any other. */
export function checkEnding(path: string, macros: boolean): void {
  const ending = extname(path).toLowerCase();
  if ((ending === ".xlsm") === macros) return;
  throw new Error(macros
    ? `${path}: the workbook holds macros, so its name must end in .xlsm`
    : `${path}: the workbook holds no macros, so its name must not end in .xlsm`);
}

/** Works on a workbook; what is wrong with the file is said with its name. */
export async function working<Result>(path: string, language: Language, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof WorkbookError ? new Error(`${path}: ${error.text(language)}`) : error;
  }
}
