import type { Texts } from "../refusal";
import { check, worked } from "./rows";
import { acrossSegments, economies, jobs, kinship, makers, terms } from "./specialisation-inputs";
import type { ChartBlock, ChecksBlock, ListBlock, MatrixBlock, NotesBlock, ReadingBlock, Template, WorkedBlock } from "./template";
import { units } from "./units";

const same = (formula: string): Texts => ({ en: formula, zh: formula });

const cityRows = makers.rows.map(() => same("={jobs.rows.row}"));
const segmentHeads = jobs.columns.map(() => same("={jobs.columns.column}"));

const quotients: MatrixBlock = {
  kind: "matrix",
  key: "lq",
  title: { en: "Location quotients: above 1, more than the country", zh: "区位商（大于1即高于全国）" },
  corner: { en: "City \\ segment", zh: "城市＼环节" },
  rows: jobs.rows.map(() => same("={jobs.rows.row}")),
  columns: segmentHeads,
  unit: units.multiple,
  body: { formula: "=POLICY.LQ_MATRIX({jobs})", spills: true },
};

const densities: MatrixBlock = {
  kind: "matrix",
  key: "density",
  title: { en: "Relatedness density: how close a segment is to what a city holds", zh: "关联密度：环节与城市已有产业的接近程度" },
  corner: { en: "City \\ segment", zh: "城市＼环节" },
  rows: jobs.rows.map(() => same("={jobs.rows.row}")),
  columns: segmentHeads,
  unit: units.share,
  body: { formula: "=POLICY.RELATEDNESS_DENSITY({jobs},,{lq_from})", spills: true },
};

/** The jobs of the city of a line or of a column. */
const jobsOf = (city: string): string => `INDEX({jobs},MATCH(${city},{jobs.rows},0),0)`;

const distances: MatrixBlock = {
  kind: "matrix",
  key: "distance",
  title: { en: "Krugman index between cities: 0 alike, 2 disjoint", zh: "城市间克鲁格曼指数：0 相同，2 完全不同" },
  corner: { en: "City \\ city", zh: "城市＼城市" },
  rows: cityRows,
  columns: makers.rows.map((_, i) => same(`=INDEX({jobs.rows},${i + 1})`)),
  unit: units.index,
  body: { formula: `=POLICY.KRUGMAN_INDEX(${jobsOf("{distance.rows.row}")},${jobsOf("{distance.columns.column}")})` },
};

const alliance: WorkedBlock = {
  kind: "workings",
  title: { en: "The cities together", zh: "各市合计" },
  across: acrossSegments,
  rows: [
    worked("pooled_jobs", { en: "Jobs of the cities", zh: "各市就业合计" }, units.persons,
      "=SUM(INDEX({jobs},0,MATCH({segment},{jobs.columns},0)))-INDEX({jobs},ROWS({jobs}),MATCH({segment},{jobs.columns},0))"),
  ],
};

const variety: ListBlock = {
  kind: "list",
  key: "cities",
  title: { en: "Variety and risk by city", zh: "各市多样性与风险" },
  label: { en: "City", zh: "城市" },
  rows: cityRows,
  columns: [
    { key: "entropy", header: { en: "Variety (entropy)", zh: "多样性（熵）" }, unit: units.index, formula: `=POLICY.ENTROPY_INDEX(${jobsOf("{cities.labels}")})` },
    { key: "related", header: { en: "of it related", zh: "其中相关多样性" }, unit: units.index, formula: `=POLICY.RELATED_VARIETY(${jobsOf("{cities.labels}")},{group})` },
    { key: "unrelated", header: { en: "of it unrelated", zh: "其中无关多样性" }, unit: units.index, formula: `=POLICY.RELATED_VARIETY(${jobsOf("{cities.labels}")},{group},"unrelated")` },
    { key: "base", header: { en: "Value added", zh: "地区生产总值" }, unit: units.bnYuan, formula: "=INDEX({economies.base},MATCH({cities.labels},{economies.city},0))" },
    { key: "dependence", header: { en: "Share of the makers", zh: "整车企业占比" }, unit: units.share, formula: "=SUM(INDEX({makers},MATCH({cities.labels},{makers.rows},0),0))/{cities.base}" },
    { key: "risk", header: { en: "Risk alone", zh: "独自承担的风险" }, unit: units.share, formula: "=POLICY.OEM_CONCENTRATION_RISK(INDEX({makers},MATCH({cities.labels},{makers.rows},0),0),{correlation},{volatility},{cities.dependence},{spillover})" },
    { key: "change", header: { en: "Change when pooled", zh: "共担后变化" }, unit: units.share, formula: "={pooled_risk}/{cities.risk}-1" },
  ],
};

const roles: ListBlock = {
  kind: "list",
  key: "roles",
  title: { en: "Segments from the view of the city that asks", zh: "提问城市视角下的各环节" },
  label: { en: "Segment", zh: "环节" },
  rows: jobs.columns.map((_, i) => same(`=INDEX({jobs.columns},${i + 1})`)),
  columns: [
    { key: "lq", header: { en: "Own location quotient", zh: "本市区位商" }, unit: units.multiple, formula: "=INDEX({lq},{own_at},MATCH({roles.labels},{jobs.columns},0))" },
    { key: "density", header: { en: "Own relatedness density", zh: "本市关联密度" }, unit: units.share, formula: "=INDEX({density},{own_at},MATCH({roles.labels},{jobs.columns},0))" },
    { key: "best", header: { en: "Highest quotient of a city", zh: "各市最高区位商" }, unit: units.multiple, formula: "=SUMPRODUCT(MAX(INDEX({lq},0,MATCH({roles.labels},{jobs.columns},0))*({jobs.rows}<>INDEX({jobs.rows},ROWS({jobs.rows})))))" },
    { key: "leader", header: { en: "Held by", zh: "所在城市" }, unit: units.text, formula: "=INDEX({jobs.rows},MATCH({roles.best},INDEX({lq},0,MATCH({roles.labels},{jobs.columns},0)),0))" },
    { key: "role", header: { en: "What it suggests", zh: "建议方向" }, unit: units.text, formula: "=IF({roles.lq}>={lq_from},{keep},IF({roles.density}>={density_from},{grow},{leave}))" },
  ],
};

const pool: WorkedBlock = {
  kind: "workings",
  title: { en: "The makers of all cities: a group counts once, wherever its plants are", zh: "各市整车企业合并：同一集团只计一次" },
  across: { key: "maker_group", label: { en: "Group", zh: "集团" }, heads: makers.columns.map(() => same("={makers.columns.column}")) },
  rows: [
    worked("pooled_makers", { en: "Value added in all cities", zh: "各市增加值合计" }, units.bnYuan,
      "=SUM(INDEX({makers},0,MATCH({maker_group},{makers.columns},0)))"),
  ],
};

const own: WorkedBlock = {
  kind: "workings",
  title: { en: "The city that asks, and the pool", zh: "提问城市与共担组合" },
  rows: [
    worked("own_at", { en: "Its place in the tables", zh: "在表中的位置" }, units.rank, "=MATCH({own},{makers.rows},0)"),
    worked("city_count", { en: "Cities", zh: "城市数" }, units.count, "=ROWS({makers.rows})"),
    worked("pooled_base", { en: "Value added of the cities", zh: "各市生产总值合计" }, units.bnYuan, "=SUM({economies.base})"),
    worked("pooled_dependence", { en: "Share of the makers in it", zh: "整车企业占比" }, units.share, "=SUM({makers})/{pooled_base}"),
    worked("mean_risk", { en: "Mean risk of the cities alone, weighted by value added", zh: "各市独担风险的加权均值" }, units.share,
      "=SUMPRODUCT({cities.risk},{cities.base})/{pooled_base}"),
    worked("squares", { en: "Sum of squared shares of the groups in the pool", zh: "组合内集团份额平方和" }, units.index,
      "=SUMSQ({pooled_makers})/(SUM({pooled_makers})*SUM({pooled_makers}))"),
  ],
};

const ofOwn = (column: string): string => `INDEX({cities.${column}},{own_at})`;
const ownDistances = "INDEX({distance},{own_at},0)";

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("held", { en: "Segments that the city holds", zh: "本市已具备的环节" }, units.count, '=COUNTIF({roles.lq},">="&{lq_from})'),
    worked("reachable", { en: "Segments within its reach", zh: "本市可及的环节" }, units.count, "=COUNTIF({roles.role},{grow})"),
    worked("covered", { en: "Segments that at least one of the cities holds", zh: "至少一市具备的环节" }, units.count,
      '=COUNTIF({roles.best},">="&{lq_from})'),
    worked("segment_count", { en: "Segments", zh: "环节数" }, units.count, "=COLUMNS({jobs.columns})"),
    worked("unlike", { en: "City that complements it most", zh: "互补性最强的城市" }, units.text,
      `=INDEX({makers.rows},MATCH(MAX(${ownDistances}),${ownDistances},0))`),
    worked("unlike_distance", { en: "Krugman index to it", zh: "与其克鲁格曼指数" }, units.index, `=MAX(${ownDistances})`),
    worked("alike", { en: "City that competes with it most", zh: "同质竞争最强的城市" }, units.text,
      `=INDEX({makers.rows},MATCH(SMALL(${ownDistances},2),${ownDistances},0))`),
    worked("own_entropy", { en: "Variety of the city", zh: "本市多样性" }, units.index, `=${ofOwn("entropy")}`),
    worked("pooled_entropy", { en: "Variety of the cities together", zh: "各市合计多样性" }, units.index, "=POLICY.ENTROPY_INDEX({pooled_jobs})"),
    worked("own_risk", { en: "Risk of the city alone: one standard deviation of a year", zh: "本市独担风险（年一个标准差）" }, units.share,
      `=${ofOwn("risk")}`),
    worked("pooled_risk", { en: "Risk of each city if losses were shared by value added", zh: "按生产总值共担时各市风险" }, units.share,
      "=POLICY.OEM_CONCENTRATION_RISK({pooled_makers},{correlation},{volatility},{pooled_dependence},{spillover})"),
    worked("risk_saved", { en: "Mean risk that pooling takes away", zh: "共担消除的平均风险" }, units.share, "=1-{pooled_risk}/{mean_risk}"),
    worked("worse_off", { en: "Cities whose risk would rise", zh: "风险上升的城市" }, units.count, '=COUNTIF({cities.risk},"<"&{pooled_risk})'),
  ],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "Cities that differ can divide the chain between them; cities that are alike bid against each other for the same plants.",
      zh: "结构不同的城市可分工；结构相同的城市会争抢同样的项目。",
    },
    {
      en: "Within reach means that what the city holds is often found together with the segment elsewhere. It says nothing of demand, cost or policy.",
      zh: "“可及”指本市已有环节在别处常与之共存，不反映需求、成本与政策。",
    },
    {
      en: "Pooling lowers the mean risk, and yet raises that of cities with few makers: they join only for something in return.",
      zh: "共担降低平均风险，却会提高整车占比低的城市的风险：须以其他利益作为交换。",
    },
  ],
};

const chart: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Own segments: location quotient", zh: "本市各环节区位商" },
  categories: "{roles.labels}",
  series: [
    { name: { en: "Own city", zh: "本市" }, values: "{roles.lq}" },
    { name: { en: "Highest of the cities", zh: "各市最高" }, values: "{roles.best}" },
  ],
  axes: { value: { en: "Location quotient", zh: "区位商" } },
};

const riskChart: ChartBlock = {
  kind: "chart",
  type: "bar",
  title: { en: "Risk of each city alone", zh: "各市独担风险" },
  categories: "{cities.labels}",
  series: [{ name: { en: "Risk alone", zh: "独担风险" }, values: "{cities.risk}" }],
  axes: { value: { en: "Share of value added", zh: "占生产总值比重" } },
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "All figures are illustrative. The segments follow the proposal that cities take complementary roles in algorithms, chips, batteries and systems, and share risk.",
      zh: "数据均为示例；环节划分取自城市在算法、芯片、电池与系统集成上互补分工、共担风险的建议。",
    },
    {
      en: "Relatedness from six rows is thin: with a table of all prefectures it means much more. Small cities have high quotients from few jobs.",
      zh: "仅六行数据的关联密度较粗：用全国地级市数据更可靠。小城市少量就业即可产生较高区位商。",
    },
    {
      en: "Risk is a spread, not an expected loss: pooling does not change what the cities lose on average. Only vehicle makers' shocks are counted.",
      zh: "风险指离散程度而非期望损失：共担不改变平均损失。仅计整车企业冲击。",
    },
    {
      en: "Florence (1939); Krugman (1991); Hidalgo and others (2007); Frenken and others (2007); Gabaix (2011); Conroy (1975).",
      zh: "Florence（1939）；Krugman（1991）；Hidalgo 等（2007）；Frenken 等（2007）；Gabaix（2011）；Conroy（1975）。",
    },
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_own", { en: "The city that asks is in the tables", zh: "提问城市在表中" }, "=ISNUMBER({own_at})"),
    check("check_order", { en: "The table of economies has the same cities in the same order", zh: "经济规模表城市与顺序一致" },
      "=SUMPRODUCT(--({economies.city}={makers.rows}))={city_count}"),
    check("check_variety", { en: "Related and unrelated variety add up to the whole in every city", zh: "相关与无关多样性之和等于总多样性" },
      "=ROUND(SUMPRODUCT(ABS({cities.entropy}-{cities.related}-{cities.unrelated})),6)=0"),
    check("check_distance", { en: "The distance from one city to another is the same both ways", zh: "城市间距离双向一致" },
      "=ROUND(SUMPRODUCT(ABS({distance}-TRANSPOSE({distance}))),6)=0"),
    check("check_quotient", { en: "Own location quotients average to 1 by the country's shares", zh: "本市区位商按全国份额加权为 1" },
      "=ROUND(SUMPRODUCT(INDEX({lq},{own_at},0),{pooled_jobs}+INDEX({jobs},ROWS({jobs}),0))/SUM({jobs})-1,6)=0"),
    check("check_pool", { en: "The pooled risk agrees with the formula by hand", zh: "共担风险与手算一致" },
      "=ROUND({pooled_risk}-{pooled_dependence}*(1+{spillover})*{volatility}*SQRT({correlation}+(1-{correlation})*{squares}),6)=0"),
    check("check_gain", { en: "Pooling does not raise the mean risk", zh: "共担不提高平均风险" }, "=ROUND({pooled_risk}-{mean_risk},9)<=0"),
  ],
};

const answer: Texts = {
  en: '={own}&" holds "&{held}&" of "&{segment_count}&" segments and has "&{reachable}&" more within reach; the cities together hold "'
    + '&{covered}&". "&{unlike}&" complements it most (Krugman index "&TEXT({unlike_distance},"0.00")&" on a scale from 0 to 2), "'
    + '&{alike}&" competes with it most. Sharing the makers\' risk would change its own from "&TEXT({own_risk},"0.00%")&" to "'
    + '&TEXT({pooled_risk},"0.00%")&" of value added and lower the mean by "&TEXT({risk_saved},"0%")&"; for "&{worse_off}'
    + '&" of "&{city_count}&" cities it would rise."',
  zh: '={own}&"已具备"&{segment_count}&"个环节中的"&{held}&"个，另有"&{reachable}&"个可及；各市合计具备"&{covered}&"个。与"'
    + '&{unlike}&"互补性最强（克鲁格曼指数"&TEXT({unlike_distance},"0.00")&"），与"&{alike}&"竞争最强。共担整车风险将使本市风险由"'
    + '&TEXT({own_risk},"0.00%")&"变为"&TEXT({pooled_risk},"0.00%")&"，平均风险下降"&TEXT({risk_saved},"0%")&"；"&{city_count}'
    + '&"个城市中有"&{worse_off}&"个风险上升。"',
};

export const complementarySpecialisation: Template = {
  id: "complementary-specialisation",
  prefix: "spec",
  title: { en: "Complementary specialisation", zh: "互补分工" },
  question: { en: "Which segments should the city build, which leave to partners, and is sharing risk worth it?", zh: "本市宜做哪些环节、哪些借力伙伴，共担风险是否值得？" },
  needs: [
    { en: "Jobs by segment for each city and for the country", zh: "各市与全国分环节就业" },
    { en: "Value added of vehicle makers by group and city, and of each city", zh: "各市各集团整车增加值与地区生产总值" },
  ],
  sheets: [
    {
      name: { en: "Specialisation", zh: "互补分工" },
      blocks: [{ kind: "answer", key: "answer", formula: answer }, reading, results, chart, riskChart, notes],
    },
    { name: { en: "Specialisation inputs", zh: "互补分工输入" }, blocks: [terms, jobs, kinship, makers, economies] },
    {
      name: { en: "Specialisation workings", zh: "互补分工计算" },
      blocks: [own, roles, variety, quotients, densities, distances, alliance, pool],
      rules: [
        { on: "{lq}", when: "={lq}>={lq_from}", look: "good" },
        { on: "{cities.change}", when: "={cities.change}>0", look: "warning" },
      ],
    },
    { name: { en: "Specialisation checks", zh: "互补分工检查" }, blocks: [checks] },
  ],
  stresses: [],
  moves: [
    { input: "correlation", to: 0.8, output: "pooled_risk", direction: "up" },
    { input: "correlation", to: 0.8, output: "risk_saved", direction: "down" },
    { input: "volatility", to: 0.5, output: "own_risk", direction: "up" },
    { input: "volatility", to: 0.5, output: "risk_saved", direction: "same" },
    { input: "makers.1.1", to: 40, output: "own_risk", direction: "up" },
    { input: "makers.1.1", to: 40, output: "own_entropy", direction: "same" },
    { input: "economies.base.1", to: 900, output: "own_risk", direction: "down" },
    { input: "jobs.1.4", to: 9000, output: "roles.lq.4", direction: "up" },
    { input: "jobs.1.4", to: 9000, output: "own_entropy", direction: "up" },
    { input: "density_from", to: 0.99, output: "reachable", direction: "down" },
  ],
};
