import type { IStyleBase } from "@univerjs/core";
import {
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  type CFNumberOperator,
  type IConditionFormattingRule,
  type IConditionalFormattingRuleConfig,
  type IHighlightCell,
  type IValueConfig,
} from "@univerjs/sheets-conditional-formatting";
import { cellAddress } from "../formulas/addresses";
import { literal } from "../functions/native";
import {
  isPair, numberIn, textConditions,
  type Comparison, type ConditionalContent, type ConditionalRule, type ScalePoint, type TextCondition,
} from "../xlsx/rule-content";
import { areaOf, rangeOf } from "./areas-and-ranges";
import { hexColour, lookOf, styleOfLook } from "./content-format";

type CellRule = Extract<ConditionalRule, { kind: "cell" }>;
type Config = IConditionalFormattingRuleConfig;

/** Univer compares with numbers only: what else a comparison says becomes a formula that remembers it. */
type Remembering = IHighlightCell & { readonly said?: Omit<CellRule, "kind" | "look"> };

type UniverCondition = IConditionFormattingRule;

export function univerCondition({ areas, rule, stops }: ConditionalContent, cfId: string): UniverCondition {
  const { row, column } = areas[0]!;
  return {
    cfId,
    ranges: areas.map(rangeOf),
    stopIfTrue: stops ?? false,
    rule: configOf(rule, cellAddress(row, column)),
  };
}

/** Undefined for kinds of conditions that the content of a workbook does not hold. */
export function conditionOf({ ranges, rule, stopIfTrue }: UniverCondition): ConditionalContent | undefined {
  const found = ruleOf(rule);
  if (!found || ranges.length === 0) return undefined;
  return { areas: ranges.map(areaOf), rule: found, ...(stopIfTrue && { stops: true }) };
}

const textOperators: Readonly<Record<TextCondition, CFTextOperator>> = {
  contains: CFTextOperator.containsText,
  notContains: CFTextOperator.notContainsText,
  beginsWith: CFTextOperator.beginsWith,
  endsWith: CFTextOperator.endsWith,
};

function configOf(rule: ConditionalRule, cell: string): Config {
  const highlight = { type: CFRuleType.highlightCell, style: "look" in rule ? styleOfLook(rule.look) : {} } as const;
  switch (rule.kind) {
    case "cell": return comparisonConfig(rule, cell, highlight.style);
    case "formula": return { ...highlight, subType: CFSubRuleType.formula, value: rule.formula };
    case "text":
      return { ...highlight, subType: CFSubRuleType.text, operator: textOperators[rule.condition], value: rule.text };
    case "rank": {
      const { rank: value, bottom = false, percent = false } = rule;
      return { ...highlight, subType: CFSubRuleType.rank, isBottom: bottom, isPercent: percent, value };
    }
    case "bar": {
      const { colour, minimum, maximum, hidesValue = false } = rule;
      const colours = { isGradient: true, positiveColor: colour, nativeColor: negativeColour };
      const config = { min: valueConfig(minimum), max: valueConfig(maximum), ...colours };
      return { type: CFRuleType.dataBar, isShowValue: !hidesValue, config };
    }
    case "scale": {
      const config = rule.points.map((point, index) => ({ index, color: point.colour, value: valueConfig(point) }));
      return { type: CFRuleType.colorScale, config };
    }
  }
}

/** Excel's own for bars to the left of zero. */
const negativeColour = "#ff0000";

function comparisonConfig(rule: CellRule, cell: string, style: IStyleBase): Config {
  const { comparison, first, second } = rule;
  const [one, other] = [numberIn(first), numberIn(second ?? "0")];
  const base = { type: CFRuleType.highlightCell, style } as const;
  if (one !== undefined && other !== undefined) {
    const value = isPair(comparison) ? [one, other] : one;
    return { ...base, subType: CFSubRuleType.number, operator: comparison as CFNumberOperator, value } as Config;
  }
  const said = { comparison, first, ...(second !== undefined && { second }) };
  return { ...base, subType: CFSubRuleType.formula, value: comparisonFormula(rule, cell), said } as Config;
}

const signs: Readonly<Record<string, string>> = {
  equal: "=", notEqual: "<>", greaterThan: ">", lessThan: "<", greaterThanOrEqual: ">=", lessThanOrEqual: "<=",
};

function comparisonFormula({ comparison, first, second = "0" }: CellRule, cell: string): string {
  const [one, other] = [first, second].map((operand) => {
    if (operand.startsWith("=")) return `(${operand.slice(1)})`;
    return numberIn(operand) === undefined ? literal(operand) : operand;
  });
  if (comparison === "between") return `=AND(${cell}>=${one},${cell}<=${other})`;
  if (comparison === "notBetween") return `=OR(${cell}<${one},${cell}>${other})`;
  return `=${cell}${signs[comparison]}${one}`;
}

function ruleOf(rule: Config): ConditionalRule | undefined {
  if (rule.type === CFRuleType.dataBar) {
    const { config, isShowValue } = rule;
    const points = { minimum: pointOf(config.min), maximum: pointOf(config.max) };
    return { kind: "bar", colour: hexColour(config.positiveColor) ?? negativeColour, ...points,
      ...(!isShowValue && { hidesValue: true }) };
  }
  if (rule.type === CFRuleType.colorScale) {
    const points = [...rule.config].sort((one, other) => one.index - other.index);
    return { kind: "scale", points: points.map(({ value, color }) => (
      { ...pointOf(value), colour: hexColour(color) ?? "#ffffff" })) };
  }
  return rule.type === CFRuleType.highlightCell ? highlightOf(rule) : undefined;
}

function highlightOf(rule: Extract<Config, IHighlightCell>): ConditionalRule | undefined {
  const look = lookOf(rule.style);
  switch (rule.subType) {
    case CFSubRuleType.number: {
      const [first, second] = [rule.value ?? 0].flat().map(String);
      const comparison = rule.operator as Comparison;
      return { kind: "cell", comparison, first: first!, ...(second !== undefined && { second }), look };
    }
    case CFSubRuleType.formula: {
      const { said } = rule as Remembering;
      return said ? { kind: "cell", ...said, look } : { kind: "formula", formula: rule.value, look };
    }
    case CFSubRuleType.text: {
      const condition = textConditions.find((name) => textOperators[name] === rule.operator);
      return condition && { kind: "text", condition, text: rule.value ?? "", look };
    }
    case CFSubRuleType.rank: {
      const { value: rank, isBottom, isPercent } = rule;
      return { kind: "rank", rank, ...(isBottom && { bottom: true }), ...(isPercent && { percent: true }), look };
    }
    default: return undefined;
  }
}

const valueConfig = ({ by, value }: ScalePoint): IValueConfig => ({
  type: by as CFValueType,
  ...(value !== undefined && { value: numberIn(value) ?? value }),
});

function pointOf({ type, value }: IValueConfig): ScalePoint {
  const isBare = type === CFValueType.min || type === CFValueType.max || value === undefined || value === "";
  return isBare ? { by: type } : { by: type, value: String(value) };
}
