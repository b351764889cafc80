import { Refusal, type Language } from "../refusal";
import { lookUp, source, table as tableOf } from "../reference";
import { family } from "./define";
import { text } from "./kinds";

const define = family(
  "reference",
  { en: "Reference data", zh: "参考数据" },
  { en: "Look up a published figure", zh: "查询公开数据" },
);

const table = text({ en: "Table, such as EU_CVD.", zh: "数据表，如 EU_CVD。" });

const key = text({ en: "Row of the table, in English or Chinese.", zh: "表中的项目，中英文均可。" });

const period = text({ en: "Year or period; the latest where left out.", zh: "年份或时期；省略取最新。" }, { optional: true });

function found<Value>(value: Value | Refusal): Value {
  if (value instanceof Refusal) throw value;
  return value;
}

/** A key in Chinese is answered in Chinese: a formula knows no other sign of its reader. */
const languageOf = (row: string): Language => (/[\u4e00-\u9fff]/.test(row) ? "zh" : "en");

export const refValue = define({
  name: "REF_VALUE",
  title: { en: "Value of a reference table", zh: "参考数据取值" },
  summary: { en: "A figure of the bundled tables; only verified ones.", zh: "内置数据表中的数值；仅限经核实的数据。" },
  method: {
    en: "The stored value. What is inferred, or known only as a bound, is refused with the reason.",
    zh: "所存数值。推断值或仅知上下限的数据会说明原因并拒绝取值。",
  },
  parameters: {
    table,
    key,
    field: text({ en: "Column of the table.", zh: "表中的字段。" }, { default: "value" }),
    period,
  },
  returns: text({ en: "The number, or the text where the table holds one, in the unit of the table.", zh: "数值（或文本），单位见数据表。" }),
  evaluate: ({ table: id, key: row, field, period: when }) => {
    const { value } = found(lookUp(found(tableOf(id)), row, field, when));
    return typeof value === "object" ? value[languageOf(row)] : value;
  },
  native: { none: { en: "becomes a constant with a note that cites it", zh: "转换为常数，并附注出处" } },
  source: "The table's own sources, row by row: REF_SOURCE gives them.",
  examples: [
    { given: { table: "EU_CVD", key: "BYD" }, gives: 0.17, from: "Regulation (EU) 2024/2754: BYD 17.0 %" },
  ],
});

export const refSource = define({
  name: "REF_SOURCE",
  title: { en: "Source of a reference figure", zh: "参考数据出处" },
  summary: { en: "Where a figure comes from, when it was seen and how sure it is.", zh: "数据的出处、所见日期与可靠程度。" },
  method: {
    en: "The citation stored with the row; in Chinese where the key is given in Chinese.",
    zh: "与数据同存的引用文字；以中文项目名查询时返回中文。",
  },
  parameters: { table, key, period },
  returns: text({ en: "A citation.", zh: "引用文字。" }),
  evaluate: ({ table: id, key: row, period: when }) => found(source(found(tableOf(id)), row, when, languageOf(row))),
  native: { none: { en: "becomes a constant", zh: "转换为常量文本" } },
  source: "The table's own sources.",
  examples: [
    {
      given: { table: "EU_CVD", key: "BYD" },
      gives: /Reg \(EU\) 2024\/2754/,
      from: "Regulation (EU) 2024/2754 set the duty",
    },
  ],
});
