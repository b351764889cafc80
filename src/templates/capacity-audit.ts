import type { Texts } from "../refusal";
import { figure, illustrative, label, real, type Given } from "./given";
import { check, column, input, worked } from "./rows";
import { lowOutput } from "./shared-inputs";
import type {
  Across, ChartBlock, ChecksBlock, InputsBlock, ReadingBlock, TableBlock, Template, TableRow, WorkedBlock,
} from "./template";
import { units } from "./units";

const guidelines: Texts = {
  en: "NDRC/MIIT guidelines (2017): capacity on 250 working days and double shifts.",
  zh: "国家发展改革委、工业和信息化部（2017）：按 250 个工作日、双班核算产能。",
};

const basis: InputsBlock = {
  kind: "inputs",
  title: { en: "One basis for all plants", zh: "统一核算口径" },
  rows: [
    input("days", { en: "Working days", zh: "工作天数" }, units.days, real(250, guidelines), { allowed: { from: 1, to: 366 } }),
    input("shifts", { en: "Shifts", zh: "班次" }, units.shifts, real(2, guidelines), { allowed: { from: 1, to: 3 } }),
    input("hours", { en: "Hours of a shift", zh: "每班工时" }, units.hours, illustrative(8), { allowed: { from: 1, to: 12 } }),
    input("availability", { en: "Share of the time in which a line runs", zh: "开动率" }, units.share, illustrative(0.9), {
      allowed: { from: 0, to: 1 },
    }),
    input("target", { en: "Utilisation that the plants which stay should reach", zh: "留存工厂应达到的利用率" },
      units.share, illustrative(0.8), { allowed: { from: 0.1, to: 1.2 } }),
    input("overtime", { en: "Highest utilisation that is plausible", zh: "可信的最高利用率" }, units.share, illustrative(1.5), {
      allowed: { from: 1, to: 2 },
      note: { en: "Overtime and a third shift included.", zh: "含加班与三班生产。" },
    }),
    lowOutput,
    input("year_months", { en: "Months that the output covers", zh: "产量覆盖的月数" }, units.months, illustrative(12), {
      allowed: { from: 1, to: 12 },
    }),
  ],
};

function plant(
  name: Texts, jph: number, capacity: number, output: number, fixed: number, price: number, cost: number,
): TableRow {
  return {
    plant: label(name),
    jph: illustrative(jph),
    nameplate: illustrative(capacity),
    output: illustrative(output),
    fixed: illustrative(fixed),
    price: illustrative(price),
    cost: illustrative(cost),
  };
}

const plants: TableBlock = {
  kind: "table",
  key: "plants",
  title: { en: "Plants", zh: "工厂" },
  columns: [
    column("plant", { en: "Plant", zh: "工厂" }, units.text),
    column("jph", { en: "Line speed", zh: "节拍" }, units.jobsPerHour, { allowed: { from: 0 } }),
    column("nameplate", { en: "Nameplate capacity", zh: "备案产能" }, units.vehiclesAYear, { allowed: { from: 0 } }),
    column("output", { en: "Output", zh: "产量" }, units.vehicles, { allowed: { from: 0 } }),
    column("fixed", { en: "Fixed cost", zh: "年固定成本" }, units.yuan, { allowed: { from: 0 } }),
    column("price", { en: "Price of a vehicle", zh: "单车价格" }, units.yuan, { allowed: { from: 0 } }),
    column("cost", { en: "Variable cost of a vehicle", zh: "单车变动成本" }, units.yuan, { allowed: { from: 0 } }),
    column("standard", { en: "Standard capacity", zh: "标准产能" }, units.vehiclesAYear, {
      formula: "=POLICY.STD_CAPACITY({plants.jph},{shifts},{hours},{days},{availability})",
    }),
    column("utilisation", { en: "Utilisation", zh: "利用率" }, units.share, {
      formula: "={plants.output}/({plants.standard}*{year_share})",
    }),
    column("breakeven", { en: "Break-even", zh: "盈亏平衡点" }, units.share, {
      formula: "={plants.fixed}/(({plants.price}-{plants.cost})*{plants.standard})",
    }),
    column("monthly", { en: "Output a month", zh: "月均产量" }, units.vehicles, { formula: "={plants.output}/{year_months}" }),
  ],
  rows: [
    plant({ en: "Plant 1", zh: "工厂1" }, 60, 300_000, 232_000, 2.6e9, 138_000, 121_000),
    plant({ en: "Plant 2", zh: "工厂2" }, 40, 200_000, 118_000, 1.9e9, 112_000, 98_000),
    plant({ en: "Plant 3", zh: "工厂3" }, 30, 150_000, 41_000, 1.2e9, 165_000, 146_000),
    plant({ en: "Plant 4", zh: "工厂4" }, 25, 100_000, 6_800, 0.7e9, 96_000, 88_000),
  ],
};

const oica = (key: string): Given => figure("CAPACITY_UTIL_OICA", key);
const light: Texts = { en: "light vehicles, 2020", zh: "轻型车，2020年" };
const nameplate: Texts = { en: "nameplate, 2024", zh: "备案产能，2024年" };
const survey: Texts = { en: "survey by value, 2024", zh: "价值量调查，2024年" };

const benchmark = (name: Texts, definition: Texts, utilisation: Given): TableRow => ({
  name: label(name),
  definition: label(definition),
  utilisation,
});

const names = {
  china: { en: "China (OICA)", zh: "中国（OICA）" },
  korea: { en: "South Korea (OICA)", zh: "韩国（OICA）" },
  us: { en: "United States (OICA)", zh: "美国（OICA）" },
  japan: { en: "Japan (OICA)", zh: "日本（OICA）" },
  europe: { en: "Europe (OICA)", zh: "欧洲（OICA）" },
  gasgoo: { en: "China (Gasgoo)", zh: "中国（盖世汽车）" },
  nbs: { en: "China (NBS)", zh: "中国（国家统计局）" },
} satisfies Record<string, Texts>;

const benchmarks: TableBlock = {
  kind: "table",
  key: "benchmarks",
  title: { en: "Utilisation elsewhere, by three definitions", zh: "其他地区产能利用率（三种口径）" },
  columns: [
    column("name", { en: "Benchmark", zh: "对照" }, units.text),
    column("definition", { en: "Definition", zh: "口径" }, units.text),
    column("utilisation", { en: "Utilisation", zh: "利用率" }, units.share),
  ],
  rows: [
    benchmark(names.china, light, oica("China")),
    benchmark(names.korea, light, oica("South Korea")),
    benchmark(names.us, light, oica("United States")),
    benchmark(names.japan, light, oica("Japan")),
    benchmark(names.europe, light, oica("Europe")),
    benchmark(names.gasgoo, nameplate, figure("CAPACITY_UTIL_NAMEPLATE", "all makers")),
    benchmark(names.nbs, survey, figure("CAPACITY_UTIL_NBS", "automobile manufacturing", { period: "2024" })),
  ],
};

const comparison: InputsBlock = {
  kind: "inputs",
  title: { en: "Comparison", zh: "比较" },
  rows: [
    input("against", { en: "Benchmark to compare with", zh: "选定的对照" }, units.text, illustrative(names.korea), {
      allowed: { oneOf: Object.values(names) },
      note: {
        en: "One of the table above. The definitions differ: compare like with like.",
        zh: "从上表中选取。各口径不同，请同口径比较。",
      },
    }),
  ],
};

const lastYears: Across = {
  key: "gate_year",
  label: { en: "The two preceding years", zh: "前两年" },
  heads: [2023, 2024],
};

const gateInputs: InputsBlock = {
  kind: "inputs",
  title: { en: "Gate for new capacity", zh: "新增产能准入" },
  across: lastYears,
  rows: [
    input("own_util", { en: "Own utilisation", zh: "本地利用率" }, units.share, illustrative([0.71, 0.66]), { allowed: { from: 0 } }),
    input("national_util", { en: "National utilisation, same definition", zh: "全国利用率（同口径）" }, units.share, [
      illustrative(0.74),
      figure("CAPACITY_UTIL_NBS", "automobile manufacturing", { period: "2024" }),
    ], { allowed: { from: 0 } }),
  ],
};

const workings: WorkedBlock = {
  kind: "workings",
  title: { en: "All plants together", zh: "全部工厂合计" },
  rows: [
    worked("year_share", { en: "Part of a year that the output covers", zh: "产量覆盖全年的比重" }, units.share,
      "={year_months}/{full_year}"),
    worked("total_standard", { en: "Standard capacity", zh: "标准产能" }, units.vehiclesAYear, "=SUM({plants.standard})"),
    worked("total_output", { en: "Output of a full year", zh: "折年产量" }, units.vehiclesAYear,
      "=SUM({plants.output})/{year_share}"),
    worked("plant_count", { en: "Plants", zh: "工厂数" }, units.count, "=ROWS({plants.plant})"),
    worked("benchmark", { en: "Utilisation at the benchmark", zh: "对照的利用率" }, units.share,
      "=INDEX({benchmarks.utilisation},MATCH({against},{benchmarks.name},0))"),
    worked("kept", { en: "Capacity needed at the target", zh: "按目标利用率所需产能" }, units.vehiclesAYear, "={total_output}/{target}"),
  ],
};

const fullYear: InputsBlock = {
  kind: "inputs",
  title: { en: "Conversion", zh: "换算" },
  rows: [
    input("full_year", { en: "Months in a year", zh: "一年的月数" }, units.months,
      real(12, { en: "By definition: it turns a part of a year into a year.", zh: "按定义：用于将部分年份折算为全年。" })),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("util", { en: "Utilisation on the common basis", zh: "统一口径利用率" }, units.share,
      "=POLICY.CAPACITY_UTIL({plants.output},{plants.standard},{year_months})"),
    worked("util_nameplate", { en: "Utilisation of nameplate capacity", zh: "备案产能利用率" }, units.share,
      "=POLICY.CAPACITY_UTIL({plants.output},{plants.nameplate},{year_months})"),
    worked("gap", { en: "Distance from the benchmark", zh: "与对照的差距" }, units.points, "={util}-{benchmark}"),
    worked("idle", { en: "Capacity that could close at the target", zh: "按目标利用率可退出的产能" }, units.vehiclesAYear,
      "=POLICY.IDLE_CAPACITY({total_output},{total_standard},{target})"),
    worked("below", { en: "Plants below their break-even", zh: "低于盈亏平衡点的工厂" }, units.count,
      "=SUMPRODUCT(--({plants.utilisation}<{plants.breakeven}))"),
    worked("low_share", { en: "Share of low-output plants", zh: "低产工厂占比" }, units.share,
      "=POLICY.LOW_OUTPUT_SHARE({plants.monthly},{low_output})"),
    worked("uneven", { en: "Inequality of utilisation between plants, 0 to 1", zh: "各厂利用率的不均程度（0至1）" }, units.index,
      "=POLICY.GINI_COEF({plants.utilisation})"),
    worked("gate", { en: "Gate for new capacity is open", zh: "新增产能准入是否通过" }, units.flag,
      "=POLICY.CAPACITY_GATE({own_util},{national_util})"),
  ],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "Each plant's capacity is its line speed on the same days, shifts and hours, so that plants can be added and compared.",
      zh: "各厂产能按同一天数、班次和工时由节拍折算，因而可以相加和比较。",
    },
    {
      en: "Utilisation of all plants is a ratio of sums, never the mean of plant ratios: a small full plant does not hide a large empty one.",
      zh: "总体利用率为合计之比，而非各厂比率的平均：满产的小厂掩盖不了闲置的大厂。",
    },
    {
      en: "49.5 % (nameplate) and 72.2 % (survey by value) are both right for China in 2024: they divide by different capacities.",
      zh: "中国2024年的49.5%（备案产能）与72.2%（价值量调查）都正确：分母口径不同。",
    },
  ],
};

const byPlant: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Utilisation and break-even by plant", zh: "各厂利用率与盈亏平衡点" },
  categories: "{plants.plant}",
  series: [
    { name: { en: "Utilisation", zh: "利用率" }, values: "{plants.utilisation}" },
    { name: { en: "Break-even", zh: "盈亏平衡点" }, values: "{plants.breakeven}" },
  ],
  axes: { value: { en: "Share of standard capacity", zh: "占标准产能的比重" } },
};

const elsewhere: ChartBlock = {
  kind: "chart",
  type: "bar",
  title: { en: "Utilisation elsewhere", zh: "其他地区产能利用率" },
  categories: "{benchmarks.name}",
  series: [{ name: { en: "Utilisation", zh: "利用率" }, values: "{benchmarks.utilisation}" }],
  axes: { value: { en: "Share of capacity, definitions differ", zh: "占产能的比重（口径不同）" } },
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_filled", { en: "Every plant has a line speed and an output", zh: "每个工厂均有节拍与产量" },
      "=AND(COUNT({plants.jph})=ROWS({plants.jph}),COUNT({plants.output})=ROWS({plants.output}))"),
    check("check_margin", { en: "Every plant sells above its variable cost", zh: "各厂售价均高于变动成本" },
      "=SUMPRODUCT(--({plants.price}<={plants.cost}))=0"),
    check("check_plausible", { en: "No plant runs above what is plausible", zh: "没有工厂超过可信的最高利用率" },
      "=MAX({plants.utilisation})<={overtime}"),
    check("check_util", { en: "Utilisation agrees with plain arithmetic", zh: "利用率与直接计算一致" },
      "=ROUND({util}-{total_output}/{total_standard},9)=0"),
    check("check_idle", { en: "Idle and needed capacity add up to all of it", zh: "可退出产能与所需产能之和等于总产能" },
      "=OR({idle}=0,ROUND({idle}+{kept}-{total_standard},3)=0)"),
    check("check_benchmark", { en: "The benchmark is in the table", zh: "所选对照在表中" }, "=COUNTIF({benchmarks.name},{against})=1"),
  ],
};

export const capacityAudit: Template = {
  id: "capacity-audit",
  prefix: "cap",
  title: { en: "Capacity audit", zh: "产能审计" },
  question: { en: "How much of the region's vehicle capacity is used, and how much could close?", zh: "本地汽车产能用了多少，有多少可以退出？" },
  needs: [
    { en: "Line speed, nameplate capacity and output of each plant", zh: "各厂节拍、备案产能与产量" },
    { en: "Fixed cost, price and variable cost of each plant", zh: "各厂固定成本、单车价格与变动成本" },
    { en: "Own and national utilisation of the two preceding years", zh: "本地与全国前两年的产能利用率" },
  ],
  sheets: [
    {
      name: { en: "Capacity audit", zh: "产能审计" },
      blocks: [
        {
          kind: "answer",
          key: "answer",
          formula: {
            en: '="The plants use "&TEXT({util},"0.0%")&" of their capacity on "&TEXT({days},"0")&" days and "'
              + '&TEXT({shifts},"0")&" shifts; the benchmark, "&{against}&", is "&TEXT({benchmark},"0.0%")&". "'
              + '&TEXT({below},"0")&" of "&TEXT({plant_count},"0")&" plants run below their break-even. "'
              + '&TEXT({idle},"#,##0")&" vehicles a year could close if the rest ran at "&TEXT({target},"0%")'
              + '&". The gate for new capacity is "&IF({gate},"open.","closed.")',
            zh: '="按"&TEXT({days},"0")&"天、"&TEXT({shifts},"0")&"班计，产能利用率为"&TEXT({util},"0.0%")&"；对照“"&{against}'
              + '&"”为"&TEXT({benchmark},"0.0%")&"。"&TEXT({plant_count},"0")&"个工厂中有"&TEXT({below},"0")'
              + '&"个低于盈亏平衡点。若其余产能达到"&TEXT({target},"0%")&"，每年可退出"&TEXT({idle},"#,##0")'
              + '&"辆产能。新增产能准入"&IF({gate},"通过。","不通过。")',
          },
        },
        reading,
        results,
        byPlant,
        elsewhere,
        {
          kind: "notes",
          title: { en: "Sources and limits", zh: "来源与局限" },
          lines: [
            {
              en: "Basis: NDRC/MIIT guidelines (2017); replaced in part by Order NDRC [2018] No. 22: verify before use.",
              zh: "口径：国家发展改革委、工业和信息化部（2017）；部分内容已由国家发展改革委令〔2018〕第22号取代，使用前请核实。",
            },
            {
              en: "The OICA figures of 2020 divide an output that may count heavy vehicles by a capacity of light ones.",
              zh: "OICA 2020年数据的分子可能含重型车，而分母仅为轻型车产能。",
            },
            {
              en: "What could close is an arithmetic bound: it does not say which plant, nor what closing costs.",
              zh: "可退出产能为算术界限，不说明应退出哪个工厂，也不含退出成本。",
            },
          ],
        },
      ],
    },
    {
      name: { en: "Capacity inputs", zh: "产能审计输入" },
      blocks: [plants, basis, benchmarks, comparison, gateInputs, fullYear],
      rules: [
        { on: "{plants.utilisation}", when: "={plants.utilisation}<{plants.breakeven}", look: "bad" },
        { on: "{benchmarks.utilisation}", bars: true },
      ],
    },
    { name: { en: "Capacity workings", zh: "产能审计计算" }, blocks: [workings] },
    { name: { en: "Capacity checks", zh: "产能审计检查" }, blocks: [checks] },
  ],
  stresses: [
    { shock: "exit-output", input: "plants.output", largestBy: "plants.output" },
    { shock: "demand", input: "plants.output" },
  ],
  moves: [
    { input: "plants.output.1", to: 300_000, output: "util", direction: "up" },
    { input: "plants.output.1", to: 300_000, output: "idle", direction: "down" },
    { input: "days", to: 300, output: "util", direction: "down" },
    { input: "target", to: 0.9, output: "idle", direction: "up" },
    { input: "plants.fixed.1", to: 9e9, output: "below", direction: "up" },
    { input: "low_output", to: 5000, output: "low_share", direction: "up" },
    { input: "own_util.2", to: 0.8, output: "util", direction: "same" },
  ],
};
