import type { Language, Texts } from "../refusal";

/** What an import did with a row that was not as expected, said of all such rows of a column at once. */
export interface ImportNote {
  readonly kind: NoteKind;
  /** The header of the column; empty for what concerns whole rows. */
  readonly column: string;
  /** As the file counts them; empty where it concerns no row in particular. */
  readonly rows: readonly number[];
  /** Texts of the file, the first few. */
  readonly examples: readonly string[];
}

export type NoteKind = keyof typeof said;

const said = {
  notNumber: { en: "not a number, kept as missing", zh: "不是数字，按缺失处理" },
  otherUnit: { en: "another unit than the column, kept as missing", zh: "单位与该列不同，按缺失处理" },
  noPercent: {
    en: "no % sign where the others have one, kept as missing",
    zh: "缺少其他行所带的 %，按缺失处理",
  },
  missing: { en: "marked as missing, left empty", zh: "标为缺失，留空" },
  converted: { en: "written with 万, 亿 or the like, converted", zh: "带“万”“亿”等字样，已换算" },
  formula: { en: "looks like a formula, kept as text", zh: "形似公式，按文本保留" },
  short: { en: "fewer cells than columns, the rest left empty", zh: "单元格少于列数，其余留空" },
  long: { en: "more cells than headers, kept in columns of their own", zh: "单元格多于标题，另设列保留" },
  empty: { en: "empty, left out", zh: "空行，已略去" },
  above: { en: "above the header, not part of the table", zh: "位于标题行之上，不计入表格" },
  below: { en: "a remark below the table, not part of it", zh: "表尾注释，不计入表格" },
  noHeader: { en: "no header row was found: the columns are numbered", zh: "未找到标题行，列名以编号代替" },
  renamed: { en: "a header that was there twice or empty was renamed", zh: "重复或空白的标题已改名" },
  tooLong: { en: "longer than a cell of Excel holds, cut", zh: "超出 Excel 单元格长度，已截断" },
} satisfies Record<string, Texts>;

const firstRows = 8;

/** "rows 7 and 19", "rows 2, 3, 4 and 96 more" */
export function rowsText(rows: readonly number[], language: Language): string {
  const shown = rows.slice(0, firstRows);
  const more = rows.length - shown.length;
  if (language === "zh") return `第 ${shown.join("、")} 行${more > 0 ? `等 ${rows.length} 行` : ""}`;
  if (rows.length === 1) return `row ${rows[0]}`;
  const last = more > 0 ? `${more} more` : String(shown.pop());
  return `rows ${shown.join(", ")} and ${last}`;
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** "Output: rows 7 and 19: not a number, kept as missing (“abc”)." */
export function noteText({ kind, column, rows, examples }: ImportNote, language: Language): string {
  const colon = language === "en" ? ": " : "：";
  const parts = [column, rows.length > 0 ? rowsText(rows, language) : "", said[kind][language]].filter(Boolean);
  const quoted = [...new Set(examples)].map((text) => `“${text}”`).join(language === "en" ? ", " : "、");
  const shown = quoted && (language === "en" ? ` (${quoted})` : `（${quoted}）`);
  return `${capital(parts.join(colon))}${shown}${language === "en" ? "." : "。"}`;
}
