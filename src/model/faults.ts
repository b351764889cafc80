import type { Texts } from "../refusal";

/** Why a formula is not compiled. Each is a whole sentence of the pane, without its full stop. */
const fault = (en: string, zh: string): Texts => ({ en, zh });

export const unreadable = (reason: string): Texts => fault(`The formula cannot be read: ${reason}`, `无法读取该公式：${reason}`);

export const unknownFunction = (name: string): Texts =>
  fault(`${name} is not among the functions that are compiled`, `函数 ${name} 尚不支持编译`);

export const unknownName = (name: string): Texts =>
  fault(`The name ${name} is not known in the workbook`, `工作簿中没有名称 ${name}`);

export const wrongCount = (name: string): Texts =>
  fault(`${name} has too few or too many arguments`, `${name} 的参数个数不对`);

export const elsewhere = (reference: string): Texts =>
  fault(`${reference} is not in this workbook`, `${reference} 不在本工作簿中`);

export const severalSheets = (reference: string): Texts =>
  fault(`${reference} runs through several sheets or parts`, `${reference} 跨越多张工作表或多个部分`);

export const hiddenPrecedents = (name: string): Texts =>
  fault(`${name} chooses its cells while it calculates, so nobody can tell beforehand what it depends on`,
    `${name} 在计算时才决定引用哪些单元格，事先无法知道它依赖什么`);

export const hiddenRows = (call: string): Texts =>
  fault(`${call} asks which rows are hidden, and a model knows of none`, `${call} 取决于哪些行被隐藏，模型无从得知`);

export const choiceInCell = (name: string): Texts =>
  fault(`What ${name} does is chosen by another cell: write its number into the formula`,
    `${name} 的功能由其他单元格选定：请把编号直接写入公式`);

export const random = (name: string): Texts =>
  fault(`${name} draws new numbers at every calculation; give the input a distribution instead`,
    `${name} 每次计算都会重新取随机数；请改为给输入指定分布`);

export const clock = (name: string): Texts =>
  fault(`${name} changes with the clock, so two calculations cannot be compared`, `${name} 随时间变化，两次计算无法比较`);

export const notSingleCell = (reference: string): Texts =>
  fault(`${reference}# needs one cell whose formula fills an area`, `${reference}# 需要指向一个产生溢出区域的公式单元格`);

export const circular = (places: string): Texts =>
  fault(`The cells depend on each other in a circle: ${places}`, `单元格循环引用：${places}`);

export const noSuchCell: Texts = fault("There is no sheet of that name", "没有该名称的工作表");

export const notACall: Texts = fault("What is called here is no function", "此处调用的不是函数");

export const filledByFormula: Texts =
  fault("The input lies among the cells that another formula fills", "该输入位于另一公式填充的区域内");
