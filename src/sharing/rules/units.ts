import { tokenTypes } from "@borgar/fx/xlsx";
import { parsedArgument } from "../../formulas/arguments";
import type { WrittenCall } from "../../formulas/calls";
import { NAMESPACE } from "../../formulas/stored-names";
import { isOperator, isReference, nextIndex, type Token } from "../../formulas/tokens";
import { callText, scaled } from "../../formulas/write-call";
import { unitWarnings, type StatedArgument, type UnitWarning } from "../../functions";
import { mixedUnits, type StatedUnit } from "../../reference";
import { blocksBy } from "../blocks";
import type { Book, FormulaCell } from "../book";
import type { Finding } from "../finding";
import { readsOf, readBy, type Read } from "../reading";
import { numbersIn, statedUnit } from "../stated";

interface Found {
  readonly cell: FormulaCell;
  readonly call: WrittenCall;
  readonly argument: number;
  readonly warning: UnitWarning;
}

function stated(text: string, cell: FormulaCell, book: Book): StatedArgument {
  const parsed = parsedArgument(text);
  if (parsed.kind === "value") {
    return { numbers: [parsed.value].flat(2).filter((each) => typeof each === "number"), isLiteral: true };
  }
  const reads = readsOf(text, cell, book);
  const [read] = reads;
  if (!read || reads.length > 1) return { numbers: [], isLiteral: parsed.kind === "omitted" };
  return { stated: statedUnit(read), numbers: numbersIn(read), isLiteral: false };
}

const oddIn = (cell: FormulaCell, book: Book): Found[] =>
  cell.calls.flatMap((call) =>
    unitWarnings(call.definition, call.args.map(({ text }) => stated(text, cell, book))).flatMap((warning, argument) =>
      warning ? [{ cell, call, argument, warning }] : [],
    ),
  );

const parameterOf = ({ call, argument }: Found): string => Object.keys(call.definition.parameters)[argument]!;

/** The formula with one argument of one call brought to the unit that is meant. */
function mended({ cell: { formula }, call, argument, warning }: Found): string {
  const texts = call.args.map(({ text }, i) => (i === argument ? scaled(text, warning.factor!) : text));
  const written = callText(NAMESPACE, call.definition, texts).slice(1);
  return formula.slice(0, call.start) + written + formula.slice(call.end);
}

const sameFault = (found: Found): string =>
  [found.cell.sheet.name, found.cell.relative, found.call.start, found.argument, found.warning.text.en].join("\u001f");

/** Arguments in another unit than the function means. */
const ofCalls = (book: Book): Finding[] =>
  blocksBy(book.formulas.flatMap((cell) => oddIn(cell, book)), ({ cell }) => cell.cell, sameFault).map(
    ({ address, members }) => {
      const [first] = members as [Found];
      const name = `${first.call.definition.name}, ${parameterOf(first)}`;
      return {
        rule: "unit",
        level: "warning",
        sheet: first.cell.sheet.name,
        address,
        what: { en: `${address}: the unit of ${name}`, zh: `${address}：${name} 的单位` },
        why: first.warning.text,
        about: first.cell.relative,
        ...(first.warning.factor !== undefined && {
          fix: {
            text: { en: "Convert in the formula", zh: "在公式中换算" },
            cells: members.map((found) => ({ address: found.cell.address, formula: mended(found) })),
          },
        }),
      };
    },
  );

const isOneOf = (token: Token | undefined, signs: readonly string[]): boolean =>
  signs.some((sign) => isOperator(token, sign));

const between = [",", ";", "=", "<", ">", "<=", ">=", "<>", "&"];

const isEnd = (token: Token | undefined): boolean =>
  token === undefined || token.type === tokenTypes.FX_PREFIX || isOneOf(token, ["(", ")", ...between]);

/** The cells that each sum of a formula adds up: what stands in brackets is a sum of its own. */
function sumsIn(tokens: readonly Token[]): Token[][] {
  const sums: Token[][] = [[]];
  const open = [sums[0]!];
  const begin = (): Token[] => sums[sums.push([]) - 1]!;
  tokens.forEach((token, i) => {
    if (isOperator(token, "(")) open.push(begin());
    else if (isOperator(token, ")")) open.pop();
    else if (isOneOf(token, between)) open.splice(-1, 1, begin());
    else if (isReference(token) && isAdded(tokens, i)) open.at(-1)?.push(token);
  });
  return sums;
}

/** Joined by + or −, and by nothing stronger: in `2^-A1` the sign adds nothing. */
function isAdded(tokens: readonly Token[], index: number): boolean {
  const before = nextIndex(tokens, index, -1);
  const [left, right] = [tokens[before], tokens[nextIndex(tokens, index)]];
  const isSign = isOneOf(left, signs) && isOneOf(tokens[nextIndex(tokens, before, -1)], ["*", "/", "^"]);
  return !isSign && [left, right].every((token) => isEnd(token) || isOneOf(token, signs));
}

const signs = ["+", "-"];

const unitsOf = (added: readonly Token[], cell: FormulaCell, book: Book): StatedUnit[] =>
  added.flatMap(({ value }) => readsOf(value, cell, book).flatMap((read) => statedUnit(read) ?? []));

/** `SUM(B2:D9)` over columns with different units. */
function summedUnits(cell: FormulaCell, book: Book): StatedUnit[] {
  if (!/^=SUM\([^()]*\)$/i.test(cell.formula.trim())) return [];
  return readBy(cell, book).flatMap(columnsOf).flatMap((column) => statedUnit(column) ?? []);
}

const columnsOf = ({ sheet, area }: Read): Read[] =>
  Array.from({ length: Math.min(area.columns, mostColumns) }, (_, i) => ({
    sheet,
    area: { ...area, column: area.column + i, columns: 1 },
  }));

const mostColumns = 50;

interface Mixed {
  readonly cell: FormulaCell;
  readonly units: readonly StatedUnit[];
}

function mixes(cell: FormulaCell, book: Book): Mixed[] {
  const sums = sumsIn(cell.tokens).filter(({ length }) => length > 1).map((added) => unitsOf(added, cell, book));
  const mixed = [...sums, summedUnits(cell, book)].map((units) => [units[0]!, ...mixedUnits(units)]);
  const units = mixed.find(({ length }) => length > 1);
  return units ? [{ cell, units }] : [];
}

/** 万元 added to 亿元. */
const ofSums = (book: Book): Finding[] => {
  const found = book.formulas.flatMap((cell) => mixes(cell, book));
  return blocksBy(found, ({ cell }) => cell.cell, ({ cell }) => cell.fill).map(
    ({ address, members: [first] }) => {
      const names = [...new Set(first!.units.map(({ text }) => text))];
      return {
        rule: "mixed-units",
        level: "warning",
        sheet: first!.cell.sheet.name,
        address,
        what: { en: `${address} adds ${names.join(" and ")}`, zh: `${address} 将${names.join("与")}相加` },
        why: {
          en: "Numbers in different units cannot be added: bring them to one unit first (UNIT_CONVERT).",
          zh: "不同单位的数字不能直接相加：请先换算为同一单位（UNIT_CONVERT）。",
        },
        about: first!.cell.relative,
      };
    },
  );
};

/** What is counted in another unit than a formula takes it for. */
export const oddUnits = (book: Book): Finding[] => [...ofCalls(book), ...ofSums(book)];
