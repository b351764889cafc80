import type { Texts } from "../refusal";
import { illustrative, label } from "./given";
import { check, column, input, worked } from "./rows";
import { hozonLeft } from "./shared-inputs";
import type {
  Across, ChartBlock, ChecksBlock, InputsBlock, NotesBlock, ReadingBlock, TableBlock, Template, TableRow, WorkedBlock,
} from "./template";
import { units } from "./units";

const makerA: Texts = { en: "Maker A", zh: "企业甲" };

type Money = readonly [equity: number, loans: number, guarantees: number, land: number];
type Risk = readonly [pd: number, lgd: number, years: number];

function commitment(name: Texts, group: Texts, money: Money, risk: Risk): TableRow {
  const [equity, loans, guarantees, land] = money;
  const [pd, lgd, years] = risk;
  const numbers = Object.entries({ equity, loans, guarantees, land, pd, lgd, years });
  return {
    project: label(name),
    group: label(group),
    ...Object.fromEntries(numbers.map(([key, value]) => [key, illustrative(value)])),
  };
}

const register: TableBlock = {
  kind: "table",
  key: "register",
  title: { en: "What the city has put in, lent or vouched for", zh: "本级财政的出资、借款与担保" },
  columns: [
    column("project", { en: "Project", zh: "项目" }, units.text),
    column("group", { en: "Controlling group", zh: "控股集团" }, units.text),
    column("equity", { en: "Equity", zh: "股权" }, units.bnYuan, { allowed: { from: 0 } }),
    column("loans", { en: "Loans", zh: "借款" }, units.bnYuan, { allowed: { from: 0 } }),
    column("guarantees", { en: "Guarantees at face value", zh: "担保（面值）" }, units.bnYuan, { allowed: { from: 0 } }),
    column("land", { en: "Land and plant provided", zh: "土地与厂房" }, units.bnYuan, { allowed: { from: 0 } }),
    column("pd", { en: "Default in a year", zh: "年违约概率" }, units.probability, { allowed: { from: 0, to: 1 } }),
    column("lgd", { en: "Share lost on default", zh: "违约损失率" }, units.share, { allowed: { from: 0, to: 1 } }),
    column("years", { en: "Years that the guarantee runs", zh: "担保年数" }, units.years, { allowed: { from: 0 } }),
    column("exposure", { en: "Exposure at face value", zh: "敞口（面值）" }, units.bnYuan, {
      formula: "={register.equity}+{register.loans}+{register.guarantees}+{register.land}",
    }),
    column("loss", { en: "Expected loss of the guarantee", zh: "担保预期损失" }, units.bnYuan, {
      formula: "=POLICY.GUARANTEE_LOSS({register.guarantees},{register.pd},{register.lgd},{register.years})",
    }),
  ],
  rows: [
    commitment({ en: "Vehicle plant, phase 1", zh: "整车一期" }, makerA, [3, 1.2, 2.4, 0.8], [0.08, 0.7, 3]),
    commitment({ en: "Vehicle plant, phase 2", zh: "整车二期" }, makerA, [0.5, 0, 1.6, 0.4], [0.08, 0.7, 5]),
    commitment({ en: "Battery plant", zh: "电池工厂" }, { en: "Group B", zh: "集团乙" }, [1.5, 0.5, 1, 0.3], [0.03, 0.5, 4]),
    commitment({ en: "Parts park", zh: "零部件产业园" }, { en: "City company", zh: "城投公司" }, [0.4, 0.9, 0.6, 0.5], [0.04, 0.4, 5]),
    commitment({ en: "Driving test field", zh: "智能网联测试场" }, { en: "City company", zh: "城投公司" }, [0.3, 0.1, 0, 0.2], [0.02, 0.4, 1]),
  ],
};

const bearer: InputsBlock = {
  kind: "inputs",
  title: { en: "Who bears it", zh: "承担主体" },
  rows: [
    input("revenue", { en: "General public budget revenue of the level that bears it", zh: "承担责任的本级一般公共预算收入" },
      units.bnYuan, illustrative(42), {
      allowed: { from: 0.001 },
      note: { en: "Of this level of government only: transfers and land sales are not counted.", zh: "仅本级：不含转移支付与土地出让收入。" },
    }),
    input("weight", { en: "Share of the guarantees to count", zh: "担保计入比例" }, units.share, illustrative(0.5), {
      allowed: { from: 0, to: 1 },
      note: { en: "1 is face value; less only where a call is unlikely and priced.", zh: "1 为面值；仅在代偿可能性小且已计价时取较低值。" },
    }),
    input("limit", { en: "Exposure that the city has set itself as a limit", zh: "本级设定的敞口上限" }, units.share, illustrative(0.35), {
      allowed: { from: 0 },
    }),
    input("single_limit", { en: "Largest share of one group that the city accepts", zh: "单一集团占比上限" }, units.share,
      illustrative(0.5), { allowed: { from: 0, to: 1 } }),
  ],
};

const stress: InputsBlock = {
  kind: "inputs",
  title: { en: "Stress: one group fails", zh: "压力情景：某集团违约" },
  rows: [
    input("failing", { en: "Group that fails", zh: "违约集团" }, units.text, illustrative(makerA), {
      note: { en: "As written in the register.", zh: "与台账写法一致。" },
    }),
    input("recovered", { en: "Share of equity, loans and land that comes back", zh: "股权、借款与土地可收回比重" }, units.share,
      illustrative(0.2), { allowed: { from: 0, to: 1 } }),
    input("called", { en: "Share of its guarantees that is called", zh: "担保代偿比例" }, units.share, illustrative(1), {
      allowed: { from: 0, to: 1 },
    }),
  ],
};

const hozon: InputsBlock = {
  kind: "inputs",
  title: { en: "What was left at Hozon (Neta)", zh: "合众新能源（哪吒）的剩余资产" },
  rows: hozonLeft,
};

const proposal: InputsBlock = {
  kind: "inputs",
  title: { en: "A further project that asks for support", zh: "拟支持的新项目" },
  rows: [
    input("support", { en: "Support, present value", zh: "支持额现值" }, units.bnYuan, illustrative(1.5), { allowed: { from: 0 } }),
    input("tax", { en: "Net local tax in its first year", zh: "首年净地方税收" }, units.bnYuan, illustrative(0.16), {
      allowed: { from: 0.0001 },
      note: { en: "Less what other projects lose to it.", zh: "已扣除对其他项目的挤出。" },
    }),
    input("growth", { en: "Growth of that tax", zh: "税收增速" }, units.perYear, illustrative(0.03), { allowed: { from: -0.5, to: 0.5 } }),
    input("rate", { en: "Discount rate of the city", zh: "本级折现率" }, units.perYear, illustrative(0.05), {
      allowed: { from: 0, to: 0.3 },
    }),
    input("patience", { en: "Years in which support should come back", zh: "要求的回本年限" }, units.years, illustrative(12), {
      allowed: { from: 0 },
    }),
  ],
};

const weights: Across = {
  key: "counted",
  label: { en: "Share of the guarantees that is counted", zh: "担保计入比例" },
  heads: [
    { en: "None", zh: "不计" }, { en: "A quarter", zh: "四分之一" }, { en: "Half", zh: "一半" },
    { en: "Three quarters", zh: "四分之三" }, { en: "All", zh: "全部" },
  ],
};

const countedShares: InputsBlock = {
  kind: "inputs",
  title: { en: "Shares to try", zh: "测试比例" },
  across: weights,
  rows: [
    input("tried", { en: "Share of the guarantees", zh: "担保比例" }, units.share, illustrative([0, 0.25, 0.5, 0.75, 1]), {
      allowed: { from: 0, to: 1 },
    }),
  ],
};

const sums: WorkedBlock = {
  kind: "workings",
  title: { en: "Sums of the register", zh: "台账合计" },
  rows: [
    worked("equity", { en: "Equity", zh: "股权" }, units.bnYuan, "=SUM({register.equity})"),
    worked("loans", { en: "Loans", zh: "借款" }, units.bnYuan, "=SUM({register.loans})"),
    worked("guarantees", { en: "Guarantees", zh: "担保" }, units.bnYuan, "=SUM({register.guarantees})"),
    worked("land", { en: "Land and plant", zh: "土地与厂房" }, units.bnYuan, "=SUM({register.land})"),
    worked("failing_all", { en: "Exposure to the group that fails", zh: "对违约集团的敞口" }, units.bnYuan,
      "=SUMIF({register.group},{failing},{register.exposure})"),
    worked("failing_vouched", { en: "of which guarantees", zh: "其中担保" }, units.bnYuan,
      "=SUMIF({register.group},{failing},{register.guarantees})"),
    worked("face_value", { en: "Exposure at face value", zh: "敞口（面值）" }, units.bnYuan, "=SUM({register.exposure})"),
    worked("largest_group", { en: "Largest exposure to one group", zh: "对单一集团的最大敞口" }, units.bnYuan,
      "=SUMPRODUCT(MAX(SUMIF({register.group},{register.group},{register.exposure})))"),
  ],
};

const byWeight: WorkedBlock = {
  kind: "workings",
  title: { en: "Exposure by what is counted of the guarantees", zh: "不同担保计入比例下的敞口" },
  across: weights,
  rows: [
    worked("tried_exposure", { en: "Exposure, share of revenue", zh: "敞口占收入" }, units.share,
      "=POLICY.FISCAL_EXPOSURE({equity},{loans},{guarantees},{revenue},{tried},{land})"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("exposure", { en: "Exposure, share of revenue", zh: "敞口占收入" }, units.share,
      "=POLICY.FISCAL_EXPOSURE({equity},{loans},{guarantees},{revenue},{weight},{land})"),
    worked("room", { en: "Room below the limit", zh: "距上限的余地" }, units.points, "={limit}-{exposure}"),
    worked("single", { en: "Share of the largest group, at face value", zh: "最大集团占比（面值）" }, units.share,
      "={largest_group}/{face_value}"),
    worked("expected", { en: "Expected loss of all guarantees over their years", zh: "全部担保的预期损失" }, units.bnYuan,
      "=SUM({register.loss})"),
    worked("call_loss", { en: "Loss if the group fails", zh: "该集团违约时的损失" }, units.bnYuan,
      "=({failing_all}-{failing_vouched})*(1-{recovered})+{failing_vouched}*{called}"),
    worked("call_share", { en: "as a share of revenue", zh: "占收入" }, units.share, "={call_loss}/{revenue}"),
    worked("breakeven", { en: "Years until the further project pays its support back", zh: "新项目回本年限" }, units.years,
      "=POLICY.FISCAL_BREAKEVEN({support},{tax},{growth},{rate})"),
    worked("after", { en: "Exposure with the further project", zh: "含新项目的敞口" }, units.share,
      "=({exposure}*{revenue}+{support})/{revenue}"),
    worked("cash_cover", { en: "At Hozon, cash left for each yuan of claims", zh: "合众：每元债权对应的剩余资金" },
      { ...units.share, format: "0.00%" }, "={cash}/{claims}"),
  ],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "The register counts what the city may lose, not what it has spent: a guarantee costs nothing until it is called, and then all at once.",
      zh: "台账统计的是可能损失，而非已支出：担保在代偿之前不花钱，一旦代偿便一次付清。",
    },
    {
      en: "Enter projects one by one and the group that controls them: two plants of one group fail together.",
      zh: "逐项填写项目及其控股集团：同一集团的两个工厂会一起出事。",
    },
    {
      en: "The expected loss is a mean over many guarantees. With few of them, look at the stress instead.",
      zh: "预期损失是大量担保的平均；担保笔数少时，请看压力情景。",
    },
  ],
};

const chartByWeight: ChartBlock = {
  kind: "chart",
  type: "line",
  title: { en: "Exposure by what is counted of the guarantees", zh: "担保计入比例与敞口" },
  categories: "{tried}",
  series: [{ name: { en: "Exposure", zh: "敞口" }, values: "{tried_exposure}" }],
  axes: { category: { en: "Share of the guarantees", zh: "担保计入比例" }, value: { en: "Share of revenue", zh: "占收入" } },
};

const chartByProject: ChartBlock = {
  kind: "chart",
  type: "stacked",
  title: { en: "Exposure by project, bn yuan", zh: "各项目敞口（十亿元）" },
  categories: "{register.project}",
  series: [
    { name: { en: "Equity", zh: "股权" }, values: "{register.equity}" },
    { name: { en: "Loans", zh: "借款" }, values: "{register.loans}" },
    { name: { en: "Guarantees", zh: "担保" }, values: "{register.guarantees}" },
    { name: { en: "Land and plant", zh: "土地与厂房" }, values: "{register.land}" },
  ],
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Direct and contingent exposure: Polackova (1998), World Bank. Expected loss = probability of default × loss given default × exposure.",
      zh: "直接与或有敞口：Polackova（1998），世界银行。预期损失 = 违约概率 × 违约损失率 × 敞口。",
    },
    {
      en: "Defaults of one group's projects come together; the sum of expected losses does not say so. Losses are not discounted.",
      zh: "同一集团项目的违约会同时发生，预期损失之和并未反映这一点。损失未折现。",
    },
    {
      en: "Whether the city may give equity, loans or guarantees at all is for its lawyers: see the Fair Competition Review Regulations and the rules on government investment funds.",
      zh: "能否出资、借款或担保须由法务判断：参见《公平竞争审查条例》及政府投资基金有关规定。",
    },
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_sum", { en: "The four kinds add up to the exposure at face value", zh: "四类之和等于面值敞口" },
      "=ROUND({equity}+{loans}+{guarantees}+{land}-{face_value},9)=0"),
    check("check_face", { en: "With all guarantees counted, exposure is face value over revenue", zh: "担保全部计入时，敞口等于面值除以收入" },
      "=ROUND(INDEX({tried_exposure},COLUMNS({tried_exposure}))-{face_value}/{revenue},9)=0"),
    check("check_failing", { en: "The group that fails is in the register", zh: "违约集团在台账之中" }, "=COUNTIF({register.group},{failing})>0"),
    check("check_filled", { en: "Every project has all its numbers", zh: "各项目数字均已填写" },
      "=AND(COUNT({register.equity})=ROWS({register.project}),COUNT({register.loans})=ROWS({register.project}),"
        + "COUNT({register.guarantees})=ROWS({register.project}),COUNT({register.land})=ROWS({register.project}))"),
    check("check_expected", { en: "No guarantee is expected to lose more than its face value", zh: "担保预期损失不超过面值" },
      "=SUMPRODUCT(--({register.loss}>{register.guarantees}))=0"),
    check("check_largest", { en: "The largest group holds no more than all, and no less than its largest project", zh: "最大集团介于最大项目与合计之间" },
      "=AND({largest_group}<={face_value},{largest_group}>=MAX({register.exposure}))"),
  ],
};

export const fiscalExposure: Template = {
  id: "fiscal-exposure",
  prefix: "fis",
  title: { en: "Fiscal exposure register", zh: "财政敞口台账" },
  question: { en: "How much public money is at stake, with whom, and what if a guarantee is called?", zh: "多少公共资金承担风险，对象是谁，担保代偿会怎样？" },
  needs: [
    { en: "Equity, loans, guarantees and land for each project, with the group that controls it", zh: "各项目的股权、借款、担保与土地，以及控股集团" },
    { en: "Budget revenue of the level of government that bears them", zh: "承担责任的本级一般公共预算收入" },
  ],
  sheets: [
    {
      name: { en: "Fiscal exposure", zh: "财政敞口" },
      blocks: [
        {
          kind: "answer",
          key: "answer",
          formula: {
            en: '="The city has "&TEXT({face_value},"0.0")&" bn yuan at stake, "&TEXT({exposure},"0%")&" of its revenue with "'
              + '&TEXT({weight},"0%")&" of the guarantees counted; the limit is "&TEXT({limit},"0%")&". One group holds "'
              + '&TEXT({single},"0%")&IF({single}>{single_limit}," of it, more than the city accepts. "," of it. ")'
              + '&"If "&{failing}&" fails, the loss is "&TEXT({call_loss},"0.0")&" bn yuan, "&TEXT({call_share},"0%")'
              + '&" of a year\'s revenue. The further project pays its support back in "&TEXT({breakeven},"0.0")&" years"'
              + '&IF({breakeven}>{patience},", later than asked.",".")',
            zh: '="本级有"&TEXT({face_value},"0.0")&"十亿元承担风险；担保计入"&TEXT({weight},"0%")&"时占收入"&TEXT({exposure},"0%")'
              + '&"，上限为"&TEXT({limit},"0%")&"。最大集团占"&TEXT({single},"0%")&IF({single}>{single_limit},"，超过可接受水平。","。")'
              + '&"若"&{failing}&"违约，损失"&TEXT({call_loss},"0.0")&"十亿元，占全年收入"&TEXT({call_share},"0%")'
              + '&"。新项目回本需"&TEXT({breakeven},"0.0")&"年"&IF({breakeven}>{patience},"，长于要求。","。")',
          },
        },
        reading, results, chartByProject, chartByWeight, notes,
      ],
    },
    {
      name: { en: "Exposure register", zh: "敞口台账" },
      blocks: [register, bearer, stress, hozon, proposal, countedShares],
      rules: [{ on: "{register.exposure}", bars: true }],
    },
    { name: { en: "Exposure workings", zh: "敞口计算" }, blocks: [sums, byWeight] },
    { name: { en: "Exposure checks", zh: "敞口检查" }, blocks: [checks] },
  ],
  stresses: [
    { shock: "subsidy", input: "support" },
    { shock: "guarantee", input: "register.pd" },
    { shock: "guarantee", input: "weight" },
    { shock: "guarantee", input: "called" },
  ],
  moves: [
    { input: "register.guarantees.1", to: 5, output: "exposure", direction: "up" },
    { input: "revenue", to: 60, output: "exposure", direction: "down" },
    { input: "weight", to: 1, output: "exposure", direction: "up" },
    { input: "weight", to: 1, output: "call_loss", direction: "same" },
    { input: "recovered", to: 0.5, output: "call_loss", direction: "down" },
    { input: "register.pd.1", to: 0.2, output: "expected", direction: "up" },
    { input: "growth", to: 0.04, output: "breakeven", direction: "down" },
    { input: "register.equity.3", to: 9, output: "single", direction: "down" },
  ],
};
