import type { Texts } from "../refusal";
import { figure, illustrative, label, real, type Given } from "./given";
import { check, column, input, worked } from "./rows";
import type {
  Across, ChartBlock, ChecksBlock, InputsBlock, NotesBlock, ReadingBlock, TableBlock, Template, TableRow, WorkedBlock,
} from "./template";
import { units } from "./units";

const lens = (name: Texts, weight: number, score: number): TableRow => ({
  lens: label(name),
  weight: illustrative(weight),
  score: illustrative(score),
});

const lenses: TableBlock = {
  kind: "table",
  key: "lenses",
  title: { en: "Due diligence of the joint team", zh: "联合尽调" },
  columns: [
    column("lens", { en: "Lens", zh: "维度" }, units.text),
    column("weight", { en: "Weight", zh: "权重" }, units.share, { allowed: { from: 0, to: 1 } }),
    column("score", { en: "Score", zh: "得分" }, units.score, { allowed: { from: 0, to: 1 } }),
  ],
  rows: [
    lens({ en: "Finances", zh: "财务" }, 0.2, 0.35),
    lens({ en: "Patents and technology", zh: "专利与技术" }, 0.15, 0.7),
    lens({ en: "Supply chain", zh: "供应链" }, 0.15, 0.6),
    lens({ en: "Users and what it costs to win them", zh: "用户与获客效率" }, 0.1, 0.75),
    lens({ en: "Cost over the product's life", zh: "产品全生命周期成本" }, 0.15, 0.45),
    lens({ en: "Founders' record", zh: "创始团队履历" }, 0.1, 0.6),
    lens({ en: "Management's competence", zh: "管理团队能力" }, 0.15, 0.55),
  ],
};

const flag = (name: Texts, up: boolean): TableRow => ({ flag: label(name), up: illustrative(up) });

const flags: TableBlock = {
  kind: "table",
  key: "flags",
  title: { en: "Red flags", zh: "警示信号" },
  columns: [
    column("flag", { en: "Flag", zh: "信号" }, units.text),
    column("up", { en: "Is up", zh: "是否出现" }, units.flag),
  ],
  rows: [
    flag({ en: "Losses are growing", zh: "亏损扩大" }, true),
    flag({ en: "Competition is getting harder", zh: "竞争加剧" }, true),
    flag({ en: "The business model is not proven", zh: "商业模式未经验证" }, false),
  ],
};

const condition = (name: Texts, threshold: Given, agreed: boolean): TableRow => ({
  condition: label(name),
  threshold,
  agreed: illustrative(agreed),
});

const inTime: Given = label({ en: "as agreed", zh: "按约定" });

const redemption: TableBlock = {
  kind: "table",
  key: "redemption",
  title: { en: "Redemption terms that NIO China's investors had", zh: "蔚来中国投资者的赎回条款" },
  columns: [
    column("condition", { en: "The investor may ask for redemption if", zh: "投资者可要求赎回的情形" }, units.text),
    column("threshold", { en: "Threshold", zh: "门槛" }, units.mixed),
    column("agreed", { en: "Stands in this contract", zh: "本合同是否约定" }, units.flag),
  ],
  rows: [
    condition({ en: "no listing is filed for within (months)", zh: "未在期限内提交上市申请（月）" },
      figure("CASE_NIO_HEFEI", "redemption trigger: months to file for a listing"), true),
    condition({ en: "no listing takes place within (months)", zh: "未在期限内完成上市（月）" },
      figure("CASE_NIO_HEFEI", "redemption trigger: months to be listed"), true),
    condition({ en: "control changes", zh: "控制权变更" }, inTime, true),
    condition({ en: "assets or cash are not injected in time", zh: "资产或现金未按时注入" }, inTime, false),
    condition({ en: "deliveries in two years in a row are below (vehicles)", zh: "连续两年交付量低于（辆）" },
      figure("CASE_NIO_HEFEI", "redemption trigger: deliveries below"), false),
  ],
};

const tier = (name: Texts, promised: number, delivered: number, elapsed: number): TableRow => ({
  tier: label(name),
  promised: illustrative(promised),
  delivered: illustrative(delivered),
  elapsed: illustrative(elapsed),
});

const binding: TableBlock = {
  kind: "table",
  key: "binding",
  title: { en: "What binds the firm to the city, tier by tier", zh: "分层绑定进度" },
  columns: [
    column("tier", { en: "Tier", zh: "层级" }, units.text),
    column("promised", { en: "Promised", zh: "承诺" }, units.mixed, { allowed: { from: 0 } }),
    column("delivered", { en: "Delivered", zh: "完成" }, units.mixed, { allowed: { from: 0 } }),
    column("elapsed", { en: "Part of the time gone", zh: "时间进度" }, units.share, { allowed: { from: 0.01, to: 1 } }),
    column("attained", { en: "Progress against a straight line", zh: "相对直线进度" }, units.multiple, {
      formula: "=POLICY.TARGET_ATTAINMENT({binding.delivered},{binding.promised},0,{binding.elapsed})",
    }),
  ],
  rows: [
    tier({ en: "Headquarters: functions moved", zh: "总部：迁入职能数" }, 4, 3, 0.6),
    tier({ en: "Industrial park: plants running", zh: "产业园：投产工厂数" }, 3, 1, 0.5),
    tier({ en: "Chain: suppliers settled", zh: "产业链：落户供应商数" }, 40, 17, 0.5),
    tier({ en: "University: laboratories opened", zh: "高校：共建实验室数" }, 3, 2, 0.5),
  ],
};

const years: Across = { key: "year", label: { en: "Years after the first tranche", zh: "首期后年数" }, heads: [0, 1, 2, 3, 4, 5, 6, 7] };

const flows: InputsBlock = {
  kind: "inputs",
  title: { en: "Money of the city", zh: "本级资金" },
  across: years,
  rows: [
    input("paid", { en: "Tranches paid in", zh: "分期出资" }, units.bnYuan, illustrative([2, 1.5, 1.5, 0, 0, 0, 0, 0]), { allowed: { from: 0 } }),
    input("received", { en: "Received: dividends, buy-backs, sale", zh: "收回：分红、回购、转让" }, units.bnYuan,
      illustrative([0, 0, 0, 0, 1, 0, 2.5, 3.5]), { allowed: { from: 0 } }),
  ],
};

const terms: InputsBlock = {
  kind: "inputs",
  title: { en: "The deal", zh: "交易条件" },
  rows: [
    input("rate", { en: "Discount rate of the city", zh: "本级折现率" }, units.perYear, illustrative(0.06), { allowed: { from: 0, to: 0.3 } }),
    input("held", { en: "Worth of what is still held at the end", zh: "期末持有价值" }, units.bnYuan, illustrative(1.2), { allowed: { from: 0 } }),
    input("stake", { en: "Stake for all tranches", zh: "全部出资取得的股权" }, units.share, illustrative(0.2), { allowed: { from: 0.001, to: 1 } }),
    input("success", { en: "Probability that the firm succeeds", zh: "成功概率" }, units.probability, illustrative(0.45), { allowed: { from: 0, to: 1 } }),
    input("value_up", { en: "Worth of the stake if it does, after a year", zh: "成功时股权价值（一年后）" }, units.bnYuan, illustrative(10), { allowed: { from: 0 } }),
    input("value_down", { en: "Worth of the stake if not, after a year", zh: "失败时股权价值（一年后）" }, units.bnYuan, illustrative(1), { allowed: { from: 0 } }),
    input("salvage", { en: "What stopping after the first tranche leaves", zh: "首期后退出的残值" }, units.bnYuan, illustrative(0.6), { allowed: { from: 0 } }),
    input("pass_score", { en: "Score from which to go on", zh: "通过分数线" }, units.score, illustrative(0.5), { allowed: { from: 0, to: 1 } }),
  ],
};

const hefei: InputsBlock = {
  kind: "inputs",
  title: { en: "Hefei and NIO, to compare with", zh: "合肥与蔚来（对照）" },
  rows: [
    input("nio_paid", { en: "Strategic investment", zh: "战略投资" }, units.bnYuan, figure("CASE_NIO_HEFEI", "strategic investment in NIO China")),
    input("nio_stake", { en: "Stake acquired", zh: "取得股权" }, units.share, figure("CASE_NIO_HEFEI", "stake acquired")),
    input("nio_back", { en: "Paid back for the part bought back", zh: "回购部分已付款项" }, units.bnYuan,
      figure("CASE_NIO_HEFEI", "paid back for the repurchased part")),
    input("nio_part", { en: "Original value of that part", zh: "回购部分原值" }, units.bnYuan,
      figure("CASE_NIO_HEFEI", "original value of the repurchased part")),
    input("nio_days", { en: "Days from framework agreement to final deal", zh: "框架协议至最终协议天数" }, units.elapsedDays,
      figure("CASE_NIO_HEFEI", "days from framework agreement to final deal")),
    input("nio_loss", { en: "NIO's net loss of 2019", zh: "蔚来2019年净亏损" }, units.bnYuan, figure("CASE_NIO_HEFEI", "NIO net loss")),
    input("article_days", { en: "Days as the article prints them", zh: "文章所载天数" }, units.elapsedDays,
      real(65, { en: "Gasgoo article: counts both the first and the last day; 64 days lie between.", zh: "盖世汽车文章：首尾两日均计入；间隔为64天。" })),
  ],
};

const balance: WorkedBlock = {
  kind: "workings",
  title: { en: "Flows", zh: "现金流" },
  across: years,
  rows: [
    worked("flow", { en: "Flow", zh: "净现金流" }, units.bnYuan, "={received}-{paid}+{held}*({year}=MAX({year.all}))"),
    worked("running", { en: "Running total", zh: "累计" }, units.bnYuan, "={running.previous}+{flow}", { opening: "=0" }),
  ],
};

const stages: WorkedBlock = {
  kind: "workings",
  title: { en: "Stages", zh: "分期" },
  rows: [
    worked("first", { en: "First tranche", zh: "首期" }, units.bnYuan, "=INDEX({paid},1)"),
    worked("rest", { en: "Tranches after it", zh: "后续各期" }, units.bnYuan, "=SUM({paid})-{first}"),
    worked("committed", { en: "Value if committed to all tranches", zh: "已承诺全部出资的价值" }, units.bnYuan,
      "=POLICY.STAGE_GATE_VALUE({first},{rest},{success},{value_up},{value_down},{salvage},{rate},FALSE)"),
    worked("free", { en: "Value if free to stop after the first", zh: "首期后可退出的价值" }, units.bnYuan,
      "=POLICY.STAGE_GATE_VALUE({first},{rest},{success},{value_up},{value_down},{salvage},{rate},TRUE)"),
    worked("nio_worth", { en: "Worth of NIO China that Hefei's price implied", zh: "合肥出价隐含的蔚来中国估值" }, units.bnYuan, "={nio_paid}/{nio_stake}"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("npv", { en: "Net present value", zh: "净现值" }, units.bnYuan, "=POLICY.PROJECT_NPV({rate},{flow})"),
    worked("irr", { en: "Internal rate of return", zh: "内部收益率" }, units.perYear, "=IRR({flow})"),
    worked("moic", { en: "Multiple of the money, what is held included", zh: "总价值倍数（含持有）" }, units.multiple,
      "=POLICY.FUND_MULTIPLE({cash_flows},{held},\"TVPI\")"),
    worked("dpi", { en: "of which already back in cash", zh: "其中已收回现金" }, units.multiple,
      "=POLICY.FUND_MULTIPLE({cash_flows},{held},\"DPI\")"),
    worked("right", { en: "Worth of the right to stop", zh: "退出权价值" }, units.bnYuan, "={free}-{committed}"),
    worked("score", { en: "Score of due diligence", zh: "尽调得分" }, units.score, "=POLICY.WEIGHTED_SCORE({lenses.score},{lenses.weight})"),
    worked("flags_up", { en: "Red flags that are up", zh: "出现的警示信号" }, units.count, "=SUMPRODUCT(--{flags.up})"),
    worked("terms_agreed", { en: "Redemption terms that stand in the contract", zh: "合同已约定的赎回条款" }, units.count,
      "=SUMPRODUCT(--{redemption.agreed})"),
    worked("behind", { en: "Tiers of binding that are behind", zh: "进度落后的绑定层级" }, units.count,
      "=SUMPRODUCT(--({binding.attained}<1))"),
    worked("worth", { en: "Worth of the firm that the price implies", zh: "出价隐含的企业估值" }, units.bnYuan, "=SUM({paid})/{stake}"),
    worked("nio_multiple", { en: "Hefei: multiple on the part bought back", zh: "合肥：回购部分倍数" }, units.multiple, "={nio_back}/{nio_part}"),
  ],
};

const cash: WorkedBlock = {
  kind: "workings",
  title: { en: "Flows without what is held", zh: "不含持有价值的现金流" },
  across: years,
  rows: [worked("cash_flows", { en: "Cash", zh: "现金" }, units.bnYuan, "={received}-{paid}")],
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "Money is worth more the earlier it comes: the net present value counts that, the multiple does not. Read both.",
      zh: "资金越早收回越值钱：净现值考虑这一点，倍数没有。两者都要看。",
    },
    {
      en: "The right to stop after the first tranche has a worth only if it is written down and somebody is ready to use it.",
      zh: "首期后可退出的权利，只有写入合同并真正敢用才有价值。",
    },
    {
      en: "Hefei's return is that of a part that was bought back at a good moment; other cities' deals of the same years failed.",
      zh: "合肥的回报来自择机回购的部分股权；同期其他城市的项目有失败的。",
    },
  ],
};

const chart: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Flows and running total, bn yuan", zh: "现金流与累计（十亿元）" },
  categories: "{year}",
  series: [
    { name: { en: "Flow", zh: "净现金流" }, values: "{flow}" },
    { name: { en: "Running total", zh: "累计" }, values: "{running}" },
  ],
  axes: { category: { en: "Years after the first tranche", zh: "首期后年数" }, value: { en: "bn yuan", zh: "十亿元" } },
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Hefei–NIO: terms from NIO's announcements and 20-F, the returns as stated by those concerned. Press reports of a sales target and of 8.5 % interest are denied and left out.",
      zh: "合肥—蔚来：条款来自蔚来公告与20-F，回报为当事方陈述。媒体所传的营收目标与8.5%利息已被否认，未采用。",
    },
    {
      en: "Where flows change sign more than once there can be several rates of return: trust the net present value then.",
      zh: "现金流多次变号时内部收益率可能不唯一，应以净现值为准。",
    },
    {
      en: "This is the city's purse alone: jobs, tax and suppliers stand in the workbooks on exposure and on input–output impact.",
      zh: "此处仅计本级资金；就业、税收与供应商见财政敞口和投入产出工作簿。",
    },
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_weights", { en: "Weights add up to 1", zh: "权重合计为 1" }, "=ROUND(SUM({lenses.weight})-1,6)=0"),
    check("check_irr", { en: "At the rate of return the net present value is 0", zh: "按内部收益率折现的净现值为 0" },
      "=ABS(POLICY.PROJECT_NPV({irr},{flow}))<{tiny}"),
    check("check_total", { en: "The running total ends at the sum of the flows", zh: "累计末值等于现金流之和" },
      "=ROUND(INDEX({running},COLUMNS({running}))-SUM({flow}),9)=0"),
    check("check_multiple", { en: "The multiple is what comes back over what goes in", zh: "倍数等于收回与持有之和除以出资" },
      "=ROUND({moic}-(SUM({received})+{held})/SUM({paid}),9)=0"),
    check("check_right", { en: "The right to stop is worth nothing or something, never less", zh: "退出权价值不为负" }, "=ROUND({right},9)>=0"),
    check("check_once", { en: "No year both pays in and receives", zh: "同一年不同时出资与收回" }, "=SUMPRODUCT({paid}*{received})=0"),
    check("check_days", { en: "The article's days count one more than lie between", zh: "文章天数比间隔天数多一" }, "={article_days}-{nio_days}=1"),
  ],
};

const precision: InputsBlock = {
  kind: "inputs",
  title: { en: "Precision of the checks", zh: "检查精度" },
  rows: [
    input("tiny", { en: "Net present value that counts as 0", zh: "视为 0 的净现值" }, units.bnYuan,
      real(0.00001, { en: "Ten thousand yuan: below what the flows are known to.", zh: "一万元：低于现金流的精度。" })),
  ],
};

export const dealAppraisal: Template = {
  id: "deal-appraisal",
  prefix: "deal",
  title: { en: "Appraisal of an investment in a vehicle maker", zh: "整车企业投资评估" },
  question: { en: "Should the city take a stake in this maker, in which stages and on which terms?", zh: "是否应入股该整车企业，分几期、以何条件？" },
  needs: [
    { en: "Tranches, stake and what may come back, year by year", zh: "逐年出资、股权与预期收回" },
    { en: "Scores of the due-diligence team, and the draft contract", zh: "尽调评分与合同草案" },
  ],
  sheets: [
    {
      name: { en: "Deal appraisal", zh: "投资评估" },
      blocks: [
        {
          kind: "answer",
          key: "answer",
          formula: {
            en: '="At "&TEXT({rate},"0.0%")&" a year the stake is worth "&TEXT({npv},"0.00")&" bn yuan "&IF({npv}<0,"(a loss)","more than it costs")'
              + '&": "&TEXT({moic},"0.00")&" times the money, "&TEXT({dpi},"0.00")&" in cash, a return of "&TEXT({irr},"0.0%")'
              + '&". The right to stop after the first tranche is worth "&TEXT({right},"0.00")&" bn yuan. Due diligence scores "'
              + '&TEXT({score},"0.00")&IF({score}<{pass_score},", below the pass mark; ",", above the pass mark; ")'
              + '&TEXT({flags_up},"0")&" red flags are up, and "&TEXT({terms_agreed},"0")&" of "&TEXT(ROWS({redemption.agreed}),"0")'
              + '&" redemption terms stand in the contract."',
            zh: '="按年折现率"&TEXT({rate},"0.0%")&"，净现值为"&TEXT({npv},"0.00")&"十亿元，总价值倍数"&TEXT({moic},"0.00")&"（其中现金"'
              + '&TEXT({dpi},"0.00")&"），内部收益率"&TEXT({irr},"0.0%")&"。首期后可退出的权利值"&TEXT({right},"0.00")&"十亿元。尽调得分"'
              + '&TEXT({score},"0.00")&IF({score}<{pass_score},"，低于通过线；","，高于通过线；")&"警示信号"&TEXT({flags_up},"0")'
              + '&"项，合同约定赎回条款"&TEXT({terms_agreed},"0")&"项（共"&TEXT(ROWS({redemption.agreed}),"0")&"项）。"',
          },
        },
        reading, results, chart, notes,
      ],
    },
    {
      name: { en: "Deal inputs", zh: "投资评估输入" },
      blocks: [flows, terms, lenses, flags, redemption, binding, hefei, precision],
      rules: [
        { on: "{binding.attained}", when: "={binding.attained}<1", look: "warning" },
        { on: "{flags.up}", when: "={flags.up}", look: "bad" },
      ],
    },
    { name: { en: "Deal workings", zh: "投资评估计算" }, blocks: [balance, cash, stages] },
    { name: { en: "Deal checks", zh: "投资评估检查" }, blocks: [checks] },
  ],
  stresses: [{ shock: "delay", input: "received", years: "flow" }],
  moves: [
    { input: "rate", to: 0.1, output: "npv", direction: "down" },
    { input: "rate", to: 0.1, output: "irr", direction: "same" },
    { input: "received.8", to: 5, output: "irr", direction: "up" },
    { input: "held", to: 3, output: "moic", direction: "up" },
    { input: "held", to: 3, output: "dpi", direction: "same" },
    { input: "salvage", to: 1.5, output: "right", direction: "up" },
    { input: "lenses.score.1", to: 0.9, output: "score", direction: "up" },
    { input: "binding.delivered.2", to: 2, output: "behind", direction: "down" },
    { input: "stake", to: 0.3, output: "worth", direction: "down" },
  ],
};
