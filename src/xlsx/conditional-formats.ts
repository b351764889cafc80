import type {
  ConditionalContent, ConditionalLook, ConditionalRule, ScalePoint, TextCondition,
} from "./rule-content";
import { comparisons, textConditions } from "./rule-content";
import { readAreas, readOperand } from "./sheet-areas";
import { isOn, type Styles } from "./styles";
import { child, children, decodeExcelText, type Element, innerText } from "./xml";

/** A condition, and the element of the sheet that says it. */
interface FoundCondition {
  readonly content: ConditionalContent;
  readonly element: Element;
}

/** Conditions of our kinds in their order; others stay in the file and are not listed. */
export function findConditions(text: string, root: Element, styles: Styles): FoundCondition[] {
  const reader = new ConditionReader(text, styles);
  const found = children(root, "conditionalFormatting").flatMap(({ attributes: { sqref }, children: rules }) => {
    const areas = readAreas(sqref);
    return rules.filter(({ name }) => name === "cfRule").flatMap((element) => {
      const rule = areas && reader.rule(element);
      if (!areas || !rule) return [];
      const stops = isOn(element.attributes.stopIfTrue, false);
      return [{ element, content: { areas, rule, ...(stops && { stops }) } }];
    });
  });
  const priority = ({ element }: FoundCondition) => Number(element.attributes.priority ?? 0);
  return found.sort((one, other) => priority(one) - priority(other));
}

export const readConditions = (text: string, root: Element, styles: Styles): ConditionalContent[] =>
  findConditions(text, root, styles).map(({ content }) => content);

/** The format's words for conditions on texts. */
export const textTypes: Readonly<Record<TextCondition, { readonly type: string; readonly operator: string }>> = {
  contains: { type: "containsText", operator: "containsText" },
  notContains: { type: "notContainsText", operator: "notContains" },
  beginsWith: { type: "beginsWith", operator: "beginsWith" },
  endsWith: { type: "endsWith", operator: "endsWith" },
};

class ConditionReader {
  constructor(private readonly text: string, private readonly styles: Styles) {}

  rule(element: Element): ConditionalRule | undefined {
    const { type = "", dxfId } = element.attributes;
    if (type === "dataBar") return this.bar(child(element, "dataBar"));
    if (type === "colorScale") return this.scale(child(element, "colorScale"));
    const look = this.styles.look(Number(dxfId ?? -1));
    if (type === "cellIs") return this.comparison(element, look);
    if (type === "top10") return rankOf(element, look);
    const [formula] = this.formulas(element);
    if (type === "expression" && formula) return { kind: "formula", formula: withSign(formula), look };
    const condition = textConditions.find((name) => textTypes[name].type === type);
    const { text } = element.attributes;
    return condition && text ? { kind: "text", condition, text: decodeExcelText(text), look } : undefined;
  }

  private comparison(element: Element, look: ConditionalLook): ConditionalRule | undefined {
    const comparison = comparisons.find((known) => known === element.attributes.operator);
    const [first, second] = this.formulas(element);
    if (!comparison || first === undefined) return undefined;
    return { kind: "cell", comparison, first, ...(second !== undefined && { second }), look };
  }

  private formulas(element: Element): string[] {
    return children(element, "formula").map((formula) => readOperand(innerText(this.text, formula)));
  }

  private bar(bar: Element | undefined): ConditionalRule | undefined {
    const [minimum, maximum] = children(bar, "cfvo").map(pointOf);
    const colour = this.styles.colour(child(bar, "color"));
    if (!minimum || !maximum || !colour) return undefined;
    const hidesValue = !isOn(bar?.attributes.showValue, true);
    return { kind: "bar", colour, minimum, maximum, ...(hidesValue && { hidesValue }) };
  }

  private scale(scale: Element | undefined): ConditionalRule | undefined {
    const colours = children(scale, "color").map((element) => this.styles.colour(element));
    const points = children(scale, "cfvo").map(pointOf).map((point, i) => {
      const colour = colours[i];
      return point && colour ? { ...point, colour } : undefined;
    });
    return points.length > 1 && points.every((point) => point !== undefined) ? { kind: "scale", points } : undefined;
  }
}

/** A formula that is but a number still is a formula here. */
const withSign = (operand: string): string => (operand.startsWith("=") ? operand : `=${operand}`);

const kinds = ["min", "max", "num", "percent", "percentile", "formula"] as const;

function pointOf({ attributes: { type, val } }: Element): ScalePoint | undefined {
  const by = kinds.find((kind) => kind === type);
  if (!by) return undefined;
  const bare = by === "min" || by === "max" || val === undefined;
  return bare ? { by } : { by, value: readOperand(val) };
}

function rankOf({ attributes: { rank, bottom, percent } }: Element, look: ConditionalLook): ConditionalRule {
  return {
    kind: "rank", rank: Number(rank ?? 10),
    ...(isOn(bottom, false) && { bottom: true }), ...(isOn(percent, false) && { percent: true }), look,
  };
}
