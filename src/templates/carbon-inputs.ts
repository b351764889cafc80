import type { Texts } from "../refusal";
import { figure, illustrative, label, real, type Given } from "./given";
import { column, input } from "./rows";
import type { Across, InputsBlock, TableBlock, TableRow } from "./template";
import { units } from "./units";

const heads: readonly Texts[] = [
  { en: "Family car with LFP battery", zh: "家用车（磷酸铁锂）" },
  { en: "Large SUV with NCM battery", zh: "大型SUV（三元锂）" },
  { en: "Family car of low-carbon materials", zh: "家用车（低碳材料）" },
  { en: "City car with small battery", zh: "微型车（小电池）" },
];

export const acrossDesigns: Across = { key: "design", label: { en: "Design", zh: "车型方案" }, heads };

export const designs: InputsBlock = {
  kind: "inputs",
  title: { en: "Designs to compare", zh: "比较的车型方案" },
  across: acrossDesigns,
  rows: [
    input("body_kg", { en: "Making the vehicle without its battery", zh: "整车制造（不含电池）" }, units.kgCO2,
      illustrative([6200, 9400, 4600, 3600]), { allowed: { from: 0 } }),
    input("battery_kwh", { en: "Battery", zh: "电池容量" }, units.kWh, illustrative([60, 100, 60, 28]), { allowed: { from: 0 } }),
    input("battery_ef", { en: "Making the battery", zh: "电池制造排放因子" }, units.kgCO2AKWh, illustrative([70, 85, 50, 70]), {
      allowed: { from: 0 },
      note: { en: "Ask the cell maker for a verified figure: it is the one a buyer abroad will ask for first.", zh: "请向电芯企业索取核证值：海外客户首先问的就是它。" },
    }),
    input("eol_kg", { en: "End of life; negative where recycling is credited", zh: "报废回收（回收抵扣为负）" }, units.kgCO2,
      illustrative([-500, -800, -600, -250])),
    input("consumption", { en: "Consumption", zh: "百公里电耗" }, units.kWhA100Km, illustrative([14, 20.5, 14, 9.5]), { allowed: { from: 0 } }),
    input("lifetime", { en: "Kilometres over its life", zh: "生命周期里程" }, units.km, illustrative([200_000, 200_000, 200_000, 120_000]), {
      allowed: { from: 1000 },
    }),
    input("losses", { en: "Lost in charging", zh: "充电损耗" }, units.share, illustrative([0.1, 0.1, 0.1, 0.12]), {
      allowed: { from: 0, to: 1 },
    }),
  ],
};

const gridNames = {
  china: { en: "China 2022", zh: "全国2022年" },
  residual: { en: "China 2022 without traded green power", zh: "全国2022年（扣除市场化交易绿电）" },
  sichuan: { en: "Sichuan 2022", zh: "四川2022年" },
  yunnan: { en: "Yunnan 2022", zh: "云南2022年" },
  own: { en: "Own province", zh: "本省" },
} satisfies Record<string, Texts>;

const grid = (name: Texts, factor: Given): TableRow => ({ grid: label(name), factor });

const from2022 = (key: string): Given => figure("GRID_FACTOR", key, { period: "2022" });

export const grids: TableBlock = {
  kind: "table",
  key: "grids",
  title: { en: "Where the car is charged", zh: "充电所在电网" },
  columns: [
    column("grid", { en: "Grid", zh: "电网" }, units.text),
    column("factor", { en: "Factor", zh: "排放因子" }, units.kgCO2AKWh, { allowed: { from: 0, to: 2 } }),
  ],
  rows: [
    grid(gridNames.china, from2022("China")),
    grid(gridNames.residual, from2022("China excl. traded green power")),
    grid(gridNames.sichuan, from2022("Sichuan")),
    grid(gridNames.yunnan, from2022("Yunnan")),
    grid(gridNames.own, illustrative(0.62)),
  ],
};

export const chosen: InputsBlock = {
  kind: "inputs",
  title: { en: "What to report on", zh: "报告对象" },
  rows: [
    input("which", { en: "Design", zh: "车型方案" }, units.text, illustrative(heads[0]!), { allowed: { oneOf: heads } }),
    input("where", { en: "Grid", zh: "电网" }, units.text, illustrative(gridNames.own), {
      note: { en: "As written in the table of grids.", zh: "与电网表写法一致。" },
    }),
    input("petrol_made", { en: "Making a petrol car of the same class", zh: "同级燃油车制造" }, units.kgCO2, illustrative(5800), {
      allowed: { from: 0 },
    }),
    input("petrol_driven", { en: "Driving it, fuel supply included", zh: "燃油车行驶（含燃料生产）" }, units.gramsAKm, illustrative(205), {
      allowed: { from: 1 },
    }),
    input("icct_low", { en: "Electric against petrol in China: lowest", zh: "中国纯电对比燃油：最低" }, units.share,
      figure("LCA", "BEV against gasoline car, China", { field: "low" })),
    input("icct_high", { en: "Electric against petrol in China: highest", zh: "中国纯电对比燃油：最高" }, units.share,
      figure("LCA", "BEV against gasoline car, China", { field: "high" })),
  ],
};

export const acrossMaterials: Across = {
  key: "material",
  label: { en: "Material", zh: "材料" },
  heads: [{ en: "Steel", zh: "钢" }, { en: "Aluminium", zh: "铝" }],
};

export const materials: InputsBlock = {
  kind: "inputs",
  title: { en: "Steel and aluminium that local firms sell to the EU", zh: "本地企业对欧盟的钢铝出口" },
  across: acrossMaterials,
  rows: [
    input("goods", { en: "Sold as goods in scope since 2026: coil, sections, castings of the annex", zh: "2026年起在范围内的货物（板卷、型材等附件所列）" },
      units.tonnesAYear, illustrative([18_000, 6_500]), { allowed: { from: 0 } }),
    input("parts", { en: "Inside components that a proposal would add", zh: "提案拟增列的零部件中所含" }, units.tonnesAYear,
      illustrative([9_000, 4_000]), { allowed: { from: 0 } }),
    input("intensity", { en: "Embedded emissions", zh: "隐含排放强度" }, units.tonnesCO2ATonne, illustrative([2.1, 1.9]), { allowed: { from: 0 } }),
    input("benchmark", { en: "EU benchmark", zh: "欧盟基准值" }, units.tonnesCO2ATonne, illustrative([1.37, 1.42]), { allowed: { from: 0 } }),
    input("intensity_aim", { en: "Embedded emissions within reach", zh: "可达到的排放强度" }, units.tonnesCO2ATonne,
      illustrative([1.6, 1.5]), { allowed: { from: 0 } }),
  ],
};

const years = [2026, 2027, 2028, 2029, 2030, 2031, 2033, 2034] as const;

export const acrossYears: Across = { key: "cbam_year", label: { en: "Year of import", zh: "进口年份" }, heads: years };

export const freeShares: TableBlock = {
  kind: "table",
  key: "shares",
  title: { en: "Share of the benchmark that is still free, by year", zh: "各年仍免费的基准份额" },
  columns: [
    column("year", { en: "Year", zh: "年份" }, units.year),
    column("free", { en: "Free share", zh: "免费份额" }, units.share, { allowed: { from: 0, to: 1 } }),
  ],
  rows: years.map((year) => ({ year: label(year), free: figure("CBAM_FREE_SHARE", String(year)) })),
};

export const border: InputsBlock = {
  kind: "inputs",
  title: { en: "The border adjustment by year", zh: "各年碳边境调节" },
  across: acrossYears,
  rows: [
    input("price", { en: "Price of a certificate", zh: "证书价格" }, units.eurosATonneCO2,
      illustrative([75, 80, 85, 90, 95, 100, 110, 115]), {
        allowed: { from: 0 },
        note: { en: "Follows EU allowances: try a low and a high path.", zh: "随欧盟碳配额价格变动，请测试高低两种路径。" },
      }),
    input("paid", { en: "Carbon price paid at home", zh: "国内已付碳价" }, units.eurosATonneCO2,
      illustrative([0, 0, 2, 4, 6, 8, 10, 12]), {
        allowed: { from: 0 },
        note: { en: "Only what was effectively paid counts: allowances given free are no payment.", zh: "只计实际支付：免费配额不算已付。" },
      }),
  ],
};

export const scope: InputsBlock = {
  kind: "inputs",
  title: { en: "Scope", zh: "范围" },
  rows: [
    input("parts_from", { en: "Year from which components are charged, if the proposal is adopted", zh: "零部件纳入年份（若提案通过）" }, units.year,
      real(2028, {
        en: "Commission proposal of 17 December 2025: about 180 downstream goods from 1 January 2028. Not law: verify before use.",
        zh: "欧盟委员会2025年12月17日提案：约180种下游产品，自2028年1月1日起。尚非法律，使用前请核实。",
      }), { allowed: { from: 2026, to: 2100, whole: true } }),
  ],
};

const byDefinition: Texts = { en: "By definition: it turns one unit into the other.", zh: "按定义：用于两种单位之间的换算，不是估计值。" };

export const conversions: InputsBlock = {
  kind: "inputs",
  title: { en: "Conversions", zh: "换算" },
  rows: [
    input("grams", { en: "Grams in a kilogram", zh: "每千克克数" }, units.count, real(1000, byDefinition)),
    input("hundred", { en: "Kilometres to which consumption is stated", zh: "电耗对应的里程" }, units.km, real(100, byDefinition)),
    input("million", { en: "Euros in a million", zh: "每百万欧元" }, units.euros, real(1_000_000, byDefinition)),
  ],
};
