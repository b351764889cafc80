import { Refusal, type Language } from "../refusal";
import { conversion, lookUp, measureOf, source, table as tableOf, type Measure } from "../reference";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { number, text } from "./kinds";
import { literal } from "./native";

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
  cautions: ({ table: id, key: row, field, period: when }) => {
    const { certainty } = found(lookUp(found(tableOf(id)), row, field, when));
    return [certainty === "single source" && caution.singleSource];
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

function measured(unit: string, argument: string): Measure {
  const measure = measureOf(unit);
  if (!measure) throw new Refusal("invalid", say.unknownUnit(unit), argument);
  return measure;
}

function factorBetween(from: string, to: string): number {
  const [one, other] = [measured(from, "from"), measured(to, "to")];
  const factor = conversion(one, other);
  if (factor === undefined) throw new Refusal("invalid", say.otherMeasure(from), "to");
  return factor;
}

/** A column asks once a cell, with the same two units each time. */
let latest = { from: "", to: "", factor: 1 };

function factorFor(from: string, to: string): number {
  if (from !== latest.from || to !== latest.to) latest = { from, to, factor: factorBetween(from, to) };
  return latest.factor;
}

const textOf = (written: string): string | undefined => /^"((?:[^"]|"")*)"$/.exec(written)?.[1]?.replaceAll('""', '"');

/** The factor that two texts in a formula settle, or the error that they are. */
function settled(from: string, to: string): number | "#VALUE!" {
  const measures = [measureOf(from), measureOf(to)] as const;
  return (measures[0] && measures[1] && conversion(measures[0], measures[1])) ?? "#VALUE!";
}

export const unitConvert = define({
  name: "UNIT_CONVERT",
  title: { en: "Unit conversion", zh: "单位换算" },
  summary: {
    en: "A number in another unit: 10,000 vehicles in vehicles, million yuan in bn yuan, % in shares.",
    zh: "把数值换算为另一单位：万辆换为辆、亿元换为十亿元、百分数换为比例。",
  },
  method: {
    en: "value × from / to. Units in English or Chinese as headings say them: 10,000 vehicles, bn yuan, %, t, kg CO2e/kWh, GWh. "
      + "Currencies are not converted into each other.",
    zh: "数值 × 原单位 ÷ 目标单位。单位可用中文或英文：万辆/年、10,000 vehicles、亿元、bn yuan、%、万人、吨、kg CO2e/kWh、亿kWh。不做汇率换算。",
  },
  parameters: {
    value: number({ en: "Number to convert.", zh: "待换算的数值。" }, { unit: "any unit" }),
    from: text({ en: "Its unit, such as 10,000 vehicles.", zh: "原单位，如 万辆。" }),
    to: text({ en: "The unit wanted, such as vehicles.", zh: "目标单位，如 辆。" }),
  },
  returns: number({ en: "The number in the unit wanted.", zh: "以目标单位表示的数值。" }, { unit: "any unit" }),
  evaluate: ({ value, from, to }) => value * factorFor(from, to),
  native: {
    some: ({ value, from, to }) => {
      const [one, other] = [textOf(from), textOf(to)];
      if (one === undefined || other === undefined) return undefined;
      const factor = settled(one, other);
      return factor === "#VALUE!" ? factor : `${value}*${literal(factor)}`;
    },
    otherwise: { en: "the units must stand in the formula as texts", zh: "单位须以文本直接写在公式中" },
  },
  source: "BIPM (2019), The International System of Units, 9th edition; 万 is 10⁴, 亿 is 10⁸. A year is 12 months or 365 days.",
  examples: [
    { given: { value: 120, from: "万辆", to: "vehicles" }, gives: 1.2e6, from: "120 × 10,000" },
    { given: { value: 3.5, from: "bn yuan", to: "亿元" }, gives: 35, from: "a billion is ten 亿" },
    { given: { value: 49.5, from: "%", to: "share" }, gives: 0.495, from: "49.5 / 100" },
  ],
});
