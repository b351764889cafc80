import type { Texts } from "../refusal";
import { figure, illustrative, label, real } from "./given";
import { check, column, input, worked } from "./rows";
import type {
  Across, ChartBlock, ChecksBlock, InputsBlock, MatrixBlock, NotesBlock, ReadingBlock, TableBlock, Template, TableRow,
  WorkedBlock,
} from "./template";
import { units } from "./units";

const indicators = {
  deliveries: { en: "Deliveries (vehicles a year)", zh: "交付量（辆每年）" },
  orders: { en: "New orders (vehicles a year)", zh: "新增订单（辆每年）" },
  cash: { en: "Cash (months of cost)", zh: "资金可支撑月数" },
  payables: { en: "Days until suppliers are paid", zh: "供应商账期（天）" },
  jobs: { en: "Local jobs (persons)", zh: "本地就业（人）" },
  local: { en: "Share bought locally", zh: "本地采购占比" },
} satisfies Record<string, Texts>;

const names = Object.values(indicators);

const years: Across = { key: "period", label: { en: "Year since the deal", zh: "签约后年份" }, heads: [1, 2, 3, 4, 5] };

const series: MatrixBlock = {
  kind: "matrix",
  key: "series",
  title: { en: "What was reported, year by year", zh: "逐年报告数据" },
  corner: { en: "Indicator \\ year since the deal", zh: "指标＼签约后年份" },
  rows: names,
  columns: ["1", "2", "3", "4", "5"].map((year) => ({ en: `Year ${year}`, zh: `第${year}年` })),
  unit: units.mixed,
  body: {
    given: [
      [12_000, 34_000, 52_000, 31_000, 18_500],
      [15_000, 41_000, 47_000, 22_000, 12_000],
      [14, 11, 8, 5, 2.5],
      [60, 65, 90, 135, 190],
      [1_800, 3_900, 4_600, 4_100, 2_900],
      [0.18, 0.27, 0.34, 0.36, 0.35],
    ].map((line) => line.map((value) => illustrative(value))),
  },
};

const trigger = (indicator: Texts, threshold: number, direction: "below" | "above", runs: number): TableRow => ({
  indicator: label(indicator),
  threshold: illustrative(threshold),
  direction: illustrative(direction),
  runs: illustrative(runs),
});

const triggers: TableBlock = {
  kind: "table",
  key: "triggers",
  title: { en: "Triggers agreed in the contract", zh: "合同约定的触发条件" },
  columns: [
    column("indicator", { en: "Indicator", zh: "指标" }, units.text, { allowed: { oneOf: names } }),
    column("threshold", { en: "Threshold", zh: "门槛" }, units.mixed),
    column("direction", { en: "Side that counts", zh: "触发方向" }, units.text, { allowed: { oneOf: ["below", "above"] } }),
    column("runs", { en: "Years in a row", zh: "连续年数" }, units.count, { allowed: { from: 1, whole: true } }),
    column("latest", { en: "Latest value", zh: "最新值" }, units.mixed, {
      formula: "=INDEX({series},MATCH({triggers.indicator},{series.rows},0),COLUMNS({series}))",
    }),
    column("beyond", { en: "Latest beyond the threshold", zh: "最新值越过门槛" }, units.flag, {
      formula: '=IF({triggers.direction}="below",{triggers.latest}<{triggers.threshold},{triggers.latest}>{triggers.threshold})',
    }),
    column("pulled", { en: "Trigger pulled", zh: "已触发" }, units.flag, {
      formula: "=POLICY.EXIT_TRIGGER(INDEX({series},MATCH({triggers.indicator},{series.rows},0),0),{triggers.threshold},"
        + "{triggers.direction},{triggers.runs})",
    }),
  ],
  rows: [
    {
      ...trigger(indicators.deliveries, 20_000, "below", 2),
      threshold: figure("CASE_NIO_HEFEI", "redemption trigger: deliveries below"),
    },
    trigger(indicators.orders, 20_000, "below", 2),
    trigger(indicators.cash, 6, "below", 1),
    trigger(indicators.payables, 120, "above", 2),
    trigger(indicators.jobs, 3_000, "below", 1),
    trigger(indicators.local, 0.25, "below", 2),
  ],
};

const ladder: TableBlock = {
  kind: "table",
  key: "ladder",
  title: { en: "What follows", zh: "应对阶梯" },
  columns: [
    column("from", { en: "From so many triggers pulled", zh: "触发数达到" }, units.count, { allowed: { from: 0, whole: true } }),
    column("action", { en: "Action", zh: "措施" }, units.text),
  ],
  rows: ([
    [0, { en: "go on, report each quarter", zh: "继续执行，按季报告" }],
    [1, { en: "ask for a recovery plan and monthly reports", zh: "要求提交整改方案并按月报告" }],
    [2, { en: "hold the next tranche, ask for security", zh: "暂停下一期拨付并要求增信" }],
    [3, { en: "call in the review board, prepare the claw-back", zh: "提请评审委员会，准备追回" }],
    [5, { en: "use the right to redeem, protect suppliers and staff", zh: "行使赎回权，安置供应商与职工" }],
  ] as const).map(([from, action]) => ({ from: illustrative(from), action: illustrative(action) })),
};

const grant: InputsBlock = {
  kind: "inputs",
  title: { en: "What was granted and promised", zh: "补助与承诺" },
  rows: [
    input("granted", { en: "Grant paid", zh: "已拨补助" }, units.mYuan, illustrative(800), { allowed: { from: 0 } }),
    input("promised", { en: "Jobs promised", zh: "承诺就业" }, units.persons, illustrative(6_000), { allowed: { from: 1, whole: true } }),
    input("tolerance", { en: "Shortfall that is forgiven", zh: "可容忍的差额" }, units.share, illustrative(0.1), {
      allowed: { from: 0, to: 1 },
    }),
    input("interest", { en: "Yearly interest on what is due back", zh: "追回部分年利率" }, units.perYear, illustrative(0.035), {
      allowed: { from: 0, to: 0.3 },
    }),
    input("since", { en: "Years since the grant", zh: "拨付后年数" }, units.years, illustrative(4), { allowed: { from: 0 } }),
    input("watched", { en: "Indicator to draw", zh: "图示指标" }, units.text, illustrative(indicators.deliveries), {
      allowed: { oneOf: names },
    }),
  ],
};

const contract: InputsBlock = {
  kind: "inputs",
  title: { en: "Terms that others have used", zh: "可借鉴的条款" },
  rows: [
    input("file_by", { en: "NIO China: months to file for a listing", zh: "蔚来中国：提交上市申请期限" }, units.months,
      figure("CASE_NIO_HEFEI", "redemption trigger: months to file for a listing")),
    input("list_by", { en: "NIO China: months to be listed", zh: "蔚来中国：完成上市期限" }, units.months,
      figure("CASE_NIO_HEFEI", "redemption trigger: months to be listed")),
    input("hozon_fall", { en: "Hozon: change of sales, 2022 to 2024", zh: "合众：2022至2024年销量变动" }, units.share,
      figure("CASE_HOZON", "change of sales")),
    input("runs_like", { en: "NIO China: years in a row below the deliveries", zh: "蔚来中国：连续低于交付量的年数" }, units.count,
      real(2, { en: "NIO Inc., Form 20-F for 2019, exhibit 4.35; cnevpost, 18 September 2020.", zh: "蔚来 2019 年 20-F 附件 4.35；cnevpost，2020年9月18日。" })),
  ],
};

const workings: WorkedBlock = {
  kind: "workings",
  title: { en: "Delivered", zh: "实际完成" },
  rows: [
    worked("jobs_place", { en: "Row of the jobs", zh: "就业所在行" }, units.rank, "=ROWS({series})-1"),
    worked("delivered", { en: "Jobs in the last year", zh: "最近一年就业" }, units.persons,
      "=INDEX({series},{jobs_place},COLUMNS({series}))"),
    worked("first_value", { en: "Drawn indicator, first year", zh: "图示指标首年值" }, units.mixed,
      "=INDEX({series},MATCH({watched},{series.rows},0),1)"),
    worked("peak", { en: "Drawn indicator, highest", zh: "图示指标峰值" }, units.mixed,
      "=MAX(INDEX({series},MATCH({watched},{series.rows},0),0))"),
    worked("last_value", { en: "Drawn indicator, last year", zh: "图示指标末年值" }, units.mixed,
      "=INDEX({series},MATCH({watched},{series.rows},0),COLUMNS({series}))"),
  ],
};

const drawn: WorkedBlock = {
  kind: "workings",
  title: { en: "Drawn indicator and its threshold", zh: "图示指标与门槛" },
  across: years,
  rows: [
    worked("drawn_value", { en: "Value", zh: "数值" }, units.mixed,
      "=INDEX({series},MATCH({watched},{series.rows},0),{period})"),
    worked("drawn_threshold", { en: "Threshold", zh: "门槛" }, units.mixed,
      "=INDEX({triggers.threshold},MATCH({watched},{triggers.indicator},0))"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("beyond_now", { en: "Indicators beyond their threshold now", zh: "当前越过门槛的指标" }, units.count,
      "=POLICY.TRIGGER_COUNT({triggers.latest},{triggers.threshold},{triggers.direction})"),
    worked("pulled_count", { en: "Triggers pulled", zh: "已触发条件" }, units.count, "=SUMPRODUCT(--{triggers.pulled})"),
    worked("action", { en: "What follows", zh: "应采取的措施" }, units.text, "=LOOKUP({pulled_count},{ladder.from},{ladder.action})"),
    worked("due", { en: "Claw-back due", zh: "应追回金额" }, units.mYuan,
      "=POLICY.CLAWBACK_DUE({granted},{promised},{delivered},{tolerance},{interest},{since})"),
    worked("shortfall", { en: "Jobs short of the promise", zh: "就业差额" }, units.share, "=MAX(0,1-{delivered}/{promised})"),
    worked("fall", { en: "Fall of the drawn indicator from its peak", zh: "图示指标较峰值降幅" }, units.share, "=1-{last_value}/{peak}"),
  ],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "A trigger is pulled when its indicator stays beyond the threshold for so many years in a row. One bad year is no trigger unless the contract says so.",
      zh: "指标连续若干年越过门槛才算触发；除非合同约定，一年不佳不构成触发。",
    },
    {
      en: "The thresholds must stand in the contract before the money is paid. This workbook watches them; it gives no right by itself.",
      zh: "门槛须在拨款前写入合同。本工作簿只作监测，本身不产生任何权利。",
    },
    {
      en: "Write n/a where a year was not reported: it breaks a run and is never read as 0.",
      zh: "未报告的年份填 n/a：会中断连续计数，且绝不当作 0。",
    },
  ],
};

const chart: ChartBlock = {
  kind: "chart",
  type: "line",
  title: { en: "Drawn indicator and its threshold", zh: "图示指标与门槛" },
  categories: "{period}",
  series: [
    { name: { en: "Value", zh: "数值" }, values: "{drawn_value}" },
    { name: { en: "Threshold", zh: "门槛" }, values: "{drawn_threshold}" },
  ],
  axes: { category: { en: "Year since the deal", zh: "签约后年份" } },
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Model of the first trigger: the investors of NIO China could ask for redemption after fewer than 20,000 vehicles in two consecutive years.",
      zh: "首个触发条件的范例：连续两年低于2万辆时，蔚来中国投资者可要求赎回。",
    },
    {
      en: "The claw-back is in proportion to the whole shortfall once it is above what is forgiven, with interest; the contract decides.",
      zh: "差额超过容忍度后，按全部差额比例计算追回额并计息；以合同为准。",
    },
    {
      en: "The indicators follow the loop of decline: sales, then money, then suppliers. They warn late where reports come late.",
      zh: "指标按衰退链条排列：销量、资金、供应商。报告滞后，预警也会滞后。",
    },
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_names", { en: "Every trigger watches an indicator that is reported", zh: "每个触发条件都有对应的报告指标" },
      "=SUMPRODUCT(COUNTIF({series.rows},{triggers.indicator}))=ROWS({triggers.indicator})"),
    check("check_sides", { en: "Every trigger has a side", zh: "每个触发条件都有方向" },
      '=COUNTIF({triggers.direction},"below")+COUNTIF({triggers.direction},"above")=ROWS({triggers.direction})'),
    check("check_beyond", { en: "The count of what is beyond agrees with the table", zh: "越过门槛的计数与表一致" },
      "={beyond_now}=SUMPRODUCT(--{triggers.beyond})"),
    check("check_ladder", { en: "The ladder starts at 0 and rises", zh: "阶梯从 0 开始并递增" },
      "=AND(MIN({ladder.from})=0,INDEX({ladder.from},1)=0,SUMPRODUCT(--(COUNTIF({ladder.from},{ladder.from})>1))=0)"),
    check("check_due", { en: "No more is due back than the grant with its interest", zh: "追回额不超过补助及利息" },
      "={due}<={granted}*(1+{interest})^{since}"),
    check("check_jobs", { en: "The jobs are those of the row of jobs", zh: "就业取自就业行" },
      "=INDEX({series.rows},{jobs_place})=INDEX({triggers.indicator},{jobs_place})"),
  ],
};

export const exitDashboard: Template = {
  id: "exit-dashboard",
  prefix: "exd",
  title: { en: "Exit dashboard", zh: "退出监测" },
  question: { en: "Has a supported project crossed the line at which the city must act?", zh: "受支持项目是否已触及本级必须行动的界线？" },
  needs: [
    { en: "Yearly reports of the project: deliveries, orders, cash, payment days, jobs, local purchases", zh: "项目年度报告：交付、订单、资金、账期、就业、本地采购" },
    { en: "The thresholds in the contract, and the grant", zh: "合同约定的门槛与补助金额" },
  ],
  sheets: [
    {
      name: { en: "Exit dashboard", zh: "退出监测" },
      blocks: [
        {
          kind: "answer",
          key: "answer",
          formula: {
            en: '=TEXT({pulled_count},"0")&" of "&TEXT(ROWS({triggers.indicator}),"0")&" triggers are pulled, and "'
              + '&TEXT({beyond_now},"0")&" indicators are beyond their threshold now. What follows: "&{action}&". Jobs are "'
              + '&TEXT({shortfall},"0%")&" short of the promise; "&TEXT({due},"#,##0.0")&" m yuan of the grant are due back."',
            zh: '="共"&TEXT(ROWS({triggers.indicator}),"0")&"项触发条件，已触发"&TEXT({pulled_count},"0")&"项；当前"'
              + '&TEXT({beyond_now},"0")&"项指标越过门槛。应采取："&{action}&"。就业较承诺少"&TEXT({shortfall},"0%")'
              + '&"，应追回补助"&TEXT({due},"#,##0.0")&"百万元。"',
          },
        },
        reading, results, chart, notes,
      ],
    },
    {
      name: { en: "Exit inputs", zh: "退出监测输入" },
      blocks: [series, triggers, ladder, grant, contract],
      rules: [
        { on: "{triggers.pulled}", when: "={triggers.pulled}", look: "bad" },
        { on: "{triggers.beyond}", when: "={triggers.beyond}", look: "warning" },
      ],
    },
    { name: { en: "Exit workings", zh: "退出监测计算" }, blocks: [workings, drawn] },
    { name: { en: "Exit checks", zh: "退出监测检查" }, blocks: [checks] },
  ],
  stresses: [],
  moves: [
    { input: "series.1.4", to: 19_000, output: "pulled_count", direction: "up" },
    { input: "series.1.5", to: 40_000, output: "beyond_now", direction: "down" },
    { input: "triggers.threshold.3", to: 1, output: "pulled_count", direction: "down" },
    { input: "triggers.runs.4", to: 3, output: "pulled_count", direction: "down" },
    { input: "tolerance", to: 0.6, output: "due", direction: "down" },
    { input: "series.5.5", to: 6_000, output: "due", direction: "down" },
    { input: "granted", to: 900, output: "due", direction: "up" },
    { input: "granted", to: 900, output: "pulled_count", direction: "same" },
  ],
};
