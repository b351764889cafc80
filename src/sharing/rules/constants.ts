import { tokenTypes } from "@borgar/fx/xlsx";
import { bareFunction } from "../../formulas/future-functions";
import { catalogueNames, NAMESPACE } from "../../formulas/stored-names";
import { isBlank, isFunction, isOperator, nextIndex, type Token } from "../../formulas/tokens";
import { find } from "../../functions";
import { blocksBy } from "../blocks";
import type { Book } from "../book";
import type { Finding } from "../finding";

/** Signs, ends of ranges and steps between units say nothing about the world: from 万 to 亿, months, percent. */
const structural = new Set([0, 1, 2, 12, 100, 1_000, 10_000, 1_000_000, 100_000_000]);

/** Functions of which some arguments choose a place, a mode or digits, counted from zero. */
const choosing: Readonly<Record<string, readonly number[]>> = {
  ROUND: [1], ROUNDUP: [1], ROUNDDOWN: [1], TRUNC: [1], MROUND: [1], INDEX: [1, 2], VLOOKUP: [2, 3], HLOOKUP: [2, 3],
  MATCH: [2], XLOOKUP: [4, 5], XMATCH: [2, 3], LARGE: [1], SMALL: [1], CHOOSE: [0], LEFT: [1], RIGHT: [1], MID: [1, 2],
  DATE: [0, 1, 2], EDATE: [1], EOMONTH: [1], WEEKDAY: [1], SUBTOTAL: [0], AGGREGATE: [0, 1], TAKE: [1, 2], DROP: [1, 2],
  SEQUENCE: [0, 1, 2, 3], QUARTILE: [1], RANK: [2], SORT: [1, 2], OFFSET: [1, 2, 3, 4],
};

interface Open {
  readonly callee: string;
  argument: number;
}

/** The numbers in a formula that a reader would look for in a cell of their own. */
function constantsIn(tokens: readonly Token[]): string[] {
  const open: Open[] = [];
  const found: string[] = [];
  tokens.forEach((token, index) => {
    if (isOperator(token, "(")) open.push({ callee: calleeBefore(tokens, index), argument: 0 });
    else if (isOperator(token, ")")) open.pop();
    else if (isOperator(token, ",") && open.length > 0) open.at(-1)!.argument++;
    else if (isAssumption(tokens, index, open.at(-1))) found.push(token.value);
  });
  return found;
}

const calleeBefore = (tokens: readonly Token[], index: number): string => {
  const before = tokens[index - 1];
  return isFunction(before) ? bareFunction(before!.value).toUpperCase() : "";
};

function isAssumption(tokens: readonly Token[], index: number, place: Open | undefined): boolean {
  const token = tokens[index]!;
  if (token.type !== tokenTypes.NUMBER || structural.has(Number(token.value))) return false;
  const before = tokens[nextIndex(tokens, index, -1)];
  if (before && !isBlank(before) && isOperator(before, "^")) return false;
  return !place || !chooses(place);
}

function chooses({ callee, argument }: Open): boolean {
  if (choosing[callee]?.includes(argument)) return true;
  const typed = catalogueNames().typed(callee);
  const definition = typed === undefined ? undefined : find(typed.slice(NAMESPACE.length + 1));
  const parameter = definition && Object.values(definition.parameters)[argument];
  return parameter?.type === "choice" || parameter?.type === "text";
}

const listed = (numbers: readonly string[]): string => [...new Set(numbers)].slice(0, 4).join(", ");

/** Assumptions written into formulas, where nobody sees, varies or cites them. */
export const constants = ({ formulas }: Book): Finding[] => {
  const found = formulas
    .map((cell) => ({ cell, numbers: constantsIn(cell.tokens) }))
    .filter(({ numbers }) => numbers.length > 0);
  return blocksBy(found, ({ cell }) => cell.cell, ({ cell }) => cell.fill).map(({ address, members: [first] }) => {
    const { cell, numbers } = first!;
    return {
      rule: "constant",
      level: "note",
      sheet: cell.sheet.name,
      address,
      what: {
        en: `The formula in ${address} holds the number ${listed(numbers)}`,
        zh: `${address} 的公式中写有数字 ${listed(numbers)}`,
      },
      why: {
        en: "A number in a cell of its own, with a label, unit and source, can be seen, cited and varied.",
        zh: "数字单独放在单元格中并注明名称、单位和来源，才便于查看、引用和调整。",
      },
      about: cell.relative,
    };
  });
};
