import type { ITableInfo } from "@univerjs/sheets-table";
import type { Area } from "../../formulas/addresses";
import { itemNotFound } from "../api-error";
import { areaOf } from "../areas-and-ranges";
import type { Book } from "./book";

/** A table as Univer describes it. */
export type TableInfo = ITableInfo;

export const tableInfos = (book: Book): TableInfo[] => book.workbook.getTableList();

export function tableInfo(book: Book, id: string): TableInfo {
  const info = tableInfos(book).find((known) => known.id === id);
  if (!info) throw itemNotFound();
  return info;
}

export const wholeArea = ({ range }: TableInfo): Area => areaOf(range);

/** Without the header, which tables of the embedded workbook always have. */
export function dataArea(info: TableInfo): Area {
  const whole = wholeArea(info);
  return { ...whole, row: whole.row + 1, rows: whole.rows - 1 };
}
