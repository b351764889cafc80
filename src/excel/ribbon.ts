import type { Texts } from "../refusal";
import type { View } from "../taskpane/surroundings";

/** A button that opens one view of the pane. */
export interface Button {
  /** Names the button in the manifest; the action is `open` and this. */
  readonly id: string;
  readonly view: View;
  /** The drawing in assets/icons, without its size. */
  readonly icon: string;
  readonly label: Texts;
  readonly tip: Texts;
}

export interface Group {
  readonly id: string;
  readonly label: Texts;
  readonly buttons: readonly Button[];
}

/** The ribbon tab from left to right. A view that the pane gains needs an entry here, and no more, to have a button. */
export const groups: readonly Group[] = [
  {
    id: "Insert",
    label: { en: "Insert", zh: "插入" },
    buttons: [
      {
        id: "Functions",
        view: "functions",
        icon: "function",
        label: { en: "Function", zh: "函数" },
        tip: {
          en: "Find a policy function, fill in its inputs and put the formula into the selected cell.",
          zh: "查找政策函数，填写参数，将公式写入所选单元格。",
        },
      },
      {
        id: "Data",
        view: "data",
        icon: "data",
        label: { en: "Data", zh: "数据" },
        tip: {
          en: "Insert a reference table with its units, period and sources. It never overwrites what is there.",
          zh: "插入参考数据表，附单位、时期和来源；绝不覆盖已有内容。",
        },
      },
      {
        id: "Templates",
        view: "templates",
        icon: "template",
        label: { en: "Template", zh: "模板" },
        tip: {
          en: "Create a working policy workbook on new sheets: inputs, workings, results, checks and an answer in words.",
          zh: "在新工作表中创建可直接使用的政策工作簿：输入、计算、结果、检查与文字结论。",
        },
      },
    ],
  },
  {
    id: "Analyse",
    label: { en: "Analyse", zh: "分析" },
    buttons: [
      {
        id: "Scenarios",
        view: "scenarios",
        icon: "scenarios",
        label: { en: "Scenarios", zh: "情景" },
        tip: {
          en: "Compare named cases, swing inputs, test policy stresses and seek goals, without changing the sheet.",
          zh: "比较情景、变动输入、测试政策压力、求解目标，均不改动工作表。",
        },
      },
      {
        id: "Simulate",
        view: "simulate",
        icon: "simulate",
        label: { en: "Simulate", zh: "模拟" },
        tip: {
          en: "Give inputs distributions and see how likely each result is; the sheet stays as it is.",
          zh: "为输入设定分布，查看各结果的可能性；工作表保持不变。",
        },
      },
    ],
  },
  {
    id: "Share",
    label: { en: "Check & share", zh: "检查与共享" },
    buttons: [
      {
        id: "Check",
        view: "check",
        icon: "check",
        label: { en: "Check", zh: "检查" },
        tip: {
          en: "Look through the workbook for errors, broken patterns, hidden assumptions and missing sources.",
          zh: "检查工作簿中的错误、不一致的公式、隐藏的假设和缺失的来源。",
        },
      },
      {
        id: "Passport",
        view: "passport",
        icon: "passport",
        label: { en: "Passport", zh: "护照" },
        tip: {
          en: "Say what the model is for, what it rests on and who answers for it, on a sheet of plain cells.",
          zh: "以一张普通工作表说明模型的用途、依据和责任人。",
        },
      },
      {
        id: "Portable",
        view: "portable",
        icon: "portable",
        label: { en: "Make portable", zh: "制作便携副本" },
        tip: {
          en: "Make a copy that calculates in Excel, WPS or LibreOffice without this add-in, with every result proved.",
          zh: "制作无需本加载项即可在 Excel、WPS 或 LibreOffice 中计算的副本，并逐一验证结果。",
        },
      },
    ],
  },
  {
    id: "Support",
    label: { en: "Help", zh: "帮助" },
    buttons: [
      {
        id: "Help",
        view: "help",
        icon: "help",
        label: { en: "Help", zh: "帮助" },
        tip: {
          en: "See how to start, where the methods come from and what to do about an error.",
          zh: "查看入门说明、方法来源，以及出错时的处理办法。",
        },
      },
    ],
  },
];

export const buttons: readonly Button[] = groups.flatMap((group) => group.buttons);

/** Excel looks for an action among the page's globals first, so it must not be called as any of them. */
export const actionOf = (button: Button): string => `open${button.id}`;
