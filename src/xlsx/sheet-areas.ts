import { areaAddress, parseArea } from "../formulas/addresses";
import { storedFormula, typedFormula } from "../formulas/stored-formula";
import { literal } from "../functions/native";
import type { Area } from "./content";
import { numberIn, type Operand } from "./rule-content";
import { decodeExcelText, encodeExcelText, escapeXml } from "./xml";

/** The areas of a list such as `B2:B9 D2`; undefined where one of them cannot be read. */
export function readAreas(sqref = ""): Area[] | undefined {
  const areas = sqref.trim().split(/\s+/).map(parseArea);
  return areas.length > 0 && areas.every((area) => area !== undefined) ? areas : undefined;
}

export const areasText = (areas: readonly Area[]): string => areas.map(areaAddress).join(" ");

/** A number, or a text in quotes, is a constant; everything else is a formula. */
export function readOperand(xml: string): Operand {
  const stored = decodeExcelText(xml).trim();
  const words = /^"((?:[^"]|"")*)"$/.exec(stored);
  if (words) return words[1]!.replace(/""/g, "\"");
  return numberIn(stored) === undefined ? typedFormula(stored) : stored;
}

/** The inside of an element that holds a formula. */
export function operandXml(operand: Operand): string {
  const stored = operand.startsWith("=") ? storedFormula(operand).text
    : numberIn(operand) === undefined ? literal(operand) : operand;
  return escapeXml(encodeExcelText(stored));
}
