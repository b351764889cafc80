import type { Texts } from "../refusal";
import { choice, exponents, industries, national, sectors, tried } from "./io-impact-inputs";
import { ioImpactPage } from "./io-impact-page";
import { check, worked } from "./rows";
import type { Across, ChecksBlock, ListBlock, MatrixBlock, Template, WorkedBlock } from "./template";
import { units } from "./units";

const square = { corner: national.corner, rows: industries, columns: industries, unit: units.coefficient } as const;

const regional: MatrixBlock = {
  ...square,
  kind: "matrix",
  key: "regional",
  title: { en: "Input coefficients of the region, by Flegg's location quotient", zh: "本地区直接消耗系数（Flegg 区位商法）" },
  body: {
    formula: "=POLICY.FLQ_COEF({national},{sectors.emp_region},{sectors.emp_nation},{delta})",
    spills: true,
  },
};

const net: MatrixBlock = {
  ...square,
  kind: "matrix",
  key: "net",
  title: { en: "Output less own and others' inputs: I − A", zh: "产出减去消耗：I − A" },
  body: { formula: "=({net.rows.row}={net.columns.column})-{regional}" },
};

const inverse: MatrixBlock = {
  ...square,
  kind: "matrix",
  key: "inverse",
  title: { en: "Total requirements for a unit of demand", zh: "每单位需求的完全需要量" },
  body: { formula: "=POLICY.LEONTIEF_INV({regional})", spills: true },
};

const buyers: Across = { key: "buyers", label: { en: "Industry", zh: "部门" }, heads: industries };

const multipliers: WorkedBlock = {
  kind: "workings",
  title: { en: "For a unit of demand for each industry", zh: "对各部门一单位需求" },
  across: buyers,
  rows: [
    worked("bought", { en: "Bought from all industries, nation", zh: "全国：对各部门的消耗合计" }, units.coefficient,
      "=MMULT(TRANSPOSE({sectors.emp_nation}^0),{national})", { spills: true }),
    worked("national_multiplier", { en: "Output in the nation", zh: "全国产出" }, units.multiple,
      "=POLICY.IO_MULTIPLIER({national})", { spills: true }),
    worked("multiplier", { en: "Output in the region", zh: "本地区产出" }, units.multiple,
      "=POLICY.IO_MULTIPLIER({regional})", { spills: true }),
    worked("job_multiplier", { en: "Jobs in the region", zh: "本地区就业" }, units.personsABn,
      "=POLICY.IO_MULTIPLIER({regional},{sectors.job_rate})", { spills: true }),
    worked("tax_multiplier", { en: "Tax in the region", zh: "本地区税收" }, units.mYuanABn,
      "=POLICY.IO_MULTIPLIER({regional},{sectors.tax_rate})", { spills: true }),
  ],
};

const nameAt = (place: number): Texts => {
  const formula = `=INDEX({sectors.sector},${place})`;
  return { en: formula, zh: formula };
};

const impact: ListBlock = {
  kind: "list",
  key: "impact",
  title: { en: "What the further demand sets in motion, and what each industry weighs", zh: "新增需求的带动效应与各部门分量" },
  label: { en: "Industry", zh: "部门" },
  rows: industries.map((_, i) => nameAt(i + 1)),
  columns: [
    {
      key: "number", header: { en: "Number", zh: "序号" }, unit: units.rank,
      formula: "=MATCH({impact.labels},{sectors.sector},0)",
    },
    {
      key: "output", header: { en: "Output set in motion", zh: "带动产出" }, unit: units.bnYuan, spills: true,
      formula: "=POLICY.IO_IMPACT({regional},{sectors.demand})",
    },
    {
      key: "jobs", header: { en: "Jobs set in motion", zh: "带动就业" }, unit: units.persons, spills: true,
      formula: "=POLICY.IO_IMPACT({regional},{sectors.demand},{sectors.job_rate})",
    },
    {
      key: "tax", header: { en: "Tax set in motion", zh: "带动税收" }, unit: units.mYuan, spills: true,
      formula: "=POLICY.IO_IMPACT({regional},{sectors.demand},{sectors.tax_rate})",
    },
    {
      key: "final", header: { en: "Final demand today", zh: "现有最终需求" }, unit: units.bnYuan, spills: true,
      formula: "={sectors.output}-MMULT({regional},{sectors.output})",
    },
    {
      key: "weight", header: { en: "Output lost without it", zh: "该部门退出的产出损失" }, unit: units.share, spills: true,
      formula: "=POLICY.IO_EXTRACTION({regional},{impact.final},{impact.number})",
    },
  ],
};

const triedTable = "POLICY.FLQ_COEF({national},{sectors.emp_region},{sectors.emp_nation},{delta_tried})";

const byExponent: WorkedBlock = {
  kind: "workings",
  title: { en: "How much hangs on the exponent", zh: "结果对指数的敏感度" },
  across: exponents,
  rows: [
    worked("multiplier_tried", { en: "Output for a yuan of demand for the industry reported on", zh: "所报部门每1元需求带动的产出" },
      units.multiple, `=INDEX(POLICY.IO_MULTIPLIER(${triedTable}),1,{place})`),
    worked("jobs_tried", { en: "Jobs set in motion", zh: "带动就业" }, units.persons,
      `=SUM(POLICY.IO_IMPACT(${triedTable},{sectors.demand},{sectors.job_rate}))`),
  ],
};

const selected: WorkedBlock = {
  kind: "workings",
  title: { en: "The industry reported on", zh: "所报部门" },
  rows: [
    worked("place", { en: "Its number", zh: "序号" }, units.rank, "=MATCH({studied},{sectors.sector},0)"),
    worked("size", { en: "The region's jobs, share of the nation's", zh: "本地区就业占全国" }, units.share,
      "=SUM({sectors.emp_region})/SUM({sectors.emp_nation})"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("asked", { en: "Further final demand", zh: "新增最终需求" }, units.bnYuan, "=SUM({sectors.demand})"),
    worked("made", { en: "Output it sets in motion in the region", zh: "带动本地区产出" }, units.bnYuan, "=SUM({impact.output})"),
    worked("jobs", { en: "Jobs", zh: "带动就业" }, units.persons, "=SUM({impact.jobs})"),
    worked("jobs_low", { en: "Jobs, lowest of the exponents tried", zh: "带动就业（所试指数中最低）" }, units.persons, "=MIN({jobs_tried})"),
    worked("jobs_high", { en: "Jobs, highest of the exponents tried", zh: "带动就业（所试指数中最高）" }, units.persons, "=MAX({jobs_tried})"),
    worked("taxes", { en: "Local tax", zh: "带动地方税收" }, units.mYuan, "=SUM({impact.tax})"),
    worked("own_multiplier", { en: "Output in the region for a yuan of demand for the industry", zh: "对该部门每1元需求带动的本地产出" },
      units.multiple, "=INDEX({multiplier},{place})"),
    worked("nation_multiplier", { en: "and in the nation", zh: "全国带动" }, units.multiple, "=INDEX({national_multiplier},{place})"),
    worked("spillover", { en: "Suppliers' loss here for each yuan of its loss", zh: "该部门每损失1元，本地供应商的损失" }, units.multiple,
      "={own_multiplier}-1", {
      note: { en: "The spillover that the single-OEM stress test asks for.", zh: "即“单一整车企业压力测试”所需的外溢系数。" },
    }),
    worked("leak", { en: "Share of its suppliers' output that is made elsewhere", zh: "上游带动流出本地的比重" }, units.share,
      "=1-{spillover}/({nation_multiplier}-1)"),
    worked("gone", { en: "Output of the region lost without the industry", zh: "该部门退出的产出损失" }, units.share,
      "=POLICY.IO_EXTRACTION({regional},{impact.final},{place})"),
    worked("own_share", { en: "Its own share of output", zh: "该部门自身产出占比" }, units.share,
      "=INDEX({sectors.output},{place})/SUM({sectors.output})"),
  ],
};

const others = "({impact.number}<>{place})";
const without = `{net}*${others}*TRANSPOSE(${others})+({impact.number}={place})*TRANSPOSE({impact.number}={place})`;

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_hawkins", { en: "Hawkins–Simon: no industry needs less than nothing of another", zh: "霍金斯—西蒙条件：完全需要量均非负" },
      "=AND(MIN({inverse})>=0,MDETERM({net})>0)"),
    check("check_bought", { en: "No industry buys more than it makes, nation", zh: "全国各部门消耗均小于产出" }, "=MAX({bought})<1"),
    check("check_inverse", { en: "Final demand and total requirements give today's output back", zh: "最终需求与完全需要量还原现有产出" },
      "=ROUND(SUMPRODUCT(ABS(MMULT({inverse},{impact.final})-{sectors.output})),6)=0"),
    check("check_impact", { en: "Multipliers times demand are the output set in motion", zh: "乘数乘需求等于带动产出" },
      "=ROUND({made}-SUMPRODUCT(MMULT({multiplier},{sectors.demand})),6)=0"),
    check("check_jobs", { en: "Output set in motion times jobs for output are the jobs", zh: "带动产出乘就业系数等于带动就业" },
      "=ROUND({jobs}-SUMPRODUCT({impact.output},{sectors.job_rate}),6)=0"),
    check("check_regional", { en: "The region buys no more of its own than the nation does", zh: "本地区系数不高于全国" },
      "=SUMPRODUCT(--({regional}>{national}))=0"),
    check("check_extraction", { en: "Solving without the industry gives the same loss", zh: "直接剔除该部门求解，损失一致" },
      `=ROUND(1-SUMPRODUCT(MMULT(MINVERSE(${without}),{impact.final}*${others}))/SUM({sectors.output})-{gone},9)=0`),
    check("check_final", { en: "No industry sells more to the others than it makes", zh: "各部门最终需求非负" }, "=MIN({impact.final})>=0"),
    check("check_jobs_nation", { en: "The region has no more jobs than the nation", zh: "本地区就业不超过全国" },
      "=SUMPRODUCT(--({sectors.emp_region}>{sectors.emp_nation}))=0"),
  ],
};

export const ioImpact: Template = {
  id: "io-impact",
  prefix: "imp",
  title: { en: "Regional input–output impact", zh: "区域投入产出带动" },
  question: { en: "What would a plant set in motion in the region, and what would its loss take away?", zh: "一个工厂能带动本地区多少，失去它又会损失多少？" },
  needs: [
    { en: "National input coefficients, the same industries in the same order", zh: "全国直接消耗系数（部门与顺序一致）" },
    { en: "Jobs by industry, region and nation; output and tax of the region", zh: "分部门就业（本地区与全国），本地区产出与税收" },
    { en: "The further sales of the plant", zh: "工厂新增销售" },
  ],
  sheets: [
    ioImpactPage(results),
    {
      name: { en: "Impact inputs", zh: "带动输入" },
      blocks: [choice, tried, sectors, national],
      rules: [{ on: "{sectors.quotient}", bars: true }],
    },
    {
      name: { en: "Impact workings", zh: "带动计算" },
      blocks: [selected, impact, byExponent, multipliers, regional, net, inverse],
      rules: [{ on: "{impact.weight}", bars: true }],
    },
    { name: { en: "Impact checks", zh: "带动检查" }, blocks: [checks] },
  ],
  stresses: [{ shock: "demand", input: "sectors.demand" }],
  moves: [
    { input: "sectors.demand.1", to: 20, output: "jobs", direction: "up" },
    { input: "sectors.demand.1", to: 20, output: "own_multiplier", direction: "same" },
    { input: "delta", to: 0.35, output: "own_multiplier", direction: "down" },
    { input: "delta", to: 0.35, output: "leak", direction: "up" },
    { input: "national.2.1", to: 0.42, output: "own_multiplier", direction: "up" },
    { input: "sectors.emp_region.2", to: 90_000, output: "own_multiplier", direction: "up" },
    { input: "sectors.tax.2", to: 4_000, output: "taxes", direction: "up" },
    { input: "sectors.tax.2", to: 4_000, output: "jobs", direction: "same" },
    { input: "sectors.output.1", to: 160, output: "gone", direction: "up" },
  ],
};
