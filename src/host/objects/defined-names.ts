import { generateRandomId } from "@univerjs/core";
import {
  IDefinedNamesService, isReferenceStrings, type IDefinedNamesServiceParam,
} from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/sheets";
import { ApiError } from "../api-error";
import type { Book } from "./book";

/** A name as Univer keeps it. */
export type DefinedName = IDefinedNamesServiceParam;

const scopeOf = (sheet: string | undefined): string => sheet ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME;

/** The names of the workbook, or those known on one sheet alone. */
export function definedNames(book: Book, sheet?: string): DefinedName[] {
  const service = book.engine.univer.__getInjector().get(IDefinedNamesService);
  const all = Object.values(service.getDefinedNameMap(book.workbook.getId()) ?? {});
  return all.filter(({ localSheetId = scopeOf(undefined) }) => localSheetId === scopeOf(sheet));
}

export function allDefinedNames(book: Book): DefinedName[] {
  const sheets = book.workbook.getSheets().map((sheet) => sheet.getSheetId());
  return [undefined, ...sheets].flatMap((sheet) => definedNames(book, sheet));
}

/** With its "=", as Excel gives it; Univer writes references without. */
export const formulaOf = (name: DefinedName): string => `=${name.formulaOrRefString.replace(/^=/, "")}`;

/** Univer lists names that stand for cells only where they are written without "=". */
function univerFormula(formula: string): string {
  const bare = formula.slice(1);
  return isReferenceStrings(bare) ? bare : formula;
}

interface Definition {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
  readonly sheet?: string;
}

/** Past Univer's facade, which takes no name that is also a function's: Excel lets a rate be called Rate. */
export function defineName(book: Book, { name, formula, comment, sheet }: Definition): void {
  command(book, "sheet.command.insert-defined-name", {
    id: generateRandomId(10),
    name,
    formulaOrRefString: univerFormula(formula),
    comment,
    localSheetId: scopeOf(sheet),
    hidden: false,
  });
}

export function changeName(book: Book, name: DefinedName, change: Partial<Definition>): void {
  const { formula = formulaOf(name), comment = name.comment } = change;
  const changed = { ...name, formulaOrRefString: univerFormula(formula), comment };
  command(book, "sheet.command.set-defined-name", changed);
}

export const removeName = (book: Book, name: DefinedName): void =>
  command(book, "sheet.command.remove-defined-name", { ...name });

function command(book: Book, id: string, name: DefinedName): void {
  const done = book.engine.api.syncExecuteCommand(id, { unitId: book.workbook.getId(), ...name });
  if (!done) throw new ApiError("GeneralException");
}
