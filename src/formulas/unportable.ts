import type { Texts } from "../refusal";

/** Why a formula cannot be written without the add-in; thrown where that is found out, caught where its cell is. */
export class Unportable {
  constructor(readonly why: Texts) {}
}

export const reasons = {
  bound: {
    en: "a name that LET or LAMBDA binds stands where the native form needs a range of cells",
    zh: "LET 或 LAMBDA 定义的名称处于原生公式必须使用单元格区域的位置",
  },
  union: { en: "an argument is in several parts", zh: "某个参数由多个区域组成" },
  severalSheets: { en: "an argument reaches over several sheets", zh: "某个参数跨越多张工作表" },
  passed: { en: "a function is passed by its name", zh: "函数以名称形式传递" },
  otherSizes: { en: "its ranges do not fit each other", zh: "各区域的大小不一致" },
  many: { en: "a range stands where its native form takes one value", zh: "原生公式只接受单个值的位置是区域" },
  intersection: { en: "@ picks one of several values", zh: "@ 从多个值中取一个" },
  spilled: { en: "it refers to a spilled range that is not there", zh: "引用了不存在的溢出区域" },
  place: { en: "it needs a cell of its own", zh: "需要独立的单元格" },
  tooLong: { en: "the native form is longer than Excel allows", zh: "原生公式超过 Excel 允许的长度" },
  merged: { en: "an array formula cannot stand in merged cells", zh: "数组公式不能放在合并单元格中" },
  tooWide: { en: "its table is too wide for the helper sheet", zh: "其表格超出辅助工作表的宽度" },
  name: (name: string): Texts => ({
    en: `it uses the name ${name}, which has no native form`,
    zh: `使用了没有原生形式的名称 ${name}`,
  }),
  newer: (what: string): Texts => ({
    en: `it uses ${what}, which the recipient's program does not have`,
    zh: `使用了 ${what}，收件方的程序没有此功能`,
  }),
} as const;
