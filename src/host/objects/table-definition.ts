import { ICommandService, IUndoRedoService, sequenceExecute, type IMutationInfo } from "@univerjs/core";
import { AddSheetTableMutation, DeleteSheetTableMutation, TableManager } from "@univerjs/sheets-table";
import { ApiError } from "../api-error";
import { rangeOf } from "../areas-and-ranges";
import type { Book, Place } from "./book";
import { plain } from "./cells";
import { tableInfo, wholeArea, type TableInfo } from "./table-infos";

/** Univer's own look for tables. */
const look = { tableStyleId: "table-default-0", showHeader: true };

/**
 * Tables are made by Univer's mutations: its commands take no name that a sheet has too,
 * and turn what formulas say of a table that is renamed into #REF!.
 */
interface Definition {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
}

function adding(book: Book, { id, name, place: { sheet, area } }: Definition): IMutationInfo {
  const [header = []] = book.engine.values(book.name(sheet), { ...area, rows: 1 });
  return {
    id: AddSheetTableMutation.id,
    params: {
      unitId: book.workbook.getId(),
      subUnitId: sheet,
      tableId: id,
      name,
      range: rangeOf(area),
      header: header.map((title) => String(plain(title))),
      options: look,
    },
  };
}

const removing = (book: Book, { id, place }: Definition): IMutationInfo => ({
  id: DeleteSheetTableMutation.id,
  params: { unitId: book.workbook.getId(), subUnitId: place.sheet, tableId: id },
});

const definitionOf = (info: TableInfo): Definition =>
  ({ id: info.id, name: info.name, place: { sheet: info.subUnitId, area: wholeArea(info) } });

function carryOut(book: Book, redoMutations: IMutationInfo[], undoMutations: IMutationInfo[]): void {
  const injector = book.engine.univer.__getInjector();
  const { result } = sequenceExecute(redoMutations, injector.get(ICommandService));
  if (!result) throw new ApiError("GeneralException");
  const unitID = book.workbook.getId();
  injector.get(IUndoRedoService).pushUndoRedo({ unitID, undoMutations, redoMutations });
}

export function defineTable(book: Book, definition: Definition): void {
  carryOut(book, [adding(book, definition)], [removing(book, definition)]);
}

export function undefineTable(book: Book, id: string): void {
  const definition = definitionOf(tableInfo(book, id));
  carryOut(book, [removing(book, definition)], [adding(book, definition)]);
}

export function renameDefinition(book: Book, id: string, name: string): void {
  const info = tableInfo(book, id);
  const before = definitionOf(info);
  const after = { ...before, name };
  const redo = [removing(book, before), adding(book, after)];
  carryOut(book, redo, [removing(book, after), adding(book, before)]);
  restyle(book, id, info.meta);
}

/** What Univer keeps with a table and does not look at. */
export function restyle(book: Book, id: string, meta: TableInfo["meta"]): void {
  const manager = book.engine.univer.__getInjector().get(TableManager);
  manager.getTableById(book.workbook.getId(), id)?.setTableMeta({ ...meta });
}
