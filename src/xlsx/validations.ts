import { literal } from "../functions/native";
import {
  comparisons, isComparing, type RuleMessage, type ValidationContent, validationTypes,
} from "./rule-content";
import { areasText, operandXml, readAreas, readOperand } from "./sheet-areas";
import { isOn } from "./styles";
import { child, children, decodeExcelText, type Element, encodeExcelText, innerText } from "./xml";
import { type XmlEditor, xmlElement } from "./xml-editor";

/** Those that we can read; others stay in the file and are not listed. */
export function readValidations(text: string, root: Element): ValidationContent[] {
  return entriesOf(root).map((entry) => readValidation(text, entry)).filter((found) => found !== undefined);
}

const entriesOf = (root: Element): readonly Element[] => children(child(root, "dataValidations"), "dataValidation");

function readValidation(text: string, entry: Element): ValidationContent | undefined {
  const { sqref, type: said = "none", operator, allowBlank, showDropDown } = entry.attributes;
  const areas = readAreas(sqref);
  const type = said === "none" ? "any" : validationTypes.find((known) => known === said);
  if (!areas || !type) return undefined;
  const comparison = comparisons.find((known) => known === operator && known !== "between");
  const [first, second] = ["formula1", "formula2"].map((name) => {
    const formula = child(entry, name);
    return formula && readOperand(innerText(text, formula));
  });
  return {
    areas, type,
    ...(isComparing(type) && comparison && { comparison }),
    ...(first !== undefined && { first }),
    ...(second !== undefined && { second }),
    ...(!isOn(allowBlank, false) && { required: true }),
    // The format says by this attribute that the button is not shown.
    ...(isOn(showDropDown, false) && { noDropDown: true }),
    ...messagesOf(entry),
  };
}

function messagesOf({ attributes }: Element): Pick<ValidationContent, "prompt" | "alert"> {
  const prompt = messageOf(attributes.promptTitle, attributes.prompt);
  const alert = messageOf(attributes.errorTitle, attributes.error);
  const style = attributes.errorStyle === "warning" || attributes.errorStyle === "information"
    ? attributes.errorStyle : "stop";
  return {
    ...(isOn(attributes.showInputMessage, false) && Object.keys(prompt).length > 0 && { prompt }),
    ...(isOn(attributes.showErrorMessage, false) && { alert: { ...alert, style } }),
  };
}

const messageOf = (title: string | undefined, message: string | undefined): RuleMessage => ({
  ...(title && { title: decodeExcelText(title) }),
  ...(message && { message: decodeExcelText(message) }),
});

/** Writes all of them anew where they differ, beside those that we do not read. */
export function writeValidations(
  editor: XmlEditor,
  before: readonly ValidationContent[] = [],
  after: readonly ValidationContent[] = [],
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const kept = entriesOf(editor.root).filter((entry) => !readValidation(editor.text, entry));
  const inner = [...kept.map(({ start, end }) => editor.text.slice(start, end)), ...after.map(validationXml)];
  const list = child(editor.root, "dataValidations");
  if (inner.length > 0) {
    editor.put("dataValidations", xmlElement("dataValidations", { count: inner.length }, inner.join("")));
  } else if (list) editor.remove(list);
}

function validationXml(validation: ValidationContent): string {
  const { areas, type, comparison, first, second, required, noDropDown, prompt, alert } = validation;
  const said = (text: string | undefined) => (text === undefined ? undefined : encodeExcelText(text));
  const attributes = {
    type: type === "any" ? undefined : type, errorStyle: alert && alert.style !== "stop" ? alert.style : undefined, operator: comparison,
    allowBlank: required ? undefined : 1, showDropDown: noDropDown ? 1 : undefined,
    showInputMessage: prompt ? 1 : undefined, showErrorMessage: alert ? 1 : undefined,
    errorTitle: said(alert?.title), error: said(alert?.message),
    promptTitle: said(prompt?.title), prompt: said(prompt?.message), sqref: areasText(areas),
  };
  const formula = (name: string, operand: string | undefined): string => {
    if (operand === undefined) return "";
    const isWords = type === "list" && !operand.startsWith("=");
    return xmlElement(name, {}, isWords ? operandXml(wordsFormula(operand)) : operandXml(operand));
  };
  return xmlElement("dataValidation", attributes, formula("formula1", first) + formula("formula2", second));
}

/** A list of one number must be quoted as well, or it would be taken for a number. */
const wordsFormula = (words: string): string => `=${literal(words)}`;
