import type { Language, Texts } from "../refusal";

/** Why a workbook cannot be opened or saved. Nothing has changed when it is thrown. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";

  constructor(
    readonly what: Texts,
    readonly why: Texts,
    readonly next: Texts,
    options?: ErrorOptions,
  ) {
    super(`${what.en} ${why.en} ${next.en}`, options);
  }

  text(language: Language): string {
    const parts = [this.what, this.why, this.next].map((part) => part[language]);
    return parts.join(language === "en" ? " " : "");
  }
}

const notOpened = { en: "The workbook was not opened.", zh: "工作簿未打开。" };
const notSaved = { en: "The workbook was not saved.", zh: "工作簿未保存。" };

const saveAsXlsx = {
  en: "Open it in Excel, save it as an Excel workbook (.xlsx) and try again.",
  zh: "请用 Excel 打开，另存为 Excel 工作簿（.xlsx）后重试。",
};
const repair = {
  en: "Get the file again from where it came, or let Excel repair it: File > Open > Browse, Open and Repair.",
  zh: "请重新获取该文件，或在 Excel 中修复：文件 > 打开 > 浏览，选择“打开并修复”。",
};
const distrust = {
  en: "Do not open it unless you know who made it and why.",
  zh: "除非清楚文件由谁制作、用途为何，否则请勿打开。",
};
const makeSmaller = {
  en: "Delete what the model does not need, or split the workbook, and try again.",
  zh: "请删除模型不需要的内容，或拆分工作簿后重试。",
};

function opening(why: Texts, next: Texts, cause?: unknown): WorkbookError {
  return new WorkbookError(notOpened, why, next, { cause });
}

function saving(why: Texts, next: Texts): WorkbookError {
  return new WorkbookError(notSaved, why, next);
}

const megabytes = (bytes: number) => `${Math.floor(bytes / 2 ** 20)} MB`;

export const notAWorkbook = () => opening(
  { en: "The file is not an Excel workbook.", zh: "该文件不是 Excel 工作簿。" },
  { en: "Choose a file that was saved as .xlsx or .xlsm.", zh: "请选择保存为 .xlsx 或 .xlsm 的文件。" },
);

export const passwordProtected = () => opening(
  { en: "It is encrypted with a password.", zh: "它已用密码加密。" },
  {
    en: "Open it in Excel, remove the password (File > Info > Protect Workbook), save it and try again.",
    zh: "请在 Excel 中打开并移除密码（文件 > 信息 > 保护工作簿），保存后重试。",
  },
);

export const oldFormat = () => opening(
  { en: "It is in the format of Excel 97 to 2003 (.xls).", zh: "它是 Excel 97–2003 格式（.xls）。" },
  saveAsXlsx,
);

export const binaryFormat = () => opening(
  { en: "It is a binary workbook (.xlsb).", zh: "它是二进制工作簿（.xlsb）。" },
  saveAsXlsx,
);

export const openDocument = () => opening(
  { en: "It is an OpenDocument file (.ods).", zh: "它是 OpenDocument 文件（.ods）。" },
  saveAsXlsx,
);

export const damagedFile = (cause?: unknown) => opening(
  { en: "The file is damaged or cut off.", zh: "文件已损坏或不完整。" },
  repair,
  cause,
);

export const noWorkbook = () => opening(
  { en: "The file is a package without a workbook in it.", zh: "该文件包中没有工作簿。" },
  { en: "Choose a file that Excel saved.", zh: "请选择由 Excel 保存的文件。" },
);

export const damagedPart = (part: string, cause?: unknown) => opening(
  { en: `A part of the file cannot be read: ${part}.`, zh: `文件的一个部分无法读取：${part}。` },
  repair,
  cause,
);

export const forbiddenXml = (part: string) => opening(
  {
    en: `The part ${part} declares XML entities, which no workbook needs and which can harm its reader.`,
    zh: `部件 ${part} 声明了 XML 实体；工作簿不需要它们，它们可能危害读取程序。`,
  },
  distrust,
);

export const unsafePath = (path: string) => opening(
  { en: `It holds an entry that points outside the file: ${path}.`, zh: `其中有指向文件之外的条目：${path}。` },
  distrust,
);

export const duplicateEntry = (path: string) => opening(
  {
    en: `It holds two entries of the same name, so that programs would read different workbooks: ${path}.`,
    zh: `其中有两个同名条目，不同程序会读到不同的工作簿：${path}。`,
  },
  distrust,
);

export const suspiciousPacking = (path: string) => opening(
  { en: `The entry ${path} is packed as only a zip bomb is.`, zh: `条目 ${path} 的压缩比异常，疑为压缩炸弹。` },
  distrust,
);

export const fileTooLarge = (limit: number) => opening(
  { en: `The file is larger than ${megabytes(limit)}.`, zh: `文件大于 ${megabytes(limit)}。` },
  makeSmaller,
);

export const unpackedTooLarge = (limit: number) => opening(
  { en: `Unpacked it is larger than ${megabytes(limit)}.`, zh: `解压后大于 ${megabytes(limit)}。` },
  makeSmaller,
);

export const partTooLarge = (path: string, limit: number) => opening(
  {
    en: `The part ${path} is larger than ${megabytes(limit)} unpacked.`,
    zh: `部件 ${path} 解压后大于 ${megabytes(limit)}。`,
  },
  makeSmaller,
);

export const tooManyParts = (limit: number) => opening(
  { en: `It holds more than ${limit} parts.`, zh: `其中部件超过 ${limit} 个。` },
  makeSmaller,
);

export const tooManyCells = (limit: number) => opening(
  { en: `It has more than ${limit} cells with content.`, zh: `有内容的单元格超过 ${limit} 个。` },
  makeSmaller,
);

export const noVisibleSheet = () => saving(
  { en: "Excel needs at least one sheet that is not hidden.", zh: "Excel 至少需要一张未隐藏的工作表。" },
  { en: "Add a sheet or show one.", zh: "请添加或显示一张工作表。" },
);

export const invalidSheetName = (name: string) => saving(
  { en: `Excel does not take “${name}” as the name of a sheet.`, zh: `Excel 不接受工作表名称“${name}”。` },
  {
    en: "Use 1 to 31 characters, none of them [ ] : * ? / \\, and no apostrophe at either end.",
    zh: "请使用 1 至 31 个字符，不含 [ ] : * ? / \\，首尾不用撇号。",
  },
);

export const duplicateSheetName = (name: string) => saving(
  { en: `Two sheets have the name “${name}”.`, zh: `有两张工作表同名：“${name}”。` },
  { en: "Rename one of them.", zh: "请重命名其中一张。" },
);

export const textTooLong = (cell: string, limit: number) => saving(
  { en: `The text in ${cell} is longer than ${limit} characters.`, zh: `${cell} 中的文本超过 ${limit} 个字符。` },
  { en: "Shorten it or split it over several cells.", zh: "请缩短文本或分到多个单元格。" },
);

export const formulaTooLong = (cell: string, limit: number) => saving(
  { en: `The formula in ${cell} is longer than ${limit} characters.`, zh: `${cell} 中的公式超过 ${limit} 个字符。` },
  { en: "Split it over several cells.", zh: "请拆分到多个单元格。" },
);

export const outsideGrid = (sheet: string) => saving(
  { en: `Something on the sheet “${sheet}” lies beyond Excel's last cell.`, zh: `工作表“${sheet}”中有内容超出 Excel 的范围。` },
  { en: "Move it within 1,048,576 rows and 16,384 columns.", zh: "请移到 1,048,576 行、16,384 列之内。" },
);
