import type { CellContent, CellValue } from "../../xlsx/content";
import { blocksBy } from "../blocks";
import type { Book, SheetBook } from "../book";
import type { Finding } from "../finding";

const isError = (value: CellValue): value is { readonly error: string } => typeof value === "object" && value !== null;

const meanings: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  "#NAME?": {
    en: "Excel does not know a name in it. A function of this add-in that was typed before the add-in was there stays so "
      + "until it is entered anew: Repair does that.",
    zh: "Excel 不认识其中的名称。加载项尚未载入时键入的函数会一直如此，须重新录入：“修复”可完成。",
  },
  "#REF!": { en: "It refers to cells that were deleted.", zh: "引用的单元格已被删除。" },
  "#DIV/0!": { en: "It divides by 0 or by an empty cell.", zh: "除数为 0 或空单元格。" },
  "#N/A": { en: "A value was not found, or is missing.", zh: "未找到数值或数值缺失。" },
  "#SPILL!": { en: "Its results have no room: cells are in the way.", zh: "结果没有足够空间：有单元格阻挡。" },
};

const other = { en: "A result that depends on it is no number either.", zh: "依赖它的结果同样无法计算。" };

const inSheet = ({ name, content }: SheetBook): Finding[] => {
  const failed = content.cells.filter(({ value }) => isError(value));
  const codeOf = (cell: CellContent): string => (cell.value as { readonly error: string }).error;
  return blocksBy(failed, (cell) => cell, codeOf).map(({ address, members: [first] }) => ({
    rule: "error",
    level: "error",
    sheet: name,
    address,
    what: { en: `${codeOf(first!)} stands in ${address}`, zh: `${address} 显示 ${codeOf(first!)}` },
    why: meanings[codeOf(first!)] ?? other,
    about: codeOf(first!),
  }));
};

/** Cells that show an error. */
export const errors = ({ sheets }: Book): Finding[] => sheets.flatMap(inSheet);
