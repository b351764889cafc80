import { cellAddress } from "../formulas/addresses";
import { literal } from "../functions/native";
import { findConditions, textTypes } from "./conditional-formats";
import type { ConditionalContent, ConditionalRule, ScalePoint } from "./rule-content";
import { areasText, operandXml } from "./sheet-areas";
import { argb, type StyleEditor } from "./style-editor";
import { children, descendants, type Element, encodeExcelText, innerText } from "./xml";
import { type XmlEditor, xmlElement } from "./xml-editor";

type Conditions = readonly ConditionalContent[] | undefined;

/** Where they differ, writes all of them anew; conditions that we do not read stay, and go before. */
export function writeConditions(editor: XmlEditor, styles: StyleEditor, before: Conditions, after: Conditions): void {
  if (JSON.stringify(before ?? []) === JSON.stringify(after ?? [])) return;
  const last = removeKnown(editor, styles);
  const xml = (after ?? []).map((content, i) => {
    const rule = ruleXml(content, last + i + 1, styles);
    return xmlElement("conditionalFormatting", { sqref: areasText(content.areas) }, rule);
  });
  if (xml.length > 0) editor.insert("conditionalFormatting", xml.join(""));
}

/** The greatest priority of what stays. */
function removeKnown(editor: XmlEditor, styles: StyleEditor): number {
  const known = new Set(findConditions(editor.text, editor.root, styles.read).map(({ element }) => element));
  const ids = new Set([...known].flatMap((rule) => descendants(rule, "id").map((id) => innerText(editor.text, id))));
  let last = 0;
  for (const list of children(editor.root, "conditionalFormatting")) {
    const rules = children(list, "cfRule");
    const kept = rules.filter((rule) => !known.has(rule));
    for (const { attributes } of kept) last = Math.max(last, Number(attributes.priority ?? 0));
    if (kept.length === 0) editor.remove(list);
    else if (kept.length < rules.length) rules.filter((rule) => known.has(rule)).forEach((rule) => editor.remove(rule));
  }
  removeExtensions(editor, ids);
  return last;
}

/** Newer versions say more about data bars at the end of the sheet, under the same id. */
function removeExtensions(editor: XmlEditor, ids: ReadonlySet<string>): void {
  const isGone = (list: Element) => children(list, "cfRule").every(({ attributes }) => ids.has(attributes.id ?? ""));
  for (const extension of children(editor.root, "extLst").flatMap((list) => children(list, "ext"))) {
    const lists = descendants(extension, "conditionalFormatting");
    const gone = lists.filter(isGone);
    if (gone.length > 0 && gone.length === lists.length) editor.remove(extension);
    else gone.forEach((list) => editor.remove(list));
  }
}

function ruleXml({ areas, rule, stops }: ConditionalContent, priority: number, styles: StyleEditor): string {
  const { row, column } = areas[0]!;
  const { type, inner, ...more } = saidOf(rule, cellAddress(row, column));
  const dxfId = "look" in rule ? styles.look(rule.look) : undefined;
  return xmlElement("cfRule", { type, dxfId, priority, stopIfTrue: stops ? 1 : undefined, ...more }, inner);
}

type Said = Record<string, string | number | undefined> & { type: string; inner: string };

function saidOf(rule: ConditionalRule, cell: string): Said {
  switch (rule.kind) {
    case "cell": {
      const formulas = [rule.first, ...(rule.second === undefined ? [] : [rule.second])].map(formulaXml).join("");
      return { type: "cellIs", operator: rule.comparison, inner: formulas };
    }
    case "formula": return { type: "expression", inner: formulaXml(rule.formula) };
    case "text": {
      const { type, operator } = textTypes[rule.condition];
      const inner = formulaXml(textFormula(rule, cell));
      return { type, operator, text: encodeExcelText(rule.text), inner };
    }
    case "rank": {
      const { rank, bottom, percent } = rule;
      return { type: "top10", percent: percent ? 1 : undefined, bottom: bottom ? 1 : undefined, rank, inner: "" };
    }
    case "bar": return { type: "dataBar", inner: barXml(rule) };
    case "scale": {
      const inner = rule.points.map(pointXml).join("") + rule.points.map(({ colour }) => colourXml(colour)).join("");
      return { type: "colorScale", inner: xmlElement("colorScale", {}, inner) };
    }
  }
}

const formulaXml = (operand: string): string => xmlElement("formula", {}, operandXml(operand));

/** The format wants each condition on a text said as a formula too. */
function textFormula({ condition, text }: Extract<ConditionalRule, { kind: "text" }>, cell: string): string {
  const quoted = literal(text);
  switch (condition) {
    case "contains": return `=NOT(ISERROR(SEARCH(${quoted},${cell})))`;
    case "notContains": return `=ISERROR(SEARCH(${quoted},${cell}))`;
    case "beginsWith": return `=LEFT(${cell},LEN(${quoted}))=${quoted}`;
    case "endsWith": return `=RIGHT(${cell},LEN(${quoted}))=${quoted}`;
  }
}

function barXml({ minimum, maximum, colour, hidesValue }: Extract<ConditionalRule, { kind: "bar" }>): string {
  const inner = pointXml(minimum) + pointXml(maximum) + colourXml(colour);
  return xmlElement("dataBar", { showValue: hidesValue ? 0 : undefined }, inner);
}

function pointXml({ by, value }: ScalePoint): string {
  return xmlElement("cfvo", { type: by, val: value?.replace(/^=/, "") });
}

const colourXml = (colour: string): string => xmlElement("color", { rgb: argb(colour) });
