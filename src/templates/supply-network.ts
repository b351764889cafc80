import { check, worked } from "./rows";
import { choices, essential, firmNames, firms, plan, sales } from "./supply-network-inputs";
import { supplyNetworkPage } from "./supply-network-page";
import type { Across, ChecksBlock, ListBlock, ListColumn, MatrixBlock, Template, WorkedBlock } from "./template";
import { units } from "./units";

const square = { corner: sales.corner, rows: firmNames, columns: firmNames } as const;

const links: MatrixBlock = {
  ...square,
  kind: "matrix",
  key: "links",
  title: { en: "Links today", zh: "现有联系" },
  unit: units.count,
  body: { formula: "=({sales}>={least})*({sales}>0)" },
};

const salesPlan: MatrixBlock = {
  ...square,
  kind: "matrix",
  key: "sales_plan",
  title: { en: "Sales with the further link", zh: "新增对接后的销售额" },
  unit: units.mYuan,
  body: {
    formula: "={sales}+({sales_plan.rows.row}={plan_seller})*({sales_plan.columns.column}={plan_buyer})*{plan_value}",
  },
};

const linksPlan: MatrixBlock = {
  ...square,
  kind: "matrix",
  key: "links_plan",
  title: { en: "Links with the further one", zh: "新增对接后的联系" },
  unit: units.count,
  body: { formula: "=({sales_plan}>={least})*({sales_plan}>0)" },
};

const down = (
  key: string, en: string, zh: string, unit: ListColumn["unit"], formula: string, spills?: true,
): ListColumn => ({ key, header: { en, zh }, unit, formula, ...(spills && { spills }) });

/** The place of each value from the largest down; equal ones by row. */
const placed = (key: string): string =>
  `=COUNTIF({map.${key}.all},">"&{map.${key}})+SUMPRODUCT(({map.${key}.all}={map.${key}})*({map.number.all}<={map.number}))`;

const map: ListBlock = {
  kind: "list",
  key: "map",
  title: { en: "Firm by firm", zh: "逐企业分析" },
  label: { en: "Firm", zh: "企业" },
  rows: firmNames.map((_, i) => ({ en: `=INDEX({firms.firm},${i + 1})`, zh: `=INDEX({firms.firm},${i + 1})` })),
  columns: [
    down("number", "Number", "序号", units.rank, "=MATCH({map.labels},{firms.firm},0)"),
    down("partners", "Partners", "联系企业数", units.count,
      "=MMULT(--({links}+TRANSPOSE({links})>0),{map.number}^0)", true),
    down("links_place", "Place by partners", "联系数名次", units.rank, placed("partners")),
    down("between", "Between others", "中介中心度", units.share, "=POLICY.NET_BETWEENNESS({links})", true),
    down("cut", "Single point", "单点", units.flag, "=POLICY.NET_CUT_NODES({links})", true),
    down("left", "Firms still together without it", "失去后仍相连的企业", units.share,
      "=POLICY.NET_LARGEST_COMP({links},{map.number})"),
    down("share", "Its share of sales", "自身销售占比", units.share, "=MMULT({sales},{map.number}^0)/SUM({sales})", true),
    down("risk", "Sales lost if it stops", "停产的销售损失", units.share,
      "=POLICY.SYSTEMIC_RISK({sales},{firms.kind_at},{essential})", true),
    down("risk_place", "Place by sales lost", "损失名次", units.rank, placed("risk")),
    down("leverage", "Sales lost for its own share", "损失与自身占比之比", units.multiple,
      "=IF({map.share}>0,{map.risk}/{map.share},0)"),
    down("cut_plan", "Single point with the link", "对接后是否单点", units.flag, "=POLICY.NET_CUT_NODES({links_plan})", true),
    down("risk_plan", "Sales lost with the link", "对接后的销售损失", units.share,
      "=POLICY.SYSTEMIC_RISK({sales_plan},{firms.kind_at},{essential})", true),
  ],
};

const losses: Across = { key: "losses", label: { en: "Firms lost", zh: "失去的企业数" }, heads: [0, 1, 2, 3, 4, 5, 6, 7, 8] };

const curves: WorkedBlock = {
  kind: "workings",
  title: { en: "Share of firms that still hang together", zh: "仍连在一起的企业比重" },
  across: losses,
  rows: [
    worked("curve_links", { en: "Best-linked lost first", zh: "先失去联系最多的" }, units.share,
      '=POLICY.NET_LARGEST_COMP({links},IF({map.links_place}<={losses},{map.number},"n/a"))'),
    worked("curve_risk", { en: "Weightiest lost first", zh: "先失去影响最大的" }, units.share,
      '=POLICY.NET_LARGEST_COMP({links},IF({map.risk_place}<={losses},{map.number},"n/a"))'),
  ],
};

const selected: WorkedBlock = {
  kind: "workings",
  title: { en: "Firms reported on", zh: "报告企业" },
  rows: [
    worked("count", { en: "Firms", zh: "企业数" }, units.firms, "=ROWS({firms.firm})"),
    worked("stopped_at", { en: "Number of the firm that stops", zh: "停产企业序号" }, units.rank, "=MATCH({stopped},{firms.firm},0)"),
    worked("hidden_at", { en: "Number of the firm that weighs most against its size", zh: "相对规模影响最大企业的序号" }, units.rank,
      "=MATCH(MAX({map.leverage}),{map.leverage},0)"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("density", { en: "Links that exist, of all that could", zh: "网络密度" }, units.share, "=POLICY.NET_DENSITY({links})"),
    worked("centralisation", { en: "How far it all hangs on one firm: 1 a star, 0 a ring", zh: "网络中心势（星形为1，环形为0）" }, units.index,
      "=POLICY.NET_CENTRALIZATION({links})"),
    worked("robustness", { en: "Robustness, 0 to 0.5", zh: "鲁棒性（0至0.5）" }, units.index, "=POLICY.NET_ROBUSTNESS({links})"),
    worked("cuts", { en: "Single points: firms whose loss splits the network", zh: "单点企业数（失去后网络分裂）" }, units.firms,
      "=SUMPRODUCT(--{map.cut})"),
    worked("breaks", { en: "Losses of the best-linked until fewer hang together than should", zh: "失去多少家联系最多的企业后低于要求" }, units.firms,
      '=COUNTIF({curve_links},">="&{half})'),
    worked("middle", { en: "Firm through which most shortest paths run", zh: "中介作用最大的企业" }, units.text,
      "=INDEX({firms.firm},MATCH(MAX({map.between}),{map.between},0))"),
    worked("risk_now", { en: "Sales lost if the firm stops", zh: "该企业停产的销售损失" }, units.share, "=INDEX({map.risk},{stopped_at})"),
    worked("left_now", { en: "Firms still together without it", zh: "失去该企业后仍相连的企业" }, units.share, "=INDEX({map.left},{stopped_at})"),
    worked("hidden", { en: "Firm that weighs most against its size", zh: "相对规模影响最大的企业" }, units.text, "=INDEX({firms.firm},{hidden_at})"),
    worked("hidden_risk", { en: "Sales lost if it stops", zh: "其停产的销售损失" }, units.share, "=INDEX({map.risk},{hidden_at})"),
    worked("hidden_share", { en: "Its own share of sales", zh: "其自身销售占比" }, units.share, "=INDEX({map.share},{hidden_at})"),
    worked("risk_plan", { en: "Sales lost if the firm stops, with the further link", zh: "对接后该企业停产的销售损失" }, units.share,
      "=INDEX({map.risk_plan},{stopped_at})"),
    worked("cuts_plan", { en: "Single points with the further link", zh: "对接后的单点企业数" }, units.firms, "=SUMPRODUCT(--{map.cut_plan})"),
    worked("robustness_plan", { en: "Robustness with the further link", zh: "对接后的鲁棒性" }, units.index, "=POLICY.NET_ROBUSTNESS({links_plan})"),
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_order", { en: "Firms stand in the same order in both tables", zh: "两表企业顺序一致" },
      "=AND({count}=ROWS({sales}),SUMPRODUCT(--({map.labels}<>{sales.rows}))=0)"),
    check("check_kinds", { en: "Every firm's kind is in the table of inputs", zh: "各企业类别均在投入表中" }, "=COUNT({firms.kind_at})={count}"),
    check("check_own", { en: "No firm sells to itself", zh: "企业不向自身销售" }, "=SUMPRODUCT(({sales.rows}={sales.columns})*{sales})=0"),
    check("check_density", { en: "Links counted over all that could be give the density", zh: "联系计数与密度一致" },
      "=ROUND(SUM({links})/({count}*({count}-1))-{density},9)=0"),
    check("check_central", { en: "Partners of the firms give the centralisation", zh: "联系企业数与中心势一致" },
      "=ROUND(({count}*MAX({map.partners})-SUM({map.partners}))/(({count}-1)*({count}-1-1))-{centralisation},9)=0"),
    check("check_together", { en: "All firms hang together today", zh: "目前全部企业相连" }, "=ROUND(INDEX({curve_links},1)-1,9)=0"),
    check("check_cuts", { en: "The single points are the firms whose loss leaves fewer than all others together", zh: "单点即失去后其余企业不再全部相连者" },
      "=SUMPRODUCT(--((ROUND({map.left}*{count},0)<{count}-1)<>{map.cut}))=0"),
    check("check_curve", { en: "The curve after one loss is that of the firm with most partners", zh: "曲线首次损失与联系最多企业一致" },
      "=ROUND(INDEX({curve_links},2)-INDEX({map.left},MATCH(1,{map.links_place},0)),9)=0"),
    check("check_share", { en: "No firm's stop costs less than its own sales", zh: "停产损失不低于自身销售" },
      "=SUMPRODUCT(--(ROUND({map.risk}-{map.share},9)<0))=0"),
  ],
};

export const supplyNetwork: Template = {
  id: "supply-network",
  prefix: "sup",
  title: { en: "Supply network map", zh: "供应网络图谱" },
  question: { en: "Which firms hold the supply chain together, and whose stop would cost most?", zh: "哪些企业维系供应链，谁停产损失最大？" },
  needs: [
    { en: "Yearly sales between the main firms, from invoices or a survey", zh: "主要企业间年销售额（发票或调查）" },
    { en: "Which inputs a buyer cannot do without", zh: "买方不可或缺的投入" },
  ],
  sheets: [
    supplyNetworkPage(results),
    { name: { en: "Network inputs", zh: "网络输入" }, blocks: [choices, plan, firms, essential, sales] },
    {
      name: { en: "Network workings", zh: "网络计算" },
      blocks: [selected, map, curves, links, salesPlan, linksPlan],
      rules: [
        { on: "{map.risk}", bars: true },
        { on: "{map.cut}", when: "={map.cut}", look: "warning" },
      ],
    },
    { name: { en: "Network checks", zh: "网络检查" }, blocks: [checks] },
  ],
  stresses: [{ shock: "demand", input: "sales" }],
  moves: [
    { input: "plan_value", to: 1_500, output: "risk_plan", direction: "down" },
    { input: "plan_value", to: 0, output: "cuts_plan", direction: "up" },
    { input: "plan_value", to: 1_500, output: "risk_now", direction: "same" },
    { input: "least", to: 100, output: "density", direction: "down" },
    { input: "sales.9.2", to: 100, output: "cuts", direction: "down" },
    { input: "sales.1.12", to: 8_000, output: "density", direction: "same" },
    { input: "essential.4.1", to: 1, output: "hidden_risk", direction: "down" },
    { input: "half", to: 0.2, output: "breaks", direction: "up" },
    { input: "stopped", to: "Plastics", output: "risk_now", direction: "down" },
  ],
};
