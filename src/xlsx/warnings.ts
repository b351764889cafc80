import type { Texts } from "../refusal";
import type { Package } from "./package";
import { isOn } from "./styles";
import { child, children, type Element } from "./xml";

/** What a reader should know of a workbook that opened: what is kept but does not work or show here. */
export function warningsOf(parts: Package, workbook: string, root: Element): Texts[] {
  const types = new Set(parts.relationships(workbook).map(({ type }) => type));
  const paths = [...parts.parts.keys()];
  const found = [
    types.has("vbaProject") && warnings.macros,
    types.has("externalLink") && warnings.externalLinks,
    countsFrom1904(root) && warnings.dates1904,
    paths.some((path) => path.startsWith("_xmlsignatures/")) && warnings.signature,
    paths.some((path) => /threadedcomment/i.test(path)) && warnings.threadedComments,
    hasSheetWithoutCells(parts, workbook, root) && warnings.otherSheets,
  ];
  return found.filter((warning) => warning !== false);
}

function hasSheetWithoutCells(parts: Package, workbook: string, root: Element): boolean {
  const grids = parts.relationships(workbook).filter(({ type }) => type === "worksheet").map(({ id }) => id);
  return children(child(root, "sheets"), "sheet").some(({ attributes }) => !grids.includes(attributes[":id"] ?? ""));
}

/** Its dates are four years and a day smaller numbers than in other workbooks. */
export const countsFrom1904 = (workbook: Element): boolean =>
  isOn(child(workbook, "workbookPr")?.attributes.date1904, false);

const warnings = {
  macros: {
    en: "The workbook holds macros. They are kept and not run; save it under a name that ends in .xlsm.",
    zh: "工作簿含有宏。宏会保留但不会运行；请以 .xlsm 结尾的名称保存。",
  },
  externalLinks: {
    en: "The workbook refers to other workbooks. The links are kept; their values are those last saved.",
    zh: "工作簿引用了其他工作簿。链接会保留，其数值为上次保存的数值。",
  },
  dates1904: {
    en: "The workbook counts dates from 1904. Here they show four years and a day too early.",
    zh: "工作簿使用 1904 日期系统。此处显示的日期会早四年零一天。",
  },
  signature: {
    en: "The workbook is digitally signed. Saving it makes the signature invalid.",
    zh: "工作簿带有数字签名。保存后签名将失效。",
  },
  threadedComments: {
    en: "The workbook holds comment threads. They are kept, but not shown here.",
    zh: "工作簿含有批注会话。它们会保留，但此处不显示。",
  },
  otherSheets: {
    en: "The workbook holds sheets that have no cells, such as chart sheets. They are kept, but not shown here.",
    zh: "工作簿含有没有单元格的工作表，例如图表工作表。它们会保留，但此处不显示。",
  },
} as const satisfies Record<string, Texts>;
