import type { Texts } from "../refusal";
import { figure, illustrative, label } from "./given";
import { check, column, input, worked } from "./rows";
import { hozonLeft } from "./shared-inputs";
import type { Across, InputsBlock, MatrixBlock, SheetPlan, TableBlock, Template, WorkedBlock } from "./template";
import { units } from "./units";
import { words } from "./words";

const makers: TableBlock = {
  kind: "table",
  key: "makers",
  title: { en: "Makers in the city, plants of one group added together", zh: "本市整车企业（同一集团的工厂合并）" },
  columns: [
    column("maker", { en: "Maker", zh: "企业" }, units.text),
    column("output", { en: "Local output", zh: "本地产值" }, units.bnYuan, { allowed: { from: 0 } }),
    column("jobs", { en: "Local jobs", zh: "本地就业" }, units.persons, { allowed: { from: 0, whole: true } }),
    column("tax", { en: "Local tax", zh: "本地税收" }, units.mYuan, { allowed: { from: 0 } }),
    column("exit", { en: "Exit in a year", zh: "年退出概率" }, units.probability, { allowed: { from: 0, to: 1 } }),
    column("share", { en: "Share of output", zh: "产值份额" }, units.share, {
      formula: "={makers.output}/SUM({makers.output.all})",
    }),
  ],
  rows: [
    maker({ en: "Maker A", zh: "企业甲" }, 50, 21_000, 1_500, 0.08),
    maker({ en: "Maker B", zh: "企业乙" }, 30, 13_000, 900, 0.05),
    maker({ en: "Maker C", zh: "企业丙" }, 20, 9_000, 600, 0.05),
  ],
};

function maker(name: Texts, output: number, jobs: number, tax: number, exit: number) {
  return {
    maker: label(name),
    output: illustrative(output),
    jobs: illustrative(jobs),
    tax: illustrative(tax),
    exit: illustrative(exit),
  };
}

const city: InputsBlock = {
  kind: "inputs",
  title: { en: "The city", zh: "本市" },
  rows: [
    input("dependence", { en: "Vehicle makers' share of the city's base", zh: "整车企业占本市经济的比重" },
      units.share, illustrative(0.12), {
      allowed: { from: 0, to: 1 },
      note: { en: "Of output, jobs or tax: the same as in the table of makers.", zh: "按产值、就业或税收，与企业表口径一致。" },
    }),
    input("spillover", { en: "Local suppliers' loss for each unit of a maker's loss", zh: "整车每损失一单位，本地供应商的损失" },
      units.multiple, illustrative(0.8), {
      allowed: { from: 0 },
      note: { en: "A regional Type I multiplier minus 1.", zh: "区域 I 型乘数减 1。" },
    }),
    input("reabsorbed", { en: "Share that other makers take over", zh: "被其他企业吸纳的比重" },
      units.share, illustrative(0.25), {
      allowed: { from: 0, to: 1 },
    }),
    input("volatility", { en: "Standard deviation of a maker's yearly change", zh: "单个企业年变动的标准差" },
      units.perYear, illustrative(0.35), {
      allowed: { from: 0 },
    }),
    input("correlation", { en: "Correlation between the makers' shocks", zh: "各企业冲击的相关系数" },
      units.share, illustrative(0.3), {
      allowed: { from: 0, to: 1 },
      note: { en: "0: each has its own troubles; 1: all share one price war.", zh: "0：各自独立；1：同受价格战冲击。" },
    }),
    input("confidence", { en: "Confidence of the bad year", zh: "坏年份的置信度" },
      units.probability, illustrative(0.95), {
      allowed: { from: 0.5, to: 0.999 },
    }),
    input("revenue", { en: "City's budget revenue", zh: "本市一般公共预算收入" },
      units.mYuan, illustrative(60_000), {
      allowed: { from: 0 },
    }),
    input("recovery", { en: "Share of the remaining loss made good each year", zh: "每年弥补剩余损失的比重" },
      units.perYear, illustrative(0.2), {
      allowed: { from: 0.01, to: 0.99 },
    }),
    input("regained", { en: "Share of the loss to be made good", zh: "拟弥补的损失比重" },
      units.share, illustrative(0.5), {
      allowed: { from: 0, to: 0.99 },
    }),
    input("captive_from", { en: "A supplier is captive from this share of its sales", zh: "对单一企业的销售占比达此值即为锁定供应商" },
      units.share, illustrative(0.5), {
      allowed: { from: 0, to: 1 },
    }),
    input("compared", { en: "Number of equal makers to compare with", zh: "用于比较的等规模企业数" },
      units.count, illustrative(4), {
      allowed: { from: 1, whole: true },
    }),
  ],
};

const hozon: InputsBlock = {
  kind: "inputs",
  title: { en: "What happened at Hozon (Neta)", zh: "合众新能源（哪吒）的实际情况" },
  rows: [
    input("sales_before", { en: "Sales before the fall, 2022", zh: "下滑前销量（2022年）" },
      units.vehicles, figure("CASE_HOZON", "sales", { period: "2022" })),
    input("sales_after", { en: "Sales after it, 2024", zh: "下滑后销量（2024年）" },
      units.vehicles, figure("CASE_HOZON", "sales", { period: "2024" })),
    ...hozonLeft,
  ],
};

const suppliers: MatrixBlock = {
  kind: "matrix",
  key: "sales",
  title: { en: "Sales of local suppliers by customer", zh: "本地供应商按客户的销售额" },
  corner: { en: "Supplier \\ customer", zh: "供应商＼客户" },
  rows: ["1", "2", "3", "4", "5"].map((number) => ({ en: `Supplier ${number}`, zh: `供应商${number}` })),
  columns: [
    { en: "Maker A", zh: "企业甲" },
    { en: "Maker B", zh: "企业乙" },
    { en: "Maker C", zh: "企业丙" },
    { en: "Elsewhere", zh: "其他客户" },
  ],
  unit: units.mYuan,
  body: {
    given: [
      [820, 60, 0, 120],
      [450, 150, 100, 100],
      [90, 400, 60, 350],
      [300, 80, 40, 580],
      [0, 120, 500, 180],
    ].map((line) => line.map((value) => illustrative(value))),
  },
  allowed: { from: 0 },
};

const shocks: Across = {
  key: "shock",
  label: { en: "Shock", zh: "冲击情景" },
  heads: [
    { en: "Largest slumps as Hozon did", zh: "最大企业如合众般下滑" },
    { en: "Largest exits", zh: "最大企业退出" },
    { en: "Two largest exit", zh: "最大两家退出" },
  ],
};

const scenarios: InputsBlock = {
  kind: "inputs",
  title: { en: "Shocks to try", zh: "拟测试的冲击" },
  across: shocks,
  rows: [
    input("hit", { en: "Makers hit, from the largest down", zh: "受冲击企业数（从大到小）" },
      units.count, illustrative([1, 1, 2]), {
      allowed: { from: 1, whole: true },
    }),
    input("exits", { en: "Whether they exit; if not, they slump as Hozon did", zh: "是否退出；否则按合众的幅度下滑" },
      units.flag, illustrative([false, true, true])),
  ],
};

const losses: WorkedBlock = {
  kind: "workings",
  title: { en: "Losses by shock", zh: "各情景损失" },
  across: shocks,
  rows: [
    worked("loss_rate", { en: "Share of their activity lost", zh: "业务损失比重" }, units.share,
      "=IF({exits},1,{fall})"),
    worked("loss", { en: "Loss of the city's base", zh: "本市经济损失" }, units.share,
      "=POLICY.OEM_SHOCK_LOSS({makers.output},{hit},{loss_rate},{spillover},{dependence},{reabsorbed})"),
    worked("jobs_lost", { en: "Jobs lost at the makers", zh: "整车企业失去的岗位" }, units.persons,
      "=SUMPRODUCT(({makers.output}>=LARGE({makers.output},{hit}))*{makers.jobs})*{loss_rate}*(1-{reabsorbed})"),
    worked("tax_lost", { en: "Tax lost at the makers", zh: "整车企业税收损失" }, units.mYuan,
      "=SUMPRODUCT(({makers.output}>=LARGE({makers.output},{hit}))*{makers.tax})*{loss_rate}*(1-{reabsorbed})"),
    worked("tax_share", { en: "as a share of budget revenue", zh: "占一般公共预算收入" }, units.share,
      "={tax_lost}/{revenue}"),
  ],
};

const recoveryYears: Across = {
  key: "years_after",
  label: { en: "Years after the largest exits", zh: "最大企业退出后年数" },
  heads: [1, 2, 3, 4, 5, 6, 7, 8],
};

const path: WorkedBlock = {
  kind: "workings",
  title: { en: "Recovery", zh: "恢复过程" },
  across: recoveryYears,
  rows: [
    worked("loss_left", { en: "Loss that is left", zh: "剩余损失" }, units.share,
      "={loss_left.previous}*(1-{recovery})", { opening: "={loss_largest}" }),
  ],
};

const numbers: Across = {
  key: "equal_makers",
  label: { en: "Equal makers", zh: "等规模企业数" },
  heads: [1, 2, 3, 4, 5, 6, 8, 10],
  note: words.steps,
};

const spread: WorkedBlock = {
  kind: "workings",
  title: { en: "Risk by number of equal makers", zh: "不同等规模企业数下的风险" },
  across: numbers,
  rows: [
    worked("risk_equal", { en: "Risk of the city's base", zh: "本市经济风险" }, units.share,
      "={full_risk}*SQRT({correlation}+(1-{correlation})/{equal_makers})"),
  ],
};

const structure: WorkedBlock = {
  kind: "workings",
  title: { en: "Structure and risk", zh: "结构与风险" },
  rows: [
    worked("fall", { en: "Fall of Hozon's sales", zh: "合众销量降幅" }, units.share,
      "=1-{sales_after}/{sales_before}"),
    worked("hhi", { en: "HHI of the makers, 0 to 1", zh: "企业 HHI（0 至 1）" }, units.index,
      "=POLICY.HHI_INDEX({makers.output},1)"),
    worked("full_risk", { en: "Risk if there were one maker alone", zh: "仅有一家企业时的风险" }, units.share,
      "={dependence}*(1+{spillover})*{volatility}"),
    worked("risk_compared", { en: "Risk with the number of equal makers to compare with", zh: "比较情形（等规模企业）的风险" },
      units.share,
      "={full_risk}*SQRT({correlation}+(1-{correlation})/{compared})"),
    worked("exit_mean", { en: "Expected loss of makers' output from exits", zh: "退出造成的期望产值损失" },
      units.perYear,
      '=POLICY.OEM_EXIT_LOSS({makers.output},{makers.exit},"mean")'),
    worked("exit_tail", { en: "Mean loss of makers' output in the bad years", zh: "坏年份平均产值损失" },
      units.share,
      '=POLICY.OEM_EXIT_LOSS({makers.output},{makers.exit},"tail",{confidence})'),
    worked("largest", { en: "The largest maker", zh: "最大企业" }, units.text,
      "=INDEX({makers.maker},MATCH(MAX({makers.output}),{makers.output},0))"),
    worked("largest_at", { en: "Its place among the customers", zh: "其在客户中的位置" }, units.rank,
      "=MATCH({largest},{sales.columns},0)"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("loss_largest", { en: "Loss of the city's base when the largest exits", zh: "最大企业退出时本市经济损失" },
      units.share,
      "=POLICY.OEM_SHOCK_LOSS({makers.output},1,1,{spillover},{dependence},{reabsorbed})"),
    worked("risk", { en: "Risk: one standard deviation of the city's base in a year", zh: "风险：本市经济年变动的一个标准差" },
      units.share,
      "=POLICY.OEM_CONCENTRATION_RISK({makers.output},{correlation},{volatility},{dependence},{spillover})"),
    worked("relative_risk", { en: "Risk with equal makers, as a share of today's", zh: "等规模企业情形的风险占现状之比" },
      units.share,
      "={risk_compared}/{risk}"),
    worked("effective", { en: "Effective number of makers", zh: "有效企业数" }, units.makers,
      "=POLICY.EFFECTIVE_COUNT({makers.output})"),
    worked("expected_loss", { en: "Expected yearly loss of the base from exits", zh: "退出造成的年期望损失" },
      units.perYear,
      "={exit_mean}*{dependence}*(1+{spillover})"),
    worked("tail_loss", { en: "Loss of the base in the bad years", zh: "坏年份的经济损失" }, units.share,
      "={exit_tail}*{dependence}*(1+{spillover})"),
    worked("captive", { en: "Suppliers captive to the largest maker", zh: "被最大企业锁定的供应商" },
      units.share,
      "=POLICY.CAPTIVE_SUPPLIERS({sales},{largest_at},{captive_from})"),
    worked("tax_hit", { en: "Tax lost when the largest exits, share of revenue", zh: "最大企业退出的税收损失占预算收入" },
      units.share,
      "=INDEX({makers.tax},MATCH({largest},{makers.maker},0))*(1-{reabsorbed})/{revenue}"),
    worked("recovery_time", { en: "Years until that share of the loss is made good", zh: "弥补该比重所需年数" },
      units.years,
      "=LN(1-{regained})/LN(1-{recovery})"),
    worked("cash_cover", { en: "At Hozon, cash left for each yuan of claims", zh: "合众：每元债权对应的剩余资金" },
      { ...units.share, format: "0.00%" },
      "={cash}/{claims}"),
  ],
};

const summary: SheetPlan = {
  name: { en: "Stress test", zh: "压力测试" },
  blocks: [
    {
      kind: "answer",
      key: "answer",
      formula: {
        en: '="Losing "&{largest}&" costs "&TEXT({loss_largest},"0.0%")&" of the city\'s base. "&'
          + 'TEXT({compared},"0")&" equal makers would carry "&TEXT({relative_risk},"0%")&'
          + '" of today\'s risk. In the worst "&TEXT(1-{confidence},"0%")&" of years exits cost "&'
          + 'TEXT({tail_loss},"0.0%")&" of the base; "&TEXT({regained},"0%")&'
          + '" of a loss is made good after "&TEXT({recovery_time},"0.0")&" years."',
        zh: '="失去"&{largest}&"将使本市经济损失"&TEXT({loss_largest},"0.0%")&"。若为"&TEXT({compared},"0")&'
          + '"家等规模企业，风险为现状的"&TEXT({relative_risk},"0%")&"。最差的"&TEXT(1-{confidence},"0%")&"年份中，企业退出造成的损失为"&'
          + 'TEXT({tail_loss},"0.0%")&"；弥补"&TEXT({regained},"0%")&"的损失需"&TEXT({recovery_time},"0.0")&"年。"',
      },
    },
    {
      kind: "reading",
      lines: [
        {
          en: "Fill in the makers and the city on the sheet of inputs. Everything else follows.",
          zh: "请在输入表中填写企业与本市数据，其余自动计算。",
        },
        {
          en: "The loss is what one exit takes away. The risk is how far the base swings in an ordinary year: the expected loss does not depend on concentration, its spread does.",
          zh: "“损失”指一次退出带走多少；“风险”指平常年份经济的波动幅度。期望损失与集中度无关，离散程度才有关。",
        },
        {
          en: "If all makers share one price war (correlation near 1), more makers help little; a lower share of the base does.",
          zh: "若各企业同受价格战冲击（相关系数接近 1），增加企业数作用不大，降低整车占比才有用。",
        },
      ],
    },
    results,
    {
      kind: "chart",
      type: "column",
      title: { en: "Risk by number of equal makers", zh: "等规模企业数与风险" },
      categories: "{equal_makers}",
      series: [{ name: { en: "Risk", zh: "风险" }, values: "{risk_equal}" }],
      axes: { category: { en: "Equal makers", zh: "等规模企业数" }, value: { en: "Share of the city's base", zh: "占本市经济的比重" } },
    },
    {
      kind: "chart",
      type: "line",
      title: { en: "Loss that is left after an exit", zh: "退出后的剩余损失" },
      categories: "{years_after}",
      series: [{ name: { en: "Loss left", zh: "剩余损失" }, values: "{loss_left}" }],
      axes: { category: { en: "Years after", zh: "退出后年数" }, value: { en: "Share of the city's base", zh: "占本市经济的比重" } },
    },
    {
      kind: "notes",
      title: { en: "Sources and limits", zh: "来源与局限" },
      lines: [
        {
          en: "Risk: Gabaix (2011), Econometrica 79(3); Conroy (1975). Exits are independent of each other in the bad-year figure.",
          zh: "风险：Gabaix（2011），Econometrica 79(3)；Conroy（1975）。坏年份的损失假设各企业退出相互独立。",
        },
        {
          en: "Shares are of local activity by controlling group, never of the national market.",
          zh: "份额按控股集团的本地活动计算，而非全国市场份额。",
        },
        {
          en: "Jobs and tax at suppliers are not counted in the rows of jobs and tax; the loss of the base counts suppliers through the spillover.",
          zh: "岗位与税收两行未计供应商；经济损失已通过外溢系数计入供应商。",
        },
      ],
    },
  ],
};

export const singleOemStress: Template = {
  id: "single-oem-stress",
  prefix: "oem",
  title: { en: "Single-OEM stress test", zh: "单一整车企业压力测试" },
  question: { en: "What would the city lose if its largest vehicle maker failed?", zh: "若最大的整车企业倒下，本市会损失多少？" },
  needs: [
    { en: "Output, jobs and tax of each maker in the city, by controlling group", zh: "本市各整车企业（按控股集团）的产值、就业与税收" },
    { en: "The share of the city's economy that hangs on them", zh: "整车企业占本市经济的比重" },
    { en: "Sales of the main local suppliers by customer", zh: "主要本地供应商按客户的销售额" },
  ],
  sheets: [
    summary,
    { name: { en: "Stress inputs", zh: "压力测试输入" }, blocks: [makers, city, hozon, suppliers, scenarios] },
    {
      name: { en: "Stress workings", zh: "压力测试计算" },
      blocks: [structure, losses, path, spread],
      rules: [{ on: "{loss}", bars: true }],
    },
    {
      name: { en: "Stress checks", zh: "压力测试检查" },
      blocks: [
        {
          kind: "checks",
          rows: [
            check("check_shares", { en: "The makers' shares add up to 1", zh: "各企业份额合计为 1" },
              "=ROUND(SUM({makers.share})-1,6)=0"),
            check("check_filled", { en: "Every maker has output, jobs, tax and a probability", zh: "每家企业的产值、就业、税收与概率均已填写" },
              "=AND(COUNT({makers.output})=ROWS({makers.output}),COUNT({makers.jobs})=ROWS({makers.jobs}),"
                + "COUNT({makers.tax})=ROWS({makers.tax}),COUNT({makers.exit})=ROWS({makers.exit}))"),
            check("check_probabilities", { en: "Probabilities lie between 0 and 1", zh: "概率介于 0 与 1 之间" },
              "=AND(MIN({makers.exit})>=0,MAX({makers.exit})<=1)"),
            check("check_mean", { en: "The expected loss is the sum of share times probability", zh: "期望损失等于份额乘概率之和" },
              "=ROUND({exit_mean}-SUMPRODUCT({makers.share},{makers.exit}),6)=0"),
            check("check_risk", { en: "The risk agrees with the formula by hand", zh: "风险与手算公式一致" },
              "=ROUND({risk}-{full_risk}*SQRT({correlation}+(1-{correlation})*{hhi}),6)=0"),
            check("check_hit", { en: "No shock hits more makers than there are", zh: "受冲击企业数不超过企业总数" },
              "=MAX({hit})<=ROWS({makers.output})"),
            check("check_customer", { en: "The largest maker is among the suppliers' customers", zh: "最大企业在供应商的客户之中" },
              "=ISNUMBER({largest_at})"),
          ],
        },
      ],
    },
  ],
  stresses: [{ shock: "exit-probability", input: "makers.exit", largestBy: "makers.output" }],
  moves: [
    { input: "dependence", to: 0.2, output: "loss_largest", direction: "up" },
    { input: "reabsorbed", to: 0.5, output: "loss_largest", direction: "down" },
    { input: "correlation", to: 0.6, output: "risk", direction: "up" },
    { input: "correlation", to: 0.6, output: "loss_largest", direction: "same" },
    { input: "makers.output.1", to: 90, output: "risk", direction: "up" },
    { input: "makers.output.1", to: 90, output: "effective", direction: "down" },
    { input: "makers.exit.1", to: 0.2, output: "tail_loss", direction: "up" },
    { input: "captive_from", to: 0.9, output: "captive", direction: "down" },
    { input: "recovery", to: 0.4, output: "recovery_time", direction: "down" },
  ],
};
