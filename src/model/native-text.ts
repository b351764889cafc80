import { type Chapter, type Each, lifted, type NativeFunction } from "./lifting";
import { wildcard } from "./matching";
import { formattedNumber } from "./number-text";
import {
  generalText, isError, numberInText, numberOf, textOf, type Value, wrongValue,
} from "./values";

type OfTexts = (texts: readonly string[], numbers: readonly (number | undefined)[]) => Value;

/** A function of texts, then of numbers, each in its place. */
function of(texts: number, least: number, most: number, calculate: OfTexts): NativeFunction {
  const each: Each = (values) => {
    const found = values.map((value, i) =>
      (value === undefined ? undefined : i < texts ? textOf(value) : numberOf(value)));
    const fault = found.find(isError);
    if (fault) return fault;
    const said = Array.from({ length: texts }, (_, i) => (found[i] as string | undefined) ?? "");
    return calculate(said, found.slice(texts) as (number | undefined)[]);
  };
  return { least, most, calculate: lifted(each) };
}

const one = (calculate: (text: string) => Value): NativeFunction => of(1, 1, 1, ([text]) => calculate(text!));

const count = (number: number | undefined, otherwise: number): number =>
  (number === undefined ? otherwise : Math.trunc(number));

const left: OfTexts = ([text], [size]) => {
  const length = count(size, 1);
  return length < 0 ? wrongValue : text!.slice(0, length);
};

const right: OfTexts = ([text], [size]) => {
  const length = count(size, 1);
  return length < 0 ? wrongValue : length === 0 ? "" : text!.slice(-length);
};

const middle: OfTexts = ([text], [from, size]) => {
  const [start, length] = [count(from, 0), count(size, 0)];
  return start < 1 || length < 0 ? wrongValue : text!.slice(start - 1, start - 1 + length);
};

const found: OfTexts = ([wanted, text], [from]) => {
  const start = count(from, 1);
  if (start < 1 || start > text!.length + 1) return wrongValue;
  const at = text!.indexOf(wanted!, start - 1);
  return at < 0 ? wrongValue : at + 1;
};

const searched: OfTexts = ([wanted, text], [from]) => {
  const start = count(from, 1);
  if (start < 1 || start > text!.length + 1) return wrongValue;
  const matches = wildcard(`${wanted!}*`);
  for (let at = start - 1; at <= text!.length; at++) if (matches(text!.slice(at))) return at + 1;
  return wrongValue;
};

const substituted: OfTexts = ([text, old, fresh], [instance]) => {
  if (old === "") return text!;
  if (instance === undefined) return text!.replaceAll(old!, () => fresh!);
  if (instance < 1) return wrongValue;
  let at = -1;
  for (let turn = 0; turn < Math.trunc(instance); turn++) {
    at = text!.indexOf(old!, at + (turn === 0 ? 1 : old!.length));
    if (at < 0) return text!;
  }
  return text!.slice(0, at) + fresh! + text!.slice(at + old!.length);
};

const replaced: Each = ([text = null, from = null, size = null, fresh = null]) => {
  const [old, added, start, length] = [textOf(text), textOf(fresh), numberOf(from), numberOf(size)];
  if (isError(old)) return old;
  if (isError(start)) return start;
  if (isError(length)) return length;
  if (isError(added)) return added;
  if (start < 1 || length < 0) return wrongValue;
  return old.slice(0, Math.trunc(start) - 1) + added + old.slice(Math.trunc(start) - 1 + Math.trunc(length));
};

const proper = (text: string): string =>
  text.toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

const asValue: Each = ([value = null]) => {
  if (typeof value !== "string") return typeof value === "boolean" ? wrongValue : (value ?? 0);
  return numberInText(value) ?? wrongValue;
};

const asText: Each = ([value = null, format = null]) => {
  const pattern = textOf(format);
  if (isError(value)) return value;
  if (isError(pattern)) return pattern;
  if (typeof value === "boolean") return textOf(value);
  const number = typeof value === "string" ? numberInText(value) : numberOf(value);
  if (typeof number !== "number") return typeof value === "string" ? value : wrongValue;
  return formattedNumber(number, pattern) ?? wrongValue;
};

const fixed: OfTexts = (_, [number, digits, plain]) => {
  const places = count(digits, 2);
  const pattern = `${plain ? "0" : "#,##0"}${places > 0 ? `.${"0".repeat(places)}` : ""}`;
  const scale = 10 ** Math.min(0, places);
  return formattedNumber(Math.round(number! * scale) / scale, pattern) ?? generalText(number!);
};

export const texts: Chapter = {
  LEFT: of(1, 1, 2, left),
  RIGHT: of(1, 1, 2, right),
  MID: of(1, 3, 3, middle),
  LEN: one((text) => text.length),
  UPPER: one((text) => text.toUpperCase()),
  LOWER: one((text) => text.toLowerCase()),
  PROPER: one(proper),
  TRIM: one((text) => text.replace(/ +/g, " ").replace(/^ | $/g, "")),
  CLEAN: one((text) => text.replace(/[\u0000-\u001f]/g, "")),
  EXACT: of(2, 2, 2, ([a, b]) => a === b),
  FIND: of(2, 2, 3, found),
  SEARCH: of(2, 2, 3, searched),
  SUBSTITUTE: of(3, 3, 4, substituted),
  REPLACE: { least: 4, most: 4, calculate: lifted(replaced) },
  REPT: of(1, 2, 2, ([text], [times]) =>
    (times! < 0 || text!.length * times! > 32_767 ? wrongValue : text!.repeat(Math.trunc(times!)))),
  CHAR: of(0, 1, 1, (_, [code]) => (code! < 1 || code! > 255 ? wrongValue : String.fromCharCode(Math.trunc(code!)))),
  CODE: one((text) => (text === "" ? wrongValue : text.charCodeAt(0))),
  UNICHAR: of(0, 1, 1, (_, [code]) =>
    (code! < 1 || code! > 0x10ffff ? wrongValue : String.fromCodePoint(Math.trunc(code!)))),
  UNICODE: one((text) => (text === "" ? wrongValue : text.codePointAt(0)!)),
  VALUE: { least: 1, most: 1, calculate: lifted(asValue) },
  TEXT: { least: 2, most: 2, calculate: lifted(asText) },
  FIXED: of(0, 1, 3, fixed),
};

