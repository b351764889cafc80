import type { Texts } from "../refusal";
import {
  acrossIndicators, columnsDown, gateInputs, goalposts, judgements, raw, rules, sameColumns, sameRows,
} from "./readiness-inputs";
import { check, worked } from "./rows";
import type { ChartBlock, ChecksBlock, ListBlock, MatrixBlock, NotesBlock, ReadingBlock, Template, WorkedBlock } from "./template";
import { units } from "./units";

const scores: MatrixBlock = {
  kind: "matrix",
  key: "scores",
  title: { en: "Scores, 0 to 1; what is not known stays n/a", zh: "得分（0至1）；不详者仍为 n/a" },
  corner: { en: "City \\ indicator", zh: "城市＼指标" },
  rows: sameRows,
  columns: sameColumns,
  unit: units.score,
  body: { formula: '=IF(ISNUMBER({raw}),POLICY.MINMAX_SCORE({raw},{worst.column},{best.column}),"n/a")' },
};

const filled: MatrixBlock = {
  kind: "matrix",
  key: "filled",
  title: {
    en: "For entropy and TOPSIS only: the mean of the others where a score is missing",
    zh: "仅供熵权法与 TOPSIS：缺失得分以其他城市均值代替",
  },
  corner: { en: "City \\ indicator", zh: "城市＼指标" },
  rows: sameRows,
  columns: sameColumns,
  unit: units.score,
  body: { formula: "=IF(ISNUMBER({scores}),{scores},{mean_score.column})" },
};

const pairs: MatrixBlock = {
  kind: "matrix",
  key: "pairs",
  title: { en: "Judgements completed by their reciprocals", zh: "补全后的判断矩阵（互为倒数）" },
  corner: { en: "Row over column", zh: "行对列" },
  rows: columnsDown,
  columns: sameColumns,
  unit: units.multiple,
  body: {
    formula: "=IF({pairs.rows.row}={pairs.columns.column},1,"
      + "IF(MATCH({pairs.rows.row},{raw.columns},0)<MATCH({pairs.columns.column},{raw.columns},0),{judgements},"
      + "1/INDEX({judgements.all},MATCH({pairs.columns.column},{raw.columns},0),MATCH({pairs.rows.row},{raw.columns},0))))",
  },
};

const weights: WorkedBlock = {
  kind: "workings",
  title: { en: "Three sets of weights", zh: "三组权重" },
  across: acrossIndicators,
  rows: [
    worked("mean_score", { en: "Mean of the known scores", zh: "已知得分均值" }, units.score,
      "=AVERAGE(INDEX({scores},0,MATCH({indicator},{raw.columns},0)))"),
    worked("w_equal", { en: "Equal weights", zh: "等权" }, units.share, "=1/COLUMNS({raw.columns})"),
    worked("w_ahp", { en: "Weights from judgements (AHP)", zh: "层次分析法权重" }, units.share,
      "=TRANSPOSE(POLICY.AHP_WEIGHTS({pairs}))", { spills: true }),
    worked("w_entropy", { en: "Weights from dispersion (entropy)", zh: "熵权" }, units.share,
      "=POLICY.ENTROPY_WEIGHTS({filled})", { spills: true }),
  ],
};

/** The scores of the city of this line of a list. */
const scoresHere = "INDEX({scores},MATCH({ranking.labels},{raw.rows},0),0)";
const rankOf = (key: string): string => `=1+SUMPRODUCT(--({ranking.${key}.all}>{ranking.${key}}))`;

const ranking: ListBlock = {
  kind: "list",
  key: "ranking",
  title: { en: "Scores and ranks by set of weights", zh: "各组权重下的得分与名次" },
  label: { en: "City", zh: "城市" },
  rows: sameRows,
  columns: [
    { key: "known", header: { en: "Indicators known", zh: "指标已知" }, unit: units.share, formula: `=COUNT(${scoresHere})/COLUMNS({raw.columns})` },
    { key: "equal", header: { en: "Equal weights", zh: "等权" }, unit: units.score, formula: `=POLICY.WEIGHTED_SCORE(${scoresHere},{w_equal})` },
    { key: "ahp", header: { en: "AHP weights", zh: "层次分析法" }, unit: units.score, formula: `=POLICY.WEIGHTED_SCORE(${scoresHere},{w_ahp})` },
    { key: "entropy", header: { en: "Entropy weights", zh: "熵权" }, unit: units.score, formula: `=POLICY.WEIGHTED_SCORE(${scoresHere},{w_entropy})` },
    { key: "rank_equal", header: { en: "Rank, equal", zh: "等权名次" }, unit: units.rank, formula: rankOf("equal") },
    { key: "rank_ahp", header: { en: "Rank, AHP", zh: "层次分析法名次" }, unit: units.rank, formula: rankOf("ahp") },
    { key: "rank_entropy", header: { en: "Rank, entropy", zh: "熵权名次" }, unit: units.rank, formula: rankOf("entropy") },
    { key: "highest", header: { en: "Best rank of all sets", zh: "最好名次" }, unit: units.rank, formula: rangeOf("MIN") },
    { key: "lowest", header: { en: "Worst rank of all sets", zh: "最差名次" }, unit: units.rank, formula: rangeOf("MAX") },
    { key: "topsis", header: { en: "TOPSIS, equal weights", zh: "TOPSIS（等权）" }, unit: units.score, formula: "=POLICY.TOPSIS_SCORE({filled},{w_equal})", spills: true },
    { key: "rank_topsis", header: { en: "Rank, TOPSIS", zh: "TOPSIS名次" }, unit: units.rank, formula: rankOf("topsis") },
  ],
};

function rangeOf(extreme: "MIN" | "MAX"): string {
  return `=${extreme}({ranking.rank_equal},{ranking.rank_ahp},{ranking.rank_entropy},`
    + "INDEX({rank_without},MATCH({ranking.labels},{raw.rows},0),0))";
}

const without: MatrixBlock = {
  kind: "matrix",
  key: "without",
  title: { en: "Score with equal weights when one indicator is left out", zh: "剔除一项指标后的等权得分" },
  corner: { en: "City \\ indicator left out", zh: "城市＼剔除的指标" },
  rows: sameRows,
  columns: sameColumns,
  unit: units.score,
  body: {
    formula: "=POLICY.WEIGHTED_SCORE(INDEX({scores.all},MATCH({without.rows.row},{raw.rows},0),0),"
      + "--({raw.columns}<>{without.columns.column}))",
  },
};

const rankWithout: MatrixBlock = {
  kind: "matrix",
  key: "rank_without",
  title: { en: "Rank when one indicator is left out", zh: "剔除一项指标后的名次" },
  corner: { en: "City \\ indicator left out", zh: "城市＼剔除的指标" },
  rows: sameRows,
  columns: sameColumns,
  unit: units.rank,
  body: {
    formula: "=1+SUMPRODUCT(--(INDEX({without.all},0,MATCH({rank_without.columns.column},{raw.columns},0))>{without}))",
  },
};

const own: WorkedBlock = {
  kind: "workings",
  title: { en: "The city that decides", zh: "决策城市" },
  rows: [
    worked("own_at", { en: "Its place in the table", zh: "在表中的位置" }, units.rank, "=MATCH({own},{raw.rows},0)"),
    worked("city_count", { en: "Cities", zh: "城市数" }, units.count, "=ROWS({raw.rows})"),
    worked("set_count", { en: "Sets of weights tried", zh: "测试的权重组数" }, units.count,
      "=COLUMNS({raw.columns})+COUNT(INDEX({w_equal},1),INDEX({w_ahp},1),INDEX({w_entropy},1))"),
  ],
};

const ofOwn = (column: string): string => `=INDEX({ranking.${column}},{own_at})`;

const gate: WorkedBlock = {
  kind: "outputs",
  title: { en: "Go or no-go: three constraints, none made good by a score", zh: "准入判断：三项约束，得分不能抵补" },
  rows: [
    worked("fiscal_load", { en: "Stake as a share of a year's revenue", zh: "投入占年收入比重" }, units.share, "={deal}/{revenue}"),
    worked("fiscal_ok", { en: "Fiscal constraint is kept", zh: "财政约束满足" }, units.flag, "={fiscal_load}<={fiscal_limit}"),
    worked("talent_cover", { en: "Engineers in sight, share of those needed", zh: "人才满足率" }, units.share,
      "={engineers_available}/{engineers_needed}"),
    worked("talent_ok", { en: "Talent constraint is kept", zh: "人才约束满足" }, units.flag, "={talent_cover}>={talent_floor}"),
    worked("market_share", { en: "Share of the cash that the market carries", zh: "市场资金占比" }, units.share, "={market_money}/{cash_need}"),
    worked("finance_ok", { en: "Finance constraint is kept", zh: "融资约束满足" }, units.flag, "={market_share}>={finance_floor}"),
    worked("gate", { en: "All three are kept: go on", zh: "三项均满足：可推进" }, units.flag, "=AND({fiscal_ok},{talent_ok},{finance_ok})"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Where the city stands", zh: "本市位置" },
  rows: [
    worked("own_score", { en: "Score with equal weights", zh: "等权得分" }, units.score, ofOwn("equal")),
    worked("own_rank", { en: "Rank with equal weights", zh: "等权名次" }, units.rank, ofOwn("rank_equal")),
    worked("own_highest", { en: "Best rank of all sets of weights", zh: "各组权重下最好名次" }, units.rank, ofOwn("highest")),
    worked("own_lowest", { en: "Worst rank of all sets of weights", zh: "各组权重下最差名次" }, units.rank, ofOwn("lowest")),
    worked("own_topsis", { en: "Rank with TOPSIS, as sensitivity", zh: "TOPSIS 名次（敏感性）" }, units.rank, ofOwn("rank_topsis")),
    worked("own_known", { en: "Indicators known", zh: "指标已知比重" }, units.share, ofOwn("known")),
    worked("ratio", { en: "Consistency ratio of the judgements", zh: "判断矩阵一致性比率" }, units.index, "=POLICY.AHP_CONSISTENCY({pairs})"),
  ],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "The gate comes first: a city that breaks one of the three constraints does not go on, however well it scores.",
      zh: "先看准入：三项约束有一项不满足，得分再高也不推进。",
    },
    {
      en: "The rank is a range: it is computed for equal, judged and entropy weights and with each indicator left out once. A wide range means the weights decide, not the cities.",
      zh: "名次是区间：分别按等权、判断权、熵权及逐项剔除计算。区间宽，说明名次取决于权重而非城市本身。",
    },
    {
      en: "A missing figure is left out with its weight. It is never counted as 0, and never hidden: see the share of indicators known.",
      zh: "缺失指标连同权重剔除，不按 0 计，也不隐去：请看指标已知比重。",
    },
  ],
};

const chart: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Score by set of weights", zh: "各组权重下的得分" },
  categories: "{ranking.labels}",
  series: [
    { name: { en: "Equal weights", zh: "等权" }, values: "{ranking.equal}" },
    { name: { en: "AHP weights", zh: "层次分析法" }, values: "{ranking.ahp}" },
    { name: { en: "Entropy weights", zh: "熵权" }, values: "{ranking.entropy}" },
  ],
  axes: { value: { en: "Score, 0 to 1", zh: "得分（0至1）" } },
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Scores add up, so that a strong indicator makes good a weak one; that is why the three constraints stand outside the score.",
      zh: "加权得分可以以强补弱，故三项约束置于得分之外。",
    },
    {
      en: "Entropy weights say which indicator sets these cities apart, not which one matters: one that is alike in all cities gets weight 0 even if it decides.",
      zh: "熵权只反映指标对这些城市的区分度，而非重要性：各市相同的指标权重为 0，即使很关键。",
    },
    {
      en: "TOPSIS ranks may turn round when a city is added or dropped: read them as sensitivity, not as a verdict.",
      zh: "TOPSIS 名次可能因增减城市而逆转：仅作敏感性参考，不作结论。",
    },
    {
      en: "Methods: OECD/JRC (2008), Handbook on Constructing Composite Indicators; Saaty (1980). Constraints and indicators follow three hurdles named for cities that copy Hefei: fiscal capacity, talent, access to finance.",
      zh: "方法：OECD/JRC（2008）《综合指标构建手册》；Saaty（1980）。约束与指标对应复制合肥模式的三道门槛：财政能力、人才、融资。",
    },
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_own", { en: "The city that decides is in the table", zh: "决策城市在城市表中" }, "=ISNUMBER({own_at})"),
    check("check_ends", { en: "What scores 0 differs from what scores 1", zh: "0 分与 1 分的标准不同" },
      "=SUMPRODUCT(--({worst}={best}))=0"),
    check("check_weights", { en: "Each set of weights adds up to 1", zh: "各组权重合计为 1" },
      "=AND(ROUND(SUM({w_equal})-1,9)=0,ROUND(SUM({w_ahp})-1,9)=0,ROUND(SUM({w_entropy})-1,9)=0)"),
    check("check_mean", { en: "With equal weights the score is the mean of the known scores", zh: "等权得分等于已知得分的均值" },
      "=ROUND({own_score}-AVERAGE(INDEX({scores},{own_at},0)),9)=0"),
    check("check_ratio", { en: "The judgements are consistent enough", zh: "判断矩阵一致性可接受" }, "={ratio}<={ratio_limit}"),
    check("check_known", { en: "Enough indicators are known for every city", zh: "各市已知指标足够" },
      "=MIN({ranking.known})>={known_floor}"),
    check("check_ties", { en: "No two cities share a rank with equal weights", zh: "等权名次无并列" },
      "=ROUND(AVERAGE({ranking.rank_equal})-AVERAGE(1,{city_count}),9)=0"),
  ],
};

const answer: Texts = {
  en: '=IF({gate},"Go on: all three constraints are kept. ","Do not go on yet. "&IF({fiscal_ok},"","The stake is "'
    + '&TEXT({fiscal_load},"0%")&" of a year\'s revenue (limit "&TEXT({fiscal_limit},"0%")&"). ")&IF({talent_ok},"","Only "'
    + '&TEXT({talent_cover},"0%")&" of the engineers are in sight (floor "&TEXT({talent_floor},"0%")&"). ")&IF({finance_ok},"",'
    + '"The market carries only "&TEXT({market_share},"0%")&" of the cash (floor "&TEXT({finance_floor},"0%")&"). "))&{own}'
    + '&" scores "&TEXT({own_score},"0.00")&" and is number "&TEXT({own_rank},"0")&" of "&TEXT({city_count},"0")'
    + '&" cities with equal weights; over "&TEXT({set_count},"0")&" sets of weights its rank is "'
    + '&TEXT({own_highest},"0")&IF({own_lowest}={own_highest},""," to "&TEXT({own_lowest},"0"))&"."',
  zh: '=IF({gate},"可以推进：三项约束均满足。","暂不推进。"&IF({fiscal_ok},"","投入占年收入"&TEXT({fiscal_load},"0%")&"（上限"'
    + '&TEXT({fiscal_limit},"0%")&"）。")&IF({talent_ok},"","人才满足率仅"&TEXT({talent_cover},"0%")&"（下限"'
    + '&TEXT({talent_floor},"0%")&"）。")&IF({finance_ok},"","市场资金占比仅"&TEXT({market_share},"0%")&"（下限"'
    + '&TEXT({finance_floor},"0%")&"）。"))&{own}&"等权得分"&TEXT({own_score},"0.00")&"，在"&TEXT({city_count},"0")'
    + '&"个城市中列第"&TEXT({own_rank},"0")&"；在"&TEXT({set_count},"0")&"组权重下名次为第"&TEXT({own_highest},"0")'
    + '&IF({own_lowest}={own_highest},"","至第"&TEXT({own_lowest},"0"))&"。"',
};

export const readinessScorecard: Template = {
  id: "readiness-scorecard",
  prefix: "rdy",
  title: { en: "Readiness scorecard", zh: "条件评估" },
  question: { en: "Is the city ready to take in a vehicle maker?", zh: "本市是否具备引进整车企业的条件？" },
  needs: [
    { en: "A handful of indicators for the city and those it compares itself with", zh: "本市与对标城市的若干指标" },
    { en: "The stake, the engineers and the cash that the deal asks for", zh: "项目所需的公共投入、工程师与资金" },
    { en: "Which indicators matter more, by pairs", zh: "指标重要性的两两判断" },
  ],
  sheets: [
    { name: { en: "Readiness", zh: "条件评估" }, blocks: [{ kind: "answer", key: "answer", formula: answer }, reading, gate, results, chart, notes] },
    { name: { en: "Readiness inputs", zh: "条件评估输入" }, blocks: [gateInputs, raw, goalposts, judgements, rules] },
    {
      name: { en: "Readiness workings", zh: "条件评估计算" },
      blocks: [scores, weights, ranking, without, rankWithout, filled, pairs, own],
      rules: [{ on: "{scores}", bars: true }],
    },
    { name: { en: "Readiness checks", zh: "条件评估检查" }, blocks: [checks] },
  ],
  stresses: [{ shock: "subsidy", input: "deal" }],
  moves: [
    { input: "raw.1.1", to: 0.7, output: "own_score", direction: "up" },
    { input: "raw.1.2", to: 1.8, output: "own_score", direction: "down" },
    { input: "raw.3.1", to: 0.88, output: "own_score", direction: "same" },
    { input: "best.1", to: 1, output: "own_score", direction: "down" },
    { input: "judgements.1.2", to: 5, output: "w_ahp", direction: "up" },
    { input: "judgements.1.2", to: 5, output: "ratio", direction: "up" },
    { input: "deal", to: 8, output: "gate", direction: "same" },
    { input: "deal", to: 8, output: "fiscal_load", direction: "up" },
    { input: "engineers_available", to: 3000, output: "gate", direction: "up" },
    { input: "engineers_available", to: 3000, output: "own_score", direction: "same" },
  ],
};
