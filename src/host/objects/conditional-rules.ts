import { isPair, numberIn, type ConditionalRule, type ScalePoint, type TextCondition } from "../../xlsx/rule-content";
import { invalidArgument, notImplemented } from "../api-error";
import { keyOf } from "../key-of";
import { ConditionalRangeFormat } from "./conditional-look";
import { flag, recordOf } from "./given";
import { HostObject } from "./host-object";
import { hex } from "./range-format";
import { operatorNames } from "./validation-words";

export type Kind = ConditionalRule["kind"];
export type RuleOf<Name extends Kind> = Extract<ConditionalRule, { kind: Name }>;

/** The rule of a condition, asked for anew each time. */
export interface RuleHandle<Name extends Kind> {
  read(): RuleOf<Name>;
  change(change: Partial<RuleOf<Name>>): void;
}

abstract class RulePart<Name extends Kind> extends HostObject {
  constructor(protected readonly held: RuleHandle<Name>) {
    super();
  }
}

abstract class Looking<Name extends "cell" | "formula" | "text" | "rank"> extends RulePart<Name> {
  get format(): HostObject {
    const held = this.held as unknown as RuleHandle<"formula">;
    return new ConditionalRangeFormat(() => held.read().look, (look) => held.change({ look }));
  }
}

export class CellValueFormat extends Looking<"cell"> {
  readonly kind = "CellValueConditionalFormat";

  get rule(): object {
    const { comparison, first, second } = this.held.read();
    const operator = Object.keys(operatorNames).findLast((name) => operatorNames[name] === comparison);
    return { formula1: first, ...(second !== undefined && { formula2: second }), operator };
  }

  set rule(given: unknown) {
    const { formula1, formula2, operator } = recordOf(given);
    const comparison = operatorNames[String(operator)];
    if (!comparison) throw invalidArgument();
    const second = isPair(comparison) ? operand(formula2) : undefined;
    this.held.change({ comparison, first: operand(formula1), second });
  }
}

/** Texts in quotes are constants, as Excel writes them: `="High"`. */
function operand(given: unknown): string {
  if (typeof given === "number") return String(given);
  if (typeof given !== "string" || given === "") throw invalidArgument();
  const number = given.replace(/^=/, "");
  return numberIn(number) === undefined ? given : number;
}

export class CustomFormat extends Looking<"formula"> {
  readonly kind = "CustomConditionalFormat";

  get rule(): HostObject {
    return new CustomRule(this.held);
  }
}

class CustomRule extends RulePart<"formula"> {
  readonly kind = "ConditionalFormatRule";

  get formula(): string {
    return this.held.read().formula;
  }

  set formula(formula: unknown) {
    if (typeof formula !== "string" || formula === "") throw invalidArgument();
    this.held.change({ formula: formula.startsWith("=") ? formula : `=${formula}` });
  }
}

const textNames: Readonly<Record<string, TextCondition>> = {
  Contains: "contains", NotContains: "notContains", BeginsWith: "beginsWith", EndsWith: "endsWith",
};

export class TextFormat extends Looking<"text"> {
  readonly kind = "TextConditionalFormat";

  get rule(): object {
    const { condition, text } = this.held.read();
    return { operator: keyOf(textNames, condition), text };
  }

  set rule(given: unknown) {
    const { operator, text } = recordOf(given);
    const condition = textNames[String(operator)];
    if (!condition || typeof text !== "string" || text === "") throw invalidArgument();
    this.held.change({ condition, text });
  }
}

const rankNames = {
  TopItems: {}, TopPercent: { percent: true }, BottomItems: { bottom: true },
  BottomPercent: { bottom: true, percent: true },
} as const;

export class TopBottomFormat extends Looking<"rank"> {
  readonly kind = "TopBottomConditionalFormat";

  get rule(): object {
    const { rank, bottom, percent } = this.held.read();
    return { rank, type: `${bottom ? "Bottom" : "Top"}${percent ? "Percent" : "Items"}` };
  }

  set rule(given: unknown) {
    const { rank, type } = recordOf(given);
    const side = rankNames[type as keyof typeof rankNames] as { bottom?: true; percent?: true } | undefined;
    if (!side || typeof rank !== "number" || !(rank >= 1)) throw invalidArgument();
    this.held.change({ rank, bottom: side.bottom, percent: side.percent });
  }
}

const boundNames: Readonly<Record<string, ScalePoint["by"]>> = {
  LowestValue: "min", HighestValue: "max", Number: "num", Percent: "percent", Percentile: "percentile",
  Formula: "formula",
};

function boundFrom(given: unknown, automatic: ScalePoint["by"]): ScalePoint {
  const { type = "Automatic", formula } = recordOf(given);
  const by = type === "Automatic" ? automatic : boundNames[String(type)];
  if (!by) throw invalidArgument();
  return by === "min" || by === "max" ? { by } : { by, value: operand(formula) };
}

function boundSaid({ by, value }: ScalePoint): { type: string; formula?: string } {
  const type = keyOf(boundNames, by)!;
  return { type, ...(value !== undefined && { formula: value }) };
}

export class DataBarFormat extends RulePart<"bar"> {
  readonly kind = "DataBarConditionalFormat";

  get showDataBarOnly(): boolean {
    return this.held.read().hidesValue ?? false;
  }

  set showDataBarOnly(only: unknown) {
    this.held.change({ hidesValue: flag(only) || undefined });
  }

  get lowerBoundRule(): object {
    return boundSaid(this.held.read().minimum);
  }

  set lowerBoundRule(rule: unknown) {
    this.held.change({ minimum: boundFrom(rule, "min") });
  }

  get upperBoundRule(): object {
    return boundSaid(this.held.read().maximum);
  }

  set upperBoundRule(rule: unknown) {
    this.held.change({ maximum: boundFrom(rule, "max") });
  }

  get barDirection(): string {
    return "Context";
  }

  set barDirection(direction: unknown) {
    if (direction !== "Context") throw notImplemented(`Bar direction ${String(direction)}`);
  }

  get positiveFormat(): HostObject {
    return new BarColour(this.held);
  }
}

class BarColour extends RulePart<"bar"> {
  readonly kind = "ConditionalDataBarPositiveFormat";

  get fillColor(): string {
    return this.held.read().colour.toUpperCase();
  }

  set fillColor(colour: unknown) {
    this.held.change({ colour: hex(colour).toLowerCase() });
  }
}

export class ColorScaleFormat extends RulePart<"scale"> {
  readonly kind = "ColorScaleConditionalFormat";

  get threeColorScale(): boolean {
    return this.held.read().points.length > 2;
  }

  get criteria(): object {
    const { points } = this.held.read();
    const said = points.map((point) => ({ ...boundSaid(point), color: point.colour.toUpperCase() }));
    return { minimum: said[0], ...(said.length > 2 && { midpoint: said[1] }), maximum: said.at(-1) };
  }

  set criteria(given: unknown) {
    const { minimum, midpoint, maximum } = recordOf(given);
    const pointFrom = (point: unknown, automatic: ScalePoint["by"]) => {
      const colour = hex(recordOf(point).color).toLowerCase();
      return { ...boundFrom(point, automatic), colour };
    };
    const middle = midpoint ? [pointFrom(midpoint, "percentile")] : [];
    this.held.change({ points: [pointFrom(minimum, "min"), ...middle, pointFrom(maximum, "max")] });
  }
}
