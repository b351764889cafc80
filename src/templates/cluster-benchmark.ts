import type { Texts } from "../refusal";
import { figure, illustrative, label, real } from "./given";
import { check, column, input, worked } from "./rows";
import { lowOutput } from "./shared-inputs";
import type {
  ChartBlock, ChecksBlock, InputsBlock, NotesBlock, ReadingBlock, TableBlock, Template, TableRow, WorkedBlock,
} from "./template";
import { units } from "./units";

const perOutput: Texts = {
  en: "As in the seed paper: parts firms for every 10,000 vehicles of a year (the paper does not define it; our reading).",
  zh: "沿用论文口径：每万辆年产量的零部件企业数（论文未定义，为本库推断）。",
};

const stated: Texts = { en: "as printed", zh: "原文数值" };
const bounded: Texts = { en: "upper bound", zh: "上限" };

const names = {
  delta: { en: "Yangtze River Delta", zh: "长三角" },
  northeast: { en: "Northeast", zh: "东北" },
  middle: { en: "Mid-Yangtze", zh: "长江中游" },
  capital: { en: "Beijing-Tianjin-Hebei", zh: "京津冀" },
  pearl: { en: "Pearl River Delta", zh: "珠三角" },
  chengyu: { en: "Chengdu-Chongqing", zh: "成渝" },
} satisfies Record<string, Texts>;

/** Three clusters have a ratio, three only "below 3". */
const cluster = (name: Texts, isBound: boolean): TableRow => ({
  cluster: label(name),
  vehicle_firms: figure("SIX_CLUSTERS", name.en, { field: "vehicle_firms" }),
  parts_firms: figure("SIX_CLUSTERS", name.en, { field: "parts_firms" }),
  ratio: figure("SIX_CLUSTERS", name.en, { field: isBound ? "printed_ratio_upper_bound" : "printed_ratio" }),
  standing: label(isBound ? bounded : stated),
});

const clusters: TableBlock = {
  kind: "table",
  key: "clusters",
  title: { en: "Six automobile clusters", zh: "六大汽车产业集群" },
  columns: [
    column("cluster", { en: "Cluster", zh: "集群" }, units.text),
    column("vehicle_firms", { en: "Vehicle firms", zh: "整车企业" }, units.firms),
    column("parts_firms", { en: "Parts firms", zh: "零部件企业" }, units.firms),
    column("ratio", { en: "Parts firms for 10,000 vehicles", zh: "每万辆零部件企业" }, units.ratio),
    column("standing", { en: "What the ratio is", zh: "比值性质" }, units.text),
    column("per_maker", { en: "Parts firms for a vehicle firm", zh: "每家整车企业的零部件企业" }, units.ratio, {
      formula: "=POLICY.PARTS_PER_OEM({clusters.parts_firms},{clusters.vehicle_firms})",
    }),
  ],
  rows: [
    cluster(names.delta, false),
    cluster(names.northeast, true),
    cluster(names.middle, false),
    cluster(names.capital, true),
    cluster(names.pearl, true),
    cluster(names.chengyu, false),
  ],
};

const region: InputsBlock = {
  kind: "inputs",
  title: { en: "Own region", zh: "本地区" },
  rows: [
    input("own_parts", { en: "Parts firms above designated size", zh: "规模以上零部件企业" }, units.firms, illustrative(310), {
      allowed: { from: 0, whole: true },
      note: {
        en: "Above designated size only: Anhui counts more than 1,100 of them, and more than 3,000 with the smaller ones.",
        zh: "仅计规模以上：安徽规模以上超过1100家，计入小企业则超过3000家。",
      },
    }),
    input("own_output", { en: "Vehicles made in a year", zh: "年汽车产量" }, units.vehiclesAYear, illustrative(620_000), {
      allowed: { from: 1 },
    }),
    input("own_firms", { en: "Vehicle firms", zh: "整车企业" }, units.firms, illustrative(9), { allowed: { from: 1, whole: true } }),
    input("against", { en: "Cluster to compare with", zh: "对标集群" }, units.text, illustrative(names.chengyu), {
      allowed: { oneOf: [names.delta, names.middle, names.chengyu] },
      note: { en: "One of the three whose ratio is a value and not a bound.", zh: "从三个有确切比值的集群中选取。" },
    }),
    input("per", { en: "Vehicles for which parts firms are counted", zh: "比值的产量基数" }, units.vehicles, real(10_000, perOutput)),
  ],
};

const makers: TableBlock = {
  kind: "table",
  key: "makers",
  title: { en: "Own vehicle firms", zh: "本地整车企业" },
  columns: [
    column("maker", { en: "Firm", zh: "企业" }, units.text),
    column("monthly", { en: "Output a month", zh: "月均产量" }, units.vehicles, { allowed: { from: 0 } }),
  ],
  rows: [24_000, 15_500, 8_200, 2_600, 950, 410, 120, 0, 0].map((monthly, i) => ({
    maker: label({ en: `Firm ${i + 1}`, zh: `企业${i + 1}` }),
    monthly: illustrative(monthly),
  })),
};

const nation: InputsBlock = {
  kind: "inputs",
  title: { en: "The nation", zh: "全国" },
  rows: [
    lowOutput,
    input("nation_low", { en: "At least this share of makers was below it in 2021", zh: "2021年全国低产企业占比（至少）" }, units.share,
      figure("LOW_OUTPUT_MAKERS", "share below 1,000 vehicles a month", { field: "lower_bound" })),
    input("all_parts", { en: "Parts firms of the six clusters together", zh: "六大集群零部件企业合计" }, units.firms,
      figure("CLUSTER_FACTS", "Six clusters parts firms")),
    input("all_firms", { en: "Vehicle firms of the six clusters together", zh: "六大集群整车企业合计" }, units.firms,
      figure("CLUSTER_FACTS", "Six clusters vehicle firms")),
  ],
};

const workings: WorkedBlock = {
  kind: "workings",
  title: { en: "Comparison", zh: "比较" },
  rows: [
    worked("benchmark", { en: "Ratio of the cluster to compare with", zh: "对标集群的比值" }, units.ratio,
      "=INDEX({clusters.ratio},MATCH({against},{clusters.cluster},0))"),
    worked("benchmark_maker", { en: "Parts firms for a vehicle firm there", zh: "对标集群每家整车企业的零部件企业" }, units.ratio,
      "=INDEX({clusters.per_maker},MATCH({against},{clusters.cluster},0))"),
    worked("mean_maker", { en: "Parts firms for a vehicle firm, six clusters", zh: "六大集群每家整车企业的零部件企业" }, units.ratio,
      "=POLICY.PARTS_PER_OEM({all_parts},{all_firms})"),
    worked("low_makers", { en: "Own firms below the threshold", zh: "本地低产企业" }, units.firms,
      "=COUNTIF({makers.monthly},\"<\"&{low_output})"),
    worked("maker_count", { en: "Own firms", zh: "本地企业数" }, units.firms, "=ROWS({makers.maker})"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("own_ratio", { en: "Own parts firms for 10,000 vehicles", zh: "本地每万辆零部件企业" }, units.ratio,
      "=POLICY.PARTS_RATIO({own_parts},{own_output},{per})"),
    worked("relative", { en: "as a share of the cluster's", zh: "相当于对标集群" }, units.share, "={own_ratio}/{benchmark}"),
    worked("gap", { en: "Further parts firms to reach the cluster", zh: "达到对标水平尚缺的零部件企业" }, units.firms,
      "=POLICY.PARTS_GAP({own_parts},{own_output},{benchmark},{per})"),
    worked("own_maker", { en: "Own parts firms for a vehicle firm", zh: "本地每家整车企业的零部件企业" }, units.ratio,
      "=POLICY.PARTS_PER_OEM({own_parts},{own_firms})"),
    worked("low_share", { en: "Share of own firms with low output", zh: "本地低产企业占比" }, units.share,
      "=POLICY.LOW_OUTPUT_SHARE({makers.monthly},{low_output})"),
    worked("fragmented", { en: "The share is above that of the nation", zh: "高于全国水平" }, units.flag, "={low_share}>{nation_low}"),
  ],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "The ratio says how many local parts firms stand beside the local output. It does not say what they make, for whom, or how well.",
      zh: "该比值反映本地产量对应多少零部件企业，不说明其产品、客户与水平。",
    },
    {
      en: "For three clusters the paper prints only that the ratio is below 3: they are shown, and cannot be chosen to compare with.",
      zh: "论文对三个集群仅注明比值低于3：仅作展示，不能作为对标对象。",
    },
    {
      en: "Parts firms for a vehicle firm compare clusters with each other only: the paper's vehicle firms include makers of special vehicles.",
      zh: "“每家整车企业的零部件企业”只宜在集群之间比较：论文的整车企业含专用车企业。",
    },
  ],
};

const chart: ChartBlock = {
  kind: "chart",
  type: "bar",
  title: { en: "Parts firms for 10,000 vehicles", zh: "每万辆零部件企业" },
  categories: "{clusters.cluster}",
  series: [{ name: { en: "Printed ratio or its upper bound", zh: "原文比值或其上限" }, values: "{clusters.ratio}" }],
  axes: { value: { en: "Firms for 10,000 vehicles a year", zh: "家／万辆" } },
};

const perMaker: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Parts firms for a vehicle firm", zh: "每家整车企业的零部件企业" },
  categories: "{clusters.cluster}",
  series: [{ name: { en: "Parts firms", zh: "零部件企业" }, values: "{clusters.per_maker}" }],
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Clusters: one paper on six clusters, as printed, names put right. It states no year: the firms may be of 2021–22, the output of 2020.",
      zh: "集群数据：一篇关于六大集群的论文，照录原文并订正名称。论文未注年份：企业数可能为2021—2022年，产量为2020年。",
    },
    {
      en: "The definition of the ratio is inferred: only this reading gives outputs of the right size.",
      zh: "比值定义为推断：仅此读法得出的产量量级相符。",
    },
    {
      en: "A gap in firms is no target: fewer, larger suppliers may serve as well. See local sourcing by system before inviting firms.",
      zh: "企业数差距不等于招商目标：少而大的供应商同样可行。招商前请先看分系统本地配套率。",
    },
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_parts", { en: "Parts firms of the clusters add up to the paper's sum", zh: "各集群零部件企业之和等于合计" },
      "=SUM({clusters.parts_firms})={all_parts}"),
    check("check_firms", { en: "Vehicle firms of the clusters add up to the paper's sum", zh: "各集群整车企业之和等于合计" },
      "=SUM({clusters.vehicle_firms})={all_firms}"),
    check("check_value", { en: "The cluster to compare with has a value, not a bound", zh: "对标集群为确切比值" },
      `=INDEX({clusters.standing},MATCH({against},{clusters.cluster},0))=INDEX({clusters.standing},1)`),
    check("check_ratio", { en: "Ratio times output gives the parts firms back", zh: "比值乘产量等于零部件企业数" },
      "=ROUND({own_ratio}*{own_output}/{per}-{own_parts},6)=0"),
    check("check_gap", { en: "With the gap closed the ratio is the cluster's, where there is a gap", zh: "补齐差距后比值等于对标值" },
      "=OR({gap}=0,ROUND(({own_parts}+{gap})*{per}/{own_output}-{benchmark},6)=0)"),
    check("check_low", { en: "The share of low output agrees with a count", zh: "低产占比与计数一致" },
      "=ROUND({low_share}-{low_makers}/{maker_count},9)=0"),
    check("check_makers", { en: "Every vehicle firm is listed", zh: "整车企业均已列出" }, "={maker_count}={own_firms}"),
  ],
};

export const clusterBenchmark: Template = {
  id: "cluster-benchmark",
  prefix: "clu",
  title: { en: "Cluster benchmark", zh: "集群对标" },
  question: { en: "Has the region enough parts firms for the vehicles it makes?", zh: "本地零部件企业与整车产量相称吗？" },
  needs: [
    { en: "Parts firms above designated size, and vehicles made in a year", zh: "规模以上零部件企业数与年汽车产量" },
    { en: "Monthly output of each vehicle firm", zh: "各整车企业月均产量" },
  ],
  sheets: [
    {
      name: { en: "Cluster benchmark", zh: "集群对标" },
      blocks: [
        {
          kind: "answer",
          key: "answer",
          formula: {
            en: '="The region has "&TEXT({own_ratio},"0.0")&" parts firms for every 10,000 vehicles; "&{against}&" has "'
              + '&TEXT({benchmark},"0.0")&". "&IF({gap}>0,TEXT({gap},"#,##0")&" further firms would close the gap. ",'
              + '"There is no gap. ")&TEXT({low_makers},"0")&" of "&TEXT({maker_count},"0")&" vehicle firms make less than "'
              + '&TEXT({low_output},"#,##0")&" vehicles a month ("&TEXT({low_share},"0%")&"; nationally more than "'
              + '&TEXT({nation_low},"0%")&" did in 2021)."',
            zh: '="本地每万辆产量有"&TEXT({own_ratio},"0.0")&"家零部件企业，"&{against}&"为"&TEXT({benchmark},"0.0")&"家；"'
              + '&IF({gap}>0,"尚缺"&TEXT({gap},"#,##0")&"家。","没有差距。")&TEXT({maker_count},"0")&"家整车企业中有"'
              + '&TEXT({low_makers},"0")&"家月产不足"&TEXT({low_output},"#,##0")&"辆（"&TEXT({low_share},"0%")'
              + '&"；2021年全国超过"&TEXT({nation_low},"0%")&"）。"',
          },
        },
        reading, results, chart, perMaker, notes,
      ],
    },
    {
      name: { en: "Cluster inputs", zh: "集群对标输入" },
      blocks: [region, makers, nation, clusters],
      rules: [
        { on: "{makers.monthly}", when: "={makers.monthly}<{low_output}", look: "warning" },
        { on: "{clusters.ratio}", bars: true },
      ],
    },
    { name: { en: "Cluster workings", zh: "集群对标计算" }, blocks: [workings] },
    { name: { en: "Cluster checks", zh: "集群对标检查" }, blocks: [checks] },
  ],
  stresses: [
    { shock: "exit-output", input: "makers.monthly", largestBy: "makers.monthly" },
    { shock: "demand", input: "own_output" },
    { shock: "demand", input: "makers.monthly" },
  ],
  moves: [
    { input: "own_parts", to: 350, output: "own_ratio", direction: "up" },
    { input: "own_parts", to: 350, output: "gap", direction: "down" },
    { input: "own_output", to: 800_000, output: "own_ratio", direction: "down" },
    { input: "own_output", to: 800_000, output: "gap", direction: "up" },
    { input: "against", to: "Yangtze River Delta", output: "gap", direction: "up" },
    { input: "makers.monthly.1", to: 500, output: "low_share", direction: "up" },
    { input: "own_output", to: 800_000, output: "own_maker", direction: "same" },
  ],
};
