import type { Texts } from "../refusal";
import {
  acrossDesigns, acrossYears, border, chosen, conversions, designs, freeShares, grids, materials, scope,
} from "./carbon-inputs";
import { check, worked } from "./rows";
import type { ChartBlock, ChecksBlock, MatrixBlock, NotesBlock, ReadingBlock, Template, WorkedBlock } from "./template";
import { units } from "./units";

const sameGrids = grids.rows.map((_, i): Texts => {
  const formula = `=INDEX({grids.grid},${i + 1})`;
  return { en: formula, zh: formula };
});
const sameDesigns = acrossDesigns.heads.map((): Texts => ({ en: "={design.column}", zh: "={design.column}" }));

/** The footprint of the design in this column, on a grid. */
const footprintOn = (factor: string, from = ""): string =>
  `POLICY.VEHICLE_CARBON({body_kg${from}},{battery_kwh${from}},{battery_ef${from}},{eol_kg${from}},{consumption${from}},`
  + `${factor},{lifetime${from}},{losses${from}})`;

const footprints: MatrixBlock = {
  kind: "matrix",
  key: "footprints",
  title: { en: "Footprint over the life of the car, by grid and design", zh: "全生命周期碳足迹：按电网与车型" },
  corner: { en: "Grid \\ design", zh: "电网＼车型" },
  rows: sameGrids,
  columns: sameDesigns,
  unit: units.gramsAKm,
  body: { formula: `=${footprintOn("INDEX({grids.factor},MATCH({footprints.rows.row},{grids.grid},0))", ".column")}` },
};

const life: WorkedBlock = {
  kind: "workings",
  title: { en: "On the grid to report on", zh: "按报告电网" },
  across: acrossDesigns,
  rows: [
    worked("footprint", { en: "Footprint", zh: "碳足迹" }, units.gramsAKm, `=${footprintOn("{factor}")}`),
    worked("made", { en: "of it making and scrapping", zh: "其中制造与报废" }, units.gramsAKm, `=${footprintOn("0")}`),
    worked("driven", { en: "of it driving", zh: "其中行驶" }, units.gramsAKm, "={footprint}-{made}"),
    worked("petrol", { en: "Petrol car over the same kilometres", zh: "同里程燃油车" }, units.gramsAKm,
      "={petrol_made}*{grams}/{lifetime}+{petrol_driven}"),
    worked("against", { en: "Electric against petrol", zh: "纯电相对燃油" }, units.share, "={footprint}/{petrol}-1"),
    worked("even_km", { en: "Kilometres until the electric car is ahead", zh: "纯电开始占优的里程" }, units.km,
      "=IF({petrol_driven}>{driven},MAX(0,({made}*{lifetime}-{petrol_made}*{grams})/({petrol_driven}-{driven})),\"–\")"),
  ],
};

const structure: WorkedBlock = {
  kind: "workings",
  title: { en: "What is reported on", zh: "报告对象" },
  rows: [
    worked("factor", { en: "Factor of the grid", zh: "电网排放因子" }, units.kgCO2AKWh,
      "=INDEX({grids.factor},MATCH({where},{grids.grid},0))"),
    worked("design_at", { en: "Place of the design", zh: "车型位置" }, units.rank, "=MATCH({which},{design},0)"),
    worked("average", { en: "Footprint of the design on China's average grid", zh: "该车型按全国平均电网的碳足迹" }, units.gramsAKm,
      "=INDEX({footprints},1,{design_at})"),
  ],
};

const byHand: WorkedBlock = {
  kind: "workings",
  title: { en: "The design by hand, as a check", zh: "该车型手算复核" },
  rows: [
    worked("hand_made", { en: "Making and scrapping over all kilometres", zh: "制造与报废分摊" }, units.gramsAKm,
      "=(INDEX({body_kg},{design_at})+INDEX({battery_kwh},{design_at})*INDEX({battery_ef},{design_at})+INDEX({eol_kg},{design_at}))"
        + "*{grams}/INDEX({lifetime},{design_at})"),
    worked("hand_driven", { en: "Driving", zh: "行驶" }, units.gramsAKm,
      "=INDEX({consumption},{design_at})/{hundred}*{factor}*(1+INDEX({losses},{design_at}))*{grams}"),
  ],
};

const chargeable: WorkedBlock = {
  kind: "workings",
  title: { en: "Border adjustment on steel and aluminium", zh: "钢铝的碳边境调节" },
  across: acrossYears,
  rows: [
    worked("free_here", { en: "Free share", zh: "免费份额" }, units.share,
      "=INDEX({shares.free},MATCH({cbam_year},{shares.year},0))", { opening: "=1" }),
    worked("fall", { en: "Fall since the year shown before", zh: "较所列前一年下降" }, units.points, "={free_here.previous}-{free_here}"),
    worked("adds_parts", { en: "1 where components are charged too", zh: "零部件已纳入为1" }, units.count, "=IF({cbam_year}>={parts_from},1,0)"),
    worked("steel", { en: "Steel charged", zh: "应计钢" }, units.tonnesAYear, "=INDEX({goods},1)+{adds_parts}*INDEX({parts},1)"),
    worked("aluminium", { en: "Aluminium charged", zh: "应计铝" }, units.tonnesAYear, "=INDEX({goods},2)+{adds_parts}*INDEX({parts},2)"),
    worked("steel_cost", { en: "Cost on steel", zh: "钢的成本" }, units.mEuros, `=${costOf("steel", 1, "intensity")}`),
    worked("aluminium_cost", { en: "Cost on aluminium", zh: "铝的成本" }, units.mEuros, `=${costOf("aluminium", 2, "intensity")}`),
    worked("cost", { en: "Cost together", zh: "合计成本" }, units.mEuros, "={steel_cost}+{aluminium_cost}"),
    worked("cost_aim", { en: "Cost with the emissions within reach", zh: "达到可及强度时的成本" }, units.mEuros,
      `=${costOf("steel", 1, "intensity_aim")}+${costOf("aluminium", 2, "intensity_aim")}`),
    worked("cost_by_table", { en: "Cost from the table of free shares, as a check", zh: "按免费份额表复算" }, units.mEuros,
      `=(${byTable("steel", 1)}+${byTable("aluminium", 2)})*MAX(0,{price}-{paid})/{million}`),
  ],
};

function costOf(tonnes: string, material: 1 | 2, intensity: string): string {
  return `POLICY.CBAM_COST({${tonnes}},INDEX({${intensity}},${material}),INDEX({benchmark},${material}),{cbam_year},{price},{paid})/{million}`;
}

function byTable(tonnes: string, material: 1 | 2): string {
  return `{${tonnes}}*MAX(0,INDEX({intensity},${material})-{free_here}*INDEX({benchmark},${material}))`;
}

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("own_footprint", { en: "Footprint of the design", zh: "该车型碳足迹" }, units.gramsAKm, "=INDEX({footprint},{design_at})"),
    worked("making_share", { en: "of it making and scrapping", zh: "其中制造与报废占比" }, units.share,
      "=INDEX({made},{design_at})/{own_footprint}"),
    worked("grid_effect", { en: "Against China's average grid", zh: "较全国平均电网" }, units.share, "={own_footprint}/{average}-1"),
    worked("own_against", { en: "Against a petrol car", zh: "相对燃油车" }, units.share, "=INDEX({against},{design_at})"),
    worked("average_against", { en: "Against a petrol car on China's average grid", zh: "全国平均电网下相对燃油车" }, units.share,
      "={average}/INDEX({petrol},{design_at})-1"),
    worked("in_range", { en: "which lies in the range of ICCT for China", zh: "是否在ICCT中国区间内" }, units.flag,
      "=AND({average_against}>={icct_low},{average_against}<={icct_high})"),
    worked("own_even", { en: "Kilometres until it is ahead", zh: "占优所需里程" }, units.km, "=INDEX({even_km},{design_at})"),
    worked("best", { en: "Design with the smallest footprint here", zh: "该电网下碳足迹最小的车型" }, units.text,
      "=INDEX({design},MATCH(MIN({footprint}),{footprint},0))"),
    worked("cost_first", { en: "Border adjustment in the first year", zh: "首年碳边境调节成本" }, units.mEuros, "=INDEX({cost},1)"),
    worked("cost_last", { en: "Border adjustment in the last year", zh: "末年碳边境调节成本" }, units.mEuros, "=INDEX({cost},COLUMNS({cost}))"),
    worked("saved", { en: "Saved in the last year by the emissions within reach", zh: "达到可及强度末年可节省" }, units.mEuros,
      "={cost_last}-INDEX({cost_aim},COLUMNS({cost_aim}))"),
    worked("per_tonne", { en: "Border adjustment on a tonne of steel in the last year", zh: "末年每吨钢成本" }, units.euros,
      "=INDEX({steel_cost},COLUMNS({steel_cost}))*{million}/INDEX({steel},COLUMNS({steel}))"),
  ],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "The footprint spreads making and scrapping over all kilometres and adds driving on the grid where the car is charged, not where it is made.",
      zh: "碳足迹将制造与报废分摊到全部里程，再加上充电所在地（而非生产地）电网的行驶排放。",
    },
    {
      en: "On a clean grid most of the footprint is making: there batteries, steel and aluminium decide. On a coal grid consumption does.",
      zh: "电网越清洁，制造占比越高，电池、钢、铝成为关键；煤电为主时，电耗是关键。",
    },
    {
      en: "The border adjustment is a second account: it falls on goods at the border, steel and aluminium now, and not on the footprint of a car.",
      zh: "碳边境调节是另一本账：针对进口货物（目前为钢、铝等），并非按整车碳足迹征收。",
    },
  ],
};

const chart: ChartBlock = {
  kind: "chart",
  type: "stacked",
  title: { en: "Footprint by design on the grid to report on", zh: "报告电网下各车型碳足迹" },
  categories: "{design}",
  series: [
    { name: { en: "Making and scrapping", zh: "制造与报废" }, values: "{made}" },
    { name: { en: "Driving", zh: "行驶" }, values: "{driven}" },
  ],
  axes: { value: { en: "g CO2e a km", zh: "克／公里" } },
};

const costChart: ChartBlock = {
  kind: "chart",
  type: "line",
  title: { en: "Border adjustment on steel and aluminium", zh: "钢铝的碳边境调节成本" },
  categories: "{cbam_year}",
  series: [
    { name: { en: "Emissions as they are", zh: "现有强度" }, values: "{cost}" },
    { name: { en: "Emissions within reach", zh: "可及强度" }, values: "{cost_aim}" },
  ],
  axes: { category: { en: "Year; 2032 is left out", zh: "年份（未列2032年）" }, value: { en: "m euros", zh: "百万欧元" } },
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Vehicles are not in the scope of the border adjustment in 2026–27. Components would come in by a proposal that is not law. Importers below 50 tonnes a year are exempt: look at the buyer, not the seller.",
      zh: "2026—2027年整车不在碳边境调节范围内；零部件纳入仅为提案。年进口不足50吨的进口商豁免：以买方为准。",
    },
    {
      en: "Steel and aluminium are charged on direct emissions and those of listed inputs; electricity for smelting is not in the charge, though it is in a footprint.",
      zh: "钢、铝按直接排放及所列前体计征；电解用电不计入费用，但计入碳足迹。",
    },
    {
      en: "Designs, certificate prices, benchmarks and tonnes are illustrative. Grid factors are averages of 2022: a plant that buys green power may not count it twice. 2032 is left out: no page that was read states its free share.",
      zh: "车型、证书价格、基准值与吨数均为示例。电网因子为2022年平均值；已购绿电不得重复计算。未列2032年：所查页面均未载明其免费份额。",
    },
    {
      en: "Regulation (EU) 2023/956 and Directive 2003/87/EC; MEE, grid factors; ICCT (2021). The range of ICCT is for medium cars registered in 2021.",
      zh: "Regulation (EU) 2023/956 与 Directive 2003/87/EC；生态环境部电网因子；ICCT（2021），其区间为2021年注册的中型车。",
    },
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_table", { en: "The cost agrees with the table of free shares, year by year", zh: "各年成本与免费份额表一致" },
      "=ROUND(SUMPRODUCT(ABS({cost}-{cost_by_table})),6)=0"),
    check("check_phase", { en: "The free share never rises", zh: "免费份额逐年不升" }, "=MIN({fall})>=0"),
    check("check_parts", { en: "A footprint by hand agrees: making over kilometres, plus driving", zh: "手算碳足迹一致：制造÷里程＋行驶" },
      "=ROUND({own_footprint}-({hand_made}+{hand_driven}),6)=0"),
    check("check_grid", { en: "The grid and the design to report on are in their tables", zh: "报告的电网与车型均在表中" },
      "=AND(ISNUMBER({factor}),ISNUMBER({design_at}))"),
    check("check_ahead", { en: "The emissions within reach are not above those of today", zh: "可及强度不高于现有强度" },
      "=SUMPRODUCT(--({intensity_aim}>{intensity}))=0"),
  ],
};

const answer: Texts = {
  en: '="On the grid “"&{where}&"” the design “"&{which}&"” has "&TEXT({own_footprint},"0")&" g CO2e a km over its life, "'
    + '&TEXT({making_share},"0%")&" of it from making it; "&TEXT(ABS({own_against}),"0%")&IF({own_against}<0," less"," more")'
    + '&" than a petrol car. The border adjustment on steel and aluminium sold to the EU costs "&TEXT({cost_first},"0.00")'
    + '&" m euros in "&INDEX({cbam_year},1)&" and "&TEXT({cost_last},"0.00")&" m in "&INDEX({cbam_year},COLUMNS({cbam_year}))'
    + '&"; lower emissions within reach save "&TEXT({saved},"0.00")&" m of that. Vehicles themselves are not in scope in 2026–27."',
  zh: '="在“"&{where}&"”电网下，“"&{which}&"”全生命周期碳足迹为"&TEXT({own_footprint},"0")&"克／公里，其中制造占"'
    + '&TEXT({making_share},"0%")&"，较燃油车"&IF({own_against}<0,"低","高")&TEXT(ABS({own_against}),"0%")'
    + '&"。对欧钢铝的碳边境调节成本"&INDEX({cbam_year},1)&"年为"&TEXT({cost_first},"0.00")&"百万欧元，"'
    + '&INDEX({cbam_year},COLUMNS({cbam_year}))&"年为"&TEXT({cost_last},"0.00")&"百万欧元，降至可及强度可节省"'
    + '&TEXT({saved},"0.00")&"百万欧元。2026—2027年整车不在范围内。"',
};

export const carbonLedger: Template = {
  id: "carbon-ledger",
  prefix: "co2",
  title: { en: "Carbon ledger", zh: "碳账本" },
  question: { en: "What is a car's footprint on our grid, and what will the EU charge at the border?", zh: "本地电网下整车碳足迹多少？欧盟边境将征收多少？" },
  needs: [
    { en: "Emissions of making car and battery, consumption and kilometres, by design", zh: "各车型整车与电池制造排放、电耗与里程" },
    { en: "Steel and aluminium that local firms sell to the EU, with their emissions", zh: "本地企业对欧钢铝出口及其排放强度" },
  ],
  sheets: [
    {
      name: { en: "Carbon ledger", zh: "碳账本" },
      blocks: [{ kind: "answer", key: "answer", formula: answer }, reading, results, chart, costChart, notes],
    },
    {
      name: { en: "Carbon inputs", zh: "碳账本输入" },
      blocks: [chosen, grids, designs, materials, scope, freeShares, border, conversions],
      rules: [{ on: "{grids.factor}", bars: true }],
    },
    {
      name: { en: "Carbon workings", zh: "碳账本计算" },
      blocks: [structure, life, footprints, byHand, chargeable],
      rules: [{ on: "{cost}", bars: true }],
    },
    { name: { en: "Carbon checks", zh: "碳账本检查" }, blocks: [checks] },
  ],
  stresses: [{ shock: "demand", input: "goods" }, { shock: "demand", input: "parts" }],
  moves: [
    { input: "grids.factor.5", to: 0.8, output: "own_footprint", direction: "up" },
    { input: "where", to: "Yunnan 2022", output: "own_footprint", direction: "down" },
    { input: "where", to: "Yunnan 2022", output: "making_share", direction: "up" },
    { input: "where", to: "Yunnan 2022", output: "cost_last", direction: "same" },
    { input: "battery_ef.1", to: 95, output: "own_footprint", direction: "up" },
    { input: "lifetime.1", to: 300_000, output: "own_footprint", direction: "down" },
    { input: "petrol_driven", to: 150, output: "own_even", direction: "up" },
    { input: "price.1", to: 110, output: "cost_first", direction: "up" },
    { input: "paid.8", to: 40, output: "cost_last", direction: "down" },
    { input: "parts_from", to: 2040, output: "cost_last", direction: "down" },
    { input: "intensity_aim.1", to: 1.2, output: "saved", direction: "up" },
  ],
};
