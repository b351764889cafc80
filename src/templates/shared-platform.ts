import type { Texts } from "../refusal";
import { acrossServices, acrossYears, demand, partners, services, terms, timeline } from "./platform-inputs";
import { check, worked } from "./rows";
import type { ChartBlock, ChecksBlock, MatrixBlock, NotesBlock, ReadingBlock, Template, WorkedBlock } from "./template";
import { units } from "./units";

const wanted: WorkedBlock = {
  kind: "workings",
  title: { en: "A full year", zh: "达产年" },
  across: acrossServices,
  rows: [
    worked("wanted", { en: "Use wanted by all cities", zh: "各市合计需求" }, units.ownUnit,
      "=SUM(INDEX({demand},0,MATCH({service},{demand.columns},0)))"),
    worked("full_use", { en: "Use that finds room", zh: "可满足的使用量" }, units.ownUnit, "=MIN({capacity},{wanted})"),
    worked("use_rate", { en: "Utilisation", zh: "利用率" }, units.share, "={full_use}/{capacity}"),
  ],
};

const served: MatrixBlock = {
  kind: "matrix",
  key: "served",
  title: { en: "Use by year, no more than the capacity", zh: "各年使用量（不超过能力）" },
  corner: { en: "Year \\ service", zh: "年＼服务" },
  rows: acrossYears.heads.map((_, i): Texts => ({ en: `=INDEX({year},${i + 1})`, zh: `=INDEX({year},${i + 1})` })),
  columns: acrossServices.heads.map((): Texts => ({ en: "={service.column}", zh: "={service.column}" })),
  unit: units.ownUnit,
  body: { formula: "=MIN({capacity.column},{wanted.column}*INDEX({ramp},MATCH({served.rows.row},{year},0)))" },
};

/** What the use of this year is worth, in m yuan. */
const timesUse = (price: string): string => `SUMPRODUCT({${price}},INDEX({served},MATCH({year},{served.rows},0),0))/{million}`;

const cash: WorkedBlock = {
  kind: "workings",
  title: { en: "Money by year", zh: "各年资金" },
  across: acrossYears,
  rows: [
    worked("revenue", { en: "Fees", zh: "收费收入" }, units.mYuan, `=${timesUse("fee")}`),
    worked("variable_cost", { en: "Variable cost", zh: "变动成本" }, units.mYuan, `=${timesUse("variable")}`),
    worked("spared", { en: "What users would pay elsewhere", zh: "用户在别处的支出" }, units.mYuan, `=${timesUse("elsewhere")}`),
    worked("margin", { en: "Fees less variable cost", zh: "收费减变动成本" }, units.mYuan, "={revenue}-{variable_cost}"),
    worked("outlay", { en: "Investment and fixed cost less value left", zh: "投资与固定成本减残值" }, units.mYuan,
      "={investment}+{fixed}-{residual}"),
    worked("flow", { en: "Flow to the owners", zh: "出资方现金流" }, units.mYuan, "={margin}-{outlay}"),
    worked("region_flow", { en: "Flow to the region, users included", zh: "区域净效益（含用户）" }, units.mYuan,
      "={spared}-{variable_cost}-{outlay}"),
    worked("full_margin", { en: "Fees less variable cost at full capacity", zh: "满负荷时收费减变动成本" }, units.mYuan,
      "=IF({ramp}>0,SUMPRODUCT({fee}-{variable},{capacity})/{million},0)"),
    worked("factor", { en: "Discount factor", zh: "折现系数" }, units.index, "=(1+{rate})^-{year}"),
    worked("green_factor", { en: "Factor of the UK Green Book, to compare", zh: "英国《绿皮书》系数（对照）" }, units.index,
      "=POLICY.GREENBOOK_FACTOR({year})"),
  ],
};

const values: WorkedBlock = {
  kind: "workings",
  title: { en: "Present values and use", zh: "现值与使用" },
  rows: [
    worked("demand_value", { en: "Fees of all use wanted, a year", zh: "全部需求的年收费额" }, units.yuan, "=SUMPRODUCT({fee},{wanted})"),
    worked("margin_value", { en: "Fees less variable cost, present value", zh: "收费减变动成本（现值）" }, units.mYuan,
      "=POLICY.PROJECT_NPV({rate},{margin})"),
    worked("outlay_value", { en: "Outlays, present value", zh: "支出（现值）" }, units.mYuan, "=POLICY.PROJECT_NPV({rate},{outlay})"),
    worked("full_value", { en: "Fees less variable cost at full capacity, present value", zh: "满负荷收费减变动成本（现值）" }, units.mYuan,
      "=POLICY.PROJECT_NPV({rate},{full_margin})"),
    worked("horizon", { en: "Years of running", zh: "运营年数" }, units.years, "=MAX({year})"),
    worked("users", { en: "User firms", zh: "用户企业" }, units.firms, "=SUM({partners.users})"),
    worked("all_outlay", { en: "All costs, present value", zh: "全部成本（现值）" }, units.mYuan,
      "={outlay_value}+POLICY.PROJECT_NPV({rate},{variable_cost})"),
    worked("host_at", { en: "Place of the host in the table", zh: "承办市位置" }, units.rank, "=MATCH({host},{demand.rows},0)"),
    worked("most_at", { en: "Place of the city that uses more than it pays for", zh: "使用最多超出出资的城市位置" }, units.rank,
      "=MATCH(MIN({partners.gap}),{partners.gap},0)"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("npv", { en: "Net present value to the owners", zh: "出资方净现值" }, units.mYuan, "=POLICY.PROJECT_NPV({rate},{flow})"),
    worked("npv_region", { en: "Net present value to the region, users included", zh: "区域净现值（含用户）" }, units.mYuan,
      "=POLICY.PROJECT_NPV({rate},{region_flow})"),
    worked("npv_green", { en: "To the owners with the UK Green Book's factors, to compare", zh: "按英国《绿皮书》系数的出资方净现值（对照）" },
      units.mYuan, "=SUMPRODUCT({green_factor},{flow})"),
    worked("payback", { en: "Years until the owners have their money back, not discounted", zh: "静态投资回收期" }, units.years,
      '=IFERROR(POLICY.PAYBACK_YEARS({flow}),"–")'),
    worked("shortfall", { en: "Shortfall that the cities must bear", zh: "各市须承担的缺口" }, units.mYuan, "=MAX(0,-{npv})"),
    worked("utilisation", { en: "Utilisation over the years, by what use is worth", zh: "全期利用率（按价值）" }, units.share,
      "={margin_value}/{full_value}"),
    worked("breakeven", { en: "Utilisation at which the owners break even", zh: "盈亏平衡利用率" }, units.share, "={outlay_value}/{full_value}"),
    worked("host_alone", { en: "Utilisation in a full year if the host alone used it", zh: "仅承办市使用时的达产年利用率" }, units.share,
      "=SUMPRODUCT({fee}-{variable},INDEX({demand},{host_at},0))/SUMPRODUCT({fee}-{variable},{capacity})"),
    worked("cost_per_user", { en: "Cost of serving a user firm for a year", zh: "每家用户企业年服务成本" }, units.mYuan,
      "=-PMT({rate},{horizon},{all_outlay})/{users}"),
    worked("most_favoured", { en: "City whose use exceeds its capital most", zh: "使用超出出资最多的城市" }, units.text,
      "=INDEX({partners.city},{most_at})"),
    worked("most_gap", { en: "by", zh: "超出" }, units.points, "=-MIN({partners.gap})"),
  ],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "Two accounts: the owners' counts fees, the region's counts what users are spared. Fees move money between the two and leave the region's account as it is.",
      zh: "两本账：出资方账计收费，区域账计用户节省的支出。收费只在两者之间转移，不改变区域账。",
    },
    {
      en: "Compare utilisation with its break-even, and with what the host would reach alone: the difference is the case for sharing.",
      zh: "将利用率与盈亏平衡点、与承办市独用时的利用率比较：差额即共享的理由。",
    },
    {
      en: "Where the owners lose and the region gains, the shortfall is a public contribution. By capital and by use it falls on different cities: settle that before building.",
      zh: "若出资方亏损而区域受益，缺口即公共投入。按出资与按使用分摊，负担城市不同：请在建设前商定。",
    },
  ],
};

const chart: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Flows by year", zh: "各年净流量" },
  categories: "{year}",
  series: [
    { name: { en: "To the owners", zh: "出资方" }, values: "{flow}" },
    { name: { en: "To the region, users included", zh: "区域（含用户）" }, values: "{region_flow}" },
  ],
  axes: { category: { en: "Years from the decision", zh: "距决策年数" }, value: { en: "m yuan", zh: "百万元" } },
};

const shares: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Who pays and who uses", zh: "谁出资、谁使用" },
  categories: "{partners.city}",
  series: [
    { name: { en: "Share of the capital", zh: "出资比例" }, values: "{partners.capital}" },
    { name: { en: "Share of the use by payers", zh: "占出资各方使用量" }, values: "{partners.payer_use}" },
  ],
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "All figures of services, use and money are illustrative: the platform's kind follows the proposal of shared computing, testing and data platforms, and a professional company that runs them.",
      zh: "服务、使用量与金额均为示例；平台类型取自共享算力、测试与数据平台及专业公司运营的建议。",
    },
    {
      en: "The Green Book's rate is the UK's and under review in 2026: a comparator, not the rate of a project in China.",
      zh: "《绿皮书》折现率为英国标准且2026年在评审中：仅供对照，不是中国项目的折现率。",
    },
    {
      en: "Wanted use is what firms say: ask for letters of intent, and try the case with half of it. What users are spared counts only use that would have been bought elsewhere.",
      zh: "需求为企业申报：请索取意向书，并按减半测试。用户节省仅计本会在别处购买的使用量。",
    },
    {
      en: "Fees are the same for all users: terms that favour firms of one city may need clearance under the Fair Competition Review Regulations, in force since 1 August 2024.",
      zh: "对所有用户同价：偏向本地企业的条件可能须经公平竞争审查（《公平竞争审查条例》，2024年8月1日起施行）。",
    },
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_capital", { en: "Shares of the capital add up to 1", zh: "出资比例合计为 1" }, "=ROUND(SUM({partners.capital})-1,6)=0"),
    check("check_use", { en: "Shares of the use add up to 1: no city of the table of use is missing", zh: "使用比例合计为 1：城市无遗漏" },
      "=ROUND(SUM({partners.use})-1,6)=0"),
    check("check_split", { en: "By capital or by use, the cities bear the same shortfall together", zh: "按出资或按使用，各市承担的缺口合计一致" },
      "=ROUND(SUM({partners.paid})-SUM({partners.due}),6)=0"),
    check("check_npv", { en: "The net present value agrees with factors written out", zh: "净现值与逐年折现系数一致" },
      "=ROUND({npv}-SUMPRODUCT({factor},{flow}),6)=0"),
    check("check_accounts", { en: "The accounts differ by what users are spared less fees", zh: "两本账之差等于用户节省减收费" },
      "=ROUND({npv_region}-{npv}-SUMPRODUCT({factor},{spared}-{revenue}),6)=0"),
    check("check_even", { en: "Utilisation is above break-even just where the owners gain", zh: "利用率高于盈亏平衡点当且仅当出资方获益" },
      "=({utilisation}>={breakeven})=({npv}>=0)"),
    check("check_room", { en: "In no full year more is wanted than there is room for", zh: "达产年需求不超过能力" },
      "=SUMPRODUCT(--({wanted}>{capacity}))=0"),
    check("check_price", { en: "No fee is above what users pay elsewhere", zh: "收费不高于别处价格" },
      "=SUMPRODUCT(--({fee}>{elsewhere}))=0"),
    check("check_host", { en: "The host is in the table of use", zh: "承办市在使用表中" }, "=ISNUMBER({host_at})"),
  ],
};

const answer: Texts = {
  en: '="To its owners the platform is worth "&TEXT({npv},"#,##0")&" m yuan, to the region with its users "'
    + '&TEXT({npv_region},"#,##0")&" m. It is used to "&TEXT({utilisation},"0%")&" and breaks even at "&TEXT({breakeven},"0%")'
    + '&"; "&{host}&" alone would reach "&TEXT({host_alone},"0%")&". "&IF({shortfall}>0,"The cities must bear "'
    + '&TEXT({shortfall},"#,##0")&" m; ","No shortfall is left to bear; ")&{most_favoured}&" uses most beyond its capital, by "'
    + '&TEXT({most_gap},"0%")&" of the whole."',
  zh: '="平台对出资方的净现值为"&TEXT({npv},"#,##0")&"百万元，对含用户的区域为"&TEXT({npv_region},"#,##0")'
    + '&"百万元。全期利用率"&TEXT({utilisation},"0%")&"，盈亏平衡点"&TEXT({breakeven},"0%")&"；仅"&{host}&"使用时为"'
    + '&TEXT({host_alone},"0%")&"。"&IF({shortfall}>0,"各市须承担缺口"&TEXT({shortfall},"#,##0")&"百万元；","无须承担缺口；")'
    + '&{most_favoured}&"的使用超出出资最多，为总量的"&TEXT({most_gap},"0%")&"。"',
};

export const sharedPlatform: Template = {
  id: "shared-platform",
  prefix: "plat",
  title: { en: "Shared platform business case", zh: "共享平台商业论证" },
  question: { en: "Is a shared platform worth its cost, and which city should pay what?", zh: "共享平台是否值得建，各市应如何分担？" },
  needs: [
    { en: "Services with capacity, fee and cost, and what users pay elsewhere", zh: "各项服务的能力、收费、成本与别处价格" },
    { en: "Use wanted by city, and each city's share of the capital", zh: "各市需求与出资比例" },
    { en: "Investment, replacement and running cost by year", zh: "各年投资、更新与运营成本" },
  ],
  sheets: [
    {
      name: { en: "Shared platform", zh: "共享平台" },
      blocks: [{ kind: "answer", key: "answer", formula: answer }, reading, results, chart, shares, notes],
    },
    {
      name: { en: "Platform inputs", zh: "共享平台输入" },
      blocks: [terms, partners, demand, services, timeline],
      rules: [{ on: "{partners.gap}", when: "={partners.gap}<0", look: "warning" }],
    },
    {
      name: { en: "Platform workings", zh: "共享平台计算" },
      blocks: [values, wanted, served, cash],
      rules: [{ on: "{use_rate}", bars: true }],
    },
    { name: { en: "Platform checks", zh: "共享平台检查" }, blocks: [checks] },
  ],
  stresses: [{ shock: "demand", input: "demand" }, { shock: "delay", input: "ramp", years: "level" }],
  moves: [
    { input: "fee.1", to: 9, output: "npv", direction: "up" },
    { input: "fee.1", to: 9, output: "npv_region", direction: "same" },
    { input: "elsewhere.1", to: 14, output: "npv_region", direction: "up" },
    { input: "rate", to: 0.1, output: "npv", direction: "down" },
    { input: "rate", to: 0.1, output: "npv_green", direction: "same" },
    { input: "demand.2.1", to: 200_000, output: "utilisation", direction: "down" },
    { input: "demand.2.1", to: 200_000, output: "host_alone", direction: "same" },
    { input: "fixed.3", to: 40, output: "breakeven", direction: "up" },
    { input: "residual.11", to: 80, output: "shortfall", direction: "down" },
    { input: "capacity.1", to: 8_000_000, output: "breakeven", direction: "down" },
    { input: "partners.users.1", to: 80, output: "cost_per_user", direction: "down" },
  ],
};
