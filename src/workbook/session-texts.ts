import type { Texts } from "../refusal";
import { WorkbookError } from "../xlsx/failures";

export const newName: Texts = { en: "Workbook.xlsx", zh: "工作簿.xlsx" };

export const notOpened: Texts = { en: "The workbook was not opened.", zh: "工作簿未打开。" };
export const notSaved: Texts = { en: "The workbook was not saved.", zh: "工作簿未保存。" };
export const notRestored: Texts = {
  en: "The workbook of your last visit could not be brought back. It stays under Earlier.",
  zh: "无法恢复上次的工作簿；它仍保留在“历史”中。",
};
/** Before what a reader should know of a file that opened. */
export const openedWith: Texts = { en: "The workbook is open.", zh: "工作簿已打开。" };

export const alsoOpen = (name: string): Texts => ({
  en: `Another tab is at work on ${name}.`,
  zh: `另一个标签页正在编辑 ${name}。`,
});

export const ownWorkbook: Texts = {
  en: "This tab has started a new workbook; each tab keeps its own.",
  zh: "本标签页已新建工作簿，两者分别保留。",
};

export const elsewhere = (): WorkbookError => new WorkbookError(
  notOpened,
  { en: "Another tab has it open, or it has been removed.", zh: "它已在另一个标签页中打开，或已被移除。" },
  { en: "Go on in that tab, or close it and try again.", zh: "请在该标签页中继续，或关闭它后重试。" },
);
