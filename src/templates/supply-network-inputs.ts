import type { Texts } from "../refusal";
import { illustrative, label } from "./given";
import { column, input } from "./rows";
import type { InputsBlock, MatrixBlock, TableBlock } from "./template";
import { units } from "./units";

const kinds = {
  vehicles: { en: "Vehicles", zh: "整车" },
  parts: { en: "Parts", zh: "零部件" },
  battery: { en: "Battery", zh: "电池" },
  electronics: { en: "Electronics", zh: "电子" },
  materials: { en: "Materials", zh: "材料" },
  service: { en: "Sales and service", zh: "销售与售后" },
} satisfies Record<string, Texts>;

const kindList: readonly Texts[] = Object.values(kinds);

const roster: readonly (readonly [Texts, Texts])[] = [
  [{ en: "Maker A", zh: "整车企业甲" }, kinds.vehicles],
  [{ en: "Maker B", zh: "整车企业乙" }, kinds.vehicles],
  [{ en: "Seats", zh: "座椅厂" }, kinds.parts],
  [{ en: "Brakes", zh: "制动厂" }, kinds.parts],
  [{ en: "Battery packs", zh: "电池包厂" }, kinds.battery],
  [{ en: "Electronics", zh: "电控厂" }, kinds.electronics],
  [{ en: "Steel service", zh: "钢材加工" }, kinds.materials],
  [{ en: "Battery cells", zh: "电芯厂" }, kinds.battery],
  [{ en: "Chips", zh: "芯片商" }, kinds.electronics],
  [{ en: "Castings", zh: "铸件厂" }, kinds.materials],
  [{ en: "Plastics", zh: "塑料件厂" }, kinds.materials],
  [{ en: "Dealers", zh: "经销商集团" }, kinds.service],
];

export const firmNames: readonly Texts[] = roster.map(([name]) => name);

/** Seller, buyer, m yuan; by place in the roster. */
const trades: readonly (readonly [number, number, number])[] = [
  [0, 11, 4000], [1, 11, 1500], [2, 0, 600], [2, 1, 200], [3, 0, 300], [3, 1, 250], [4, 0, 1500],
  [5, 0, 400], [5, 1, 300], [5, 4, 80], [6, 0, 200], [6, 2, 60], [6, 9, 90], [7, 4, 900],
  [8, 5, 250], [9, 3, 110], [9, 0, 70], [10, 2, 120], [10, 1, 60],
];

const sold = (seller: number, buyer: number): number =>
  trades.find(([from, to]) => from === seller && to === buyer)?.[2] ?? 0;

export const firms: TableBlock = {
  kind: "table",
  key: "firms",
  title: { en: "Firms, in the order of the table of sales", zh: "企业（顺序与销售表一致）" },
  columns: [
    column("firm", { en: "Firm", zh: "企业" }, units.text),
    column("kind", { en: "Kind", zh: "类别" }, units.text, { allowed: { oneOf: kindList } }),
    column("kind_at", { en: "Row of the kind", zh: "类别所在行" }, units.rank, { formula: "=MATCH({firms.kind},{essential.rows},0)" }),
  ],
  rows: roster.map(([name, kind]) => ({ firm: label(name), kind: illustrative(kind) })),
};

export const sales: MatrixBlock = {
  kind: "matrix",
  key: "sales",
  title: { en: "Sales between the firms in a year", zh: "企业间年销售额" },
  corner: { en: "Seller \\ buyer", zh: "卖方＼买方" },
  rows: firmNames,
  columns: firmNames,
  unit: units.mYuan,
  body: { given: firmNames.map((_, i) => firmNames.map((__, j) => illustrative(sold(i, j)))) },
  allowed: { from: 0 },
};

export const essential: MatrixBlock = {
  kind: "matrix",
  key: "essential",
  title: { en: "How a buyer needs an input: 2 cannot do without, 1 makes less, 0 goes on", zh: "买方对投入的依赖：2不可或缺，1减产，0无影响" },
  corner: { en: "Input \\ buyer", zh: "投入＼买方" },
  rows: kindList,
  columns: kindList,
  unit: units.count,
  body: {
    given: [
      [0, 0, 0, 0, 0, 2],
      [2, 1, 1, 1, 0, 1],
      [2, 0, 2, 0, 0, 0],
      [2, 1, 2, 2, 0, 0],
      [1, 1, 1, 1, 1, 0],
      [0, 0, 0, 0, 0, 0],
    ].map((line) => line.map((value) => illustrative(value, { en: "a judgement: ask the buyers", zh: "主观判断：请向买方核实" }))),
  },
  allowed: { from: 0, to: 2, whole: true },
};

export const choices: InputsBlock = {
  kind: "inputs",
  title: { en: "What to look at", zh: "分析对象" },
  rows: [
    input("least", { en: "A link counts from these sales on", zh: "计为联系的最低销售额" }, units.mYuan, illustrative(50), {
      allowed: { from: 0 },
    }),
    input("stopped", { en: "Firm that stops", zh: "停产企业" }, units.text, illustrative(roster[4]![0]), { allowed: { oneOf: firmNames } }),
    input("half", { en: "Share of firms that should still hang together", zh: "应仍连在一起的企业比重" }, units.share, illustrative(0.5), {
      allowed: { from: 0.01, to: 1 },
    }),
  ],
};

export const plan: InputsBlock = {
  kind: "inputs",
  title: { en: "A link to bring about", zh: "拟促成的对接" },
  rows: [
    input("plan_seller", { en: "Seller", zh: "卖方" }, units.text, illustrative(roster[7]![0]), { allowed: { oneOf: firmNames } }),
    input("plan_buyer", { en: "Buyer", zh: "买方" }, units.text, illustrative(roster[0]![0]), { allowed: { oneOf: firmNames } }),
    input("plan_value", { en: "Sales in a year", zh: "年销售额" }, units.mYuan, illustrative(500), {
      allowed: { from: 0 },
      note: { en: "A further source for the buyer; what others sell to it stays.", zh: "为买方增加来源，原有采购不变。" },
    }),
  ],
};
