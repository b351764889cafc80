import { invalidArgument, itemAlreadyExists } from "../api-error";
import type { Book } from "./book";

const longest = 31;

/** Excel's rules for the name of a sheet; `own` is the sheet that may keep the name it has. */
export function checkedName(book: Book, name: unknown, own?: string): string {
  if (typeof name !== "string" || name === "" || name.length > longest) throw invalidArgument();
  if (/[:\\/?*[\]]|^'|'$/.test(name) || /^history$/i.test(name)) throw invalidArgument();
  const taken = book.sheetNamed(name);
  if (taken && taken.getSheetId() !== own) throw itemAlreadyExists();
  return name;
}

/** `Sheet4`, the first that is free from the number of sheets on. */
export function freeName(book: Book): string {
  for (let number = book.workbook.getNumSheets() + 1; ; number++) {
    if (!book.sheetNamed(`Sheet${number}`)) return `Sheet${number}`;
  }
}
