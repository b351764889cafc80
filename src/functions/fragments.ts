import { counted, type Texts } from "../refusal";

/** What is said of an argument that is declined, without its name: "months" + "must not be above 12". */

const shown = (value: unknown): string => {
  const text = String(value);
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
};

export const notANumber = (value: unknown): Texts =>
  typeof value === "boolean"
    ? { en: "must be a number, not TRUE or FALSE", zh: "必须是数字，不能是 TRUE 或 FALSE" }
    : { en: `must be a number, not the text “${shown(value)}”`, zh: `必须是数字，不能是文本“${shown(value)}”` };

export const notText: Texts = { en: "must be text, not TRUE or FALSE", zh: "必须是文本，不能是 TRUE 或 FALSE" };

export const notAFlag: Texts = { en: "must be TRUE or FALSE", zh: "必须是 TRUE 或 FALSE" };

export const notBelow = (bound: number | string): Texts => ({ en: `must not be below ${bound}`, zh: `不得小于 ${bound}` });

export const notAbove = (bound: number): Texts => ({ en: `must not be above ${bound}`, zh: `不得大于 ${bound}` });

export const greaterThan = (bound: number): Texts => ({ en: `must be above ${bound}`, zh: `必须大于 ${bound}` });

export const lessThan = (bound: number): Texts => ({ en: `must be below ${bound}`, zh: `必须小于 ${bound}` });

export const whole: Texts = { en: "must be a whole number", zh: "必须是整数" };

export const missing: Texts = { en: "is missing", zh: "缺失" };

export const noNumbers: Texts = { en: "holds no numbers", zh: "不含任何数字" };

export const zero: Texts = { en: "must not be 0", zh: "不得为 0" };

export const zeroTotal: Texts = { en: "must not add up to 0", zh: "合计不得为 0" };

export const tooLarge: Texts = { en: "is too large a number to calculate with", zh: "数值过大，无法计算" };

export const oneOf = (choices: readonly (string | number)[]): Texts => {
  const list = choices.map((choice) => (typeof choice === "string" ? `"${choice}"` : choice)).join(", ");
  return { en: `must be one of ${list}`, zh: `必须是以下之一：${list}` };
};

export const sameSizeAs = (other: string): Texts => ({
  en: `must have as many rows and columns as ${other}`,
  zh: `的行数和列数必须与 ${other} 相同`,
});

export const square: Texts = { en: "must have as many rows as columns", zh: "的行数与列数必须相等" };

export const sizeOf = (count: number): Texts => ({
  en: `must hold ${counted(count, "cell")}`,
  zh: `必须恰好有 ${count} 个单元格`,
});

export const single: Texts = {
  en: "must be one value: the result already fills a range",
  zh: "只能是一个值：结果本身已占据一个区域",
};

export const outputWithout = (plant: number): Texts => ({
  en: `is 0 for plant ${plant}, which has output`,
  zh: `在第 ${plant} 个工厂为 0，但该厂有产量`,
});

export const exceed = (other: string): Texts => ({ en: `must be above ${other}`, zh: `必须大于 ${other}` });

export const moreThan = (limit: number): Texts => ({
  en: `must not hold more than ${limit} makers`,
  zh: `不得超过 ${limit} 家企业`,
});

export const notWith = (other: string): Texts => ({ en: `cannot be used with ${other}`, zh: `不能与 ${other} 同时使用` });

export const atLeast = (count: number): Texts => ({
  en: `must hold at least ${counted(count, "number")}`,
  zh: `至少要有 ${count} 个数字`,
});

export const notOne: Texts = { en: "must not be 1", zh: "不得为 1" };

export const blankAt = (place: number): Texts => ({
  en: `has no label for value ${place}`,
  zh: `缺少第 ${place} 个数值的标签`,
});

export const differ = (other: string): Texts => ({ en: `must not equal ${other}`, zh: `不得等于 ${other}` });

export const partOf = (whole: string): Texts => ({ en: `must not be above ${whole}`, zh: `不得大于 ${whole}` });

export const rowsAsColumnsOf = (other: string): Texts => ({
  en: `must have as many rows as ${other} has columns`,
  zh: `的行数必须等于 ${other} 的列数`,
});

export const nodesAtLeast = (least: number): Texts => ({
  en: `must have at least ${least} rows and columns`,
  zh: `至少要有 ${least} 行 ${least} 列`,
});

export const firmsAtMost = (most: number): Texts => ({ en: `must not have more than ${most} firms`, zh: `不得超过 ${most} 家企业` });

export const searchesAtMost = (firms: number, links: number, most: number): Texts => ({
  en: `has ${firms} firms and ${links} links: together they must not exceed ${most} (firms × links)`,
  zh: `有 ${firms} 家企业、${links} 条联系：两者之积不得超过 ${most}`,
});

export const oneForEach = (other: string): Texts => ({
  en: `must hold one cell for each row of ${other}`,
  zh: `必须与 ${other} 的每一行对应一个单元格`,
});

export const neededWith = (other: string): Texts => ({ en: `must be given with ${other}`, zh: `须与 ${other} 一同给出` });

export const sectorsAtLeast = (count: number): Texts => ({
  en: `must have a row and a column for each of ${count} sectors`,
  zh: `必须为 ${count} 个行业各有一行一列`,
});

export const noOutputToBuy = (sector: number): Texts => ({
  en: `is 0 for sector ${sector}, which buys inputs`,
  zh: `在第 ${sector} 个部门为 0，但该部门有中间投入`,
});

export const noOutputToSell = (sector: number): Texts => ({
  en: `is 0 for sector ${sector}, which sells to others`,
  zh: `在第 ${sector} 个部门为 0，但该部门有中间产品销售`,
});

export const unknownUnit = (unit: string): Texts => ({
  en: `must be a unit such as 10,000 vehicles or 亿元, not “${shown(unit)}”`,
  zh: `必须是单位，如 万辆 或 bn yuan，不能是“${shown(unit)}”`,
});

export const otherMeasure = (from: string): Texts => ({
  en: `measures another thing than “${shown(from)}”`,
  zh: `与“${shown(from)}”不是同一类单位`,
});
