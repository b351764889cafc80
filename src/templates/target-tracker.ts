import type { Texts } from "../refusal";
import { figure, illustrative, label, real, type Given } from "./given";
import { check, column, input, worked } from "./rows";
import { targetTrackerPage } from "./target-tracker-page";
import type { Across, ChecksBlock, InputsBlock, TableBlock, Template, TableRow, WorkedBlock } from "./template";
import { units } from "./units";

const chosen: Texts = { en: "Henan: NEVs made in a year", zh: "河南：新能源汽车年产量" };

const target = (
  indicator: Texts, unit: Texts, [baseline, actual, aim]: readonly Given[], [from, now, due]: readonly number[],
): TableRow => ({
  indicator: label(indicator),
  counted: label(unit),
  baseline: baseline!,
  actual: actual!,
  target: aim!,
  from: label(from!),
  now: label(now!),
  due: label(due!),
});

const targets: TableBlock = {
  kind: "table",
  key: "targets",
  title: { en: "Targets to track", zh: "跟踪的目标" },
  columns: [
    column("indicator", { en: "Indicator", zh: "指标" }, units.text),
    column("counted", { en: "Counted in", zh: "计量单位" }, units.text),
    column("baseline", { en: "Baseline", zh: "基期值" }, units.ownUnit, { allowed: { from: 0 } }),
    column("actual", { en: "Reached", zh: "现状值" }, units.ownUnit, { allowed: { from: 0 } }),
    column("target", { en: "Target", zh: "目标值" }, units.ownUnit, { allowed: { from: 0 } }),
    column("from", { en: "Year of the baseline", zh: "基期年" }, units.year, { allowed: { from: 1990, whole: true } }),
    column("now", { en: "Year reached", zh: "现状年" }, units.year, { allowed: { from: 1990, whole: true } }),
    column("due", { en: "Year due", zh: "目标年" }, units.year, { allowed: { from: 1990, whole: true } }),
    column("elapsed", { en: "Time gone", zh: "已过时间" }, units.share, {
      formula: "=MIN(1,({targets.now}-{targets.from})/({targets.due}-{targets.from}))",
    }),
    column("attainment", { en: "Attainment against a straight line", zh: "对照时序的完成进度" }, units.share, {
      formula: "=POLICY.TARGET_ATTAINMENT({targets.actual},{targets.target},{targets.baseline},{targets.elapsed})",
    }),
    column("required", { en: "Growth required", zh: "所需年均增速" }, units.perYear, {
      formula: '=IF({targets.due}>{targets.now},'
        + 'POLICY.REQUIRED_GROWTH({targets.actual},{targets.target},{targets.due}-{targets.now}),"–")',
    }),
  ],
  rows: [
    target(chosen, { en: "vehicles", zh: "辆" }, [
      illustrative(72_000), figure("HENAN", "Henan NEV output, pro rata"), figure("HENAN", "Henan NEV output target", { field: "lower_bound" }),
    ], [2021, 2024, 2025]),
    target({ en: "Henan: NEV cluster", zh: "河南：新能源汽车产业集群" }, { en: "bn yuan", zh: "十亿元" }, [
      illustrative(90), illustrative(210), figure("HENAN", "Henan NEV cluster target"),
    ], [2021, 2024, 2025]),
    target({ en: "Parts bought locally", zh: "本地配套率" }, { en: "share", zh: "比重" }, [
      illustrative(0.28), illustrative(0.41), illustrative(0.6),
    ], [2021, 2024, 2027]),
    target({ en: "Public charging points", zh: "公共充电桩" }, { en: "points", zh: "个" }, [
      illustrative(30_000), illustrative(98_000), illustrative(110_000),
    ], [2021, 2024, 2025]),
  ],
};

const headline: InputsBlock = {
  kind: "inputs",
  title: { en: "Target to report on", zh: "拟报告的目标" },
  rows: [
    input("chosen", { en: "Indicator", zh: "指标" }, units.text, illustrative(chosen), {
      note: { en: "As written in the table of targets.", zh: "与目标表写法一致。" },
    }),
  ],
};

const paces: Across = {
  key: "pace",
  label: { en: "Pace", zh: "增速情形" },
  heads: [
    { en: "Henan, as reported", zh: "河南已公布增速" },
    { en: "Anhui 2021–24", zh: "安徽2021—2024年" },
    { en: "Own estimate", zh: "自行估计" },
  ],
};

const growths: InputsBlock = {
  kind: "inputs",
  title: { en: "Paces to try", zh: "测试的增速" },
  across: paces,
  rows: [
    input("growth", { en: "Growth", zh: "增速" }, units.perYear, [
      figure("HENAN", "Henan growth of NEV output"),
      figure("ANHUI", "Anhui growth of NEV output"),
      illustrative(0.6),
    ], {
      allowed: { from: 0.001 },
      note: { en: "The first two are of NEV output: replace them for other indicators.", zh: "前两项为新能源汽车产量增速：用于其他指标时请更换。" },
    }),
  ],
};

const published: InputsBlock = {
  kind: "inputs",
  title: { en: "Henan, as published", zh: "河南已公布数据" },
  rows: [
    input("part_year", { en: "NEVs made, January to September 2024", zh: "新能源汽车产量（2024年1—9月）" }, units.vehicles,
      figure("HENAN", "Henan NEV output")),
    input("part_months", { en: "Months that figure covers", zh: "覆盖月数" }, units.months,
      real(9, { en: "January to September, as the figure says.", zh: "1—9月，与该数据口径一致。" }), { allowed: { from: 1, to: 12, whole: true } }),
    input("year_months", { en: "Months in a year", zh: "全年月数" }, units.months,
      real(12, { en: "The months of the calendar.", zh: "一年的月数。" })),
    input("exports_now", { en: "Vehicle exports, January to September 2024", zh: "汽车出口额（2024年1—9月）" }, units.bnYuan,
      figure("HENAN", "Henan vehicle exports by value", { period: "2024-01..09" })),
    input("exports_before", { en: "the same months of 2023", zh: "上年同期" }, units.bnYuan,
      figure("HENAN", "Henan vehicle exports by value", { period: "2023-01..09" })),
    input("ev_now", { en: "of which electric, 2024", zh: "其中电动汽车（2024年）" }, units.bnYuan,
      figure("HENAN", "Henan EV exports by value", { period: "2024-01..09" })),
    input("ev_before", { en: "of which electric, 2023", zh: "其中电动汽车（2023年）" }, units.bnYuan,
      figure("HENAN", "Henan EV exports by value", { period: "2023-01..09" })),
  ],
};

const anhui: InputsBlock = {
  kind: "inputs",
  title: { en: "Anhui, to compare with", zh: "对照：安徽" },
  rows: [
    input("anhui_from", { en: "Vehicles made, 2021", zh: "汽车产量（2021年）" }, units.vehicles,
      figure("ANHUI", "Anhui vehicle output", { period: "2021" })),
    input("anhui_to", { en: "Vehicles made, 2024", zh: "汽车产量（2024年）" }, units.vehicles,
      figure("ANHUI", "Anhui vehicle output", { period: "2024" })),
    input("anhui_nev_from", { en: "of which NEVs, 2021", zh: "其中新能源（2021年）" }, units.vehicles,
      figure("ANHUI", "Anhui NEV output", { period: "2021" })),
    input("anhui_nev_to", { en: "of which NEVs, 2024", zh: "其中新能源（2024年）" }, units.vehicles,
      figure("ANHUI", "Anhui NEV output", { period: "2024" })),
    input("anhui_years", { en: "Years between", zh: "相隔年数" }, units.years,
      real(3, { en: "From the year 2021 to the year 2024.", zh: "2021年至2024年。" }), { allowed: { from: 1 } }),
  ],
};

const dollars: InputsBlock = {
  kind: "inputs",
  title: { en: "The dollars printed beside the cluster target", zh: "集群目标旁所印美元数" },
  rows: [
    input("cluster_yuan", { en: "Cluster target", zh: "集群目标" }, units.bnYuan, figure("HENAN", "Henan NEV cluster target")),
    input("printed", { en: "Dollars printed with it", zh: "所印美元数" }, units.bnDollars, real(41.7, {
      en: "people.cn 2024-11-12 prints “$41.7 million”; put right here as billion.",
      zh: "people.cn 2024-11-12 原文印为“4170万美元”；此处更正为417亿美元。",
    })),
    input("sister_yuan", { en: "Another sum of the same paper", zh: "同报另一金额" }, units.bnYuan,
      figure("HENAN", "Henan vehicle exports by value", { period: "2024-01..09" })),
    input("sister_dollars", { en: "Dollars printed with that one", zh: "其所印美元数" }, units.bnDollars, real(3.2, {
      en: "The same paper's report on exports: 23 bn yuan, “about $3.2 billion”.",
      zh: "同报出口报道：230亿元，“约32亿美元”。",
    })),
    input("thousand", { en: "Millions in a billion", zh: "十亿合多少百万" }, units.count,
      real(1000, { en: "Short scale, as the paper uses it.", zh: "短级差制，原文所用。" })),
    input("tolerance", { en: "Difference that rounding explains", zh: "四舍五入可解释的差异" }, units.share, illustrative(0.02), {
      allowed: { from: 0, to: 0.2 },
    }),
  ],
};

const selected: WorkedBlock = {
  kind: "workings",
  title: { en: "The target to report on", zh: "拟报告的目标" },
  rows: [
    worked("place", { en: "Its row", zh: "所在行" }, units.rank, "=MATCH({chosen},{targets.indicator},0)"),
    worked("reached", { en: "Reached", zh: "现状值" }, units.ownUnit, "=INDEX({targets.actual},{place})"),
    worked("aim", { en: "Target", zh: "目标值" }, units.ownUnit, "=INDEX({targets.target},{place})"),
    worked("start", { en: "Baseline", zh: "基期值" }, units.ownUnit, "=INDEX({targets.baseline},{place})"),
    worked("due", { en: "Year due", zh: "目标年" }, units.year, "=INDEX({targets.due},{place})"),
    worked("left", { en: "Years left", zh: "剩余年数" }, units.years, "={due}-INDEX({targets.now},{place})"),
    worked("annualised", { en: "Henan NEVs of nine months, over a year", zh: "河南前三季度新能源产量折年" }, units.vehicles,
      "={part_year}/{part_months}*{year_months}"),
  ],
};

const byPace: WorkedBlock = {
  kind: "workings",
  title: { en: "What each pace would bring", zh: "各增速情形的结果" },
  across: paces,
  rows: [
    worked("at_due", { en: "Reached in the year due", zh: "目标年可达到" }, units.ownUnit, "={reached}*(1+{growth})^{left}"),
    worked("line", { en: "Target", zh: "目标值" }, units.ownUnit, "={aim}"),
    worked("needed", { en: "Years until the target is reached", zh: "达标所需年数" }, units.years,
      "=MAX(0,LN({aim}/{reached})/LN(1+{growth}))"),
    worked("arrives", { en: "In time", zh: "能否按期" }, units.flag, "={at_due}>={line}"),
  ],
};

const sources: WorkedBlock = {
  kind: "workings",
  title: { en: "Where growth came from", zh: "增长来源" },
  rows: [
    worked("exports_growth", { en: "Growth of Henan's vehicle exports", zh: "河南汽车出口增速" }, units.perYear,
      "={exports_now}/{exports_before}-1"),
    worked("ev_points", { en: "Points of it from electric vehicles", zh: "其中电动汽车拉动" }, units.points,
      '=POLICY.GROWTH_CONTRIB({ev_now},{ev_before},{exports_now},{exports_before},"points")'),
    worked("other_points", { en: "Points of it from other vehicles", zh: "其中其他车辆拉动" }, units.points,
      '=POLICY.GROWTH_CONTRIB({exports_now}-{ev_now},{exports_before}-{ev_before},{exports_now},{exports_before},"points")'),
    worked("anhui_growth", { en: "Anhui's growth of vehicle output", zh: "安徽汽车产量年均增速" }, units.perYear,
      "=POLICY.CAGR_RATE({anhui_from},{anhui_to},{anhui_years})"),
    worked("anhui_nev_growth", { en: "Anhui's growth of NEV output", zh: "安徽新能源汽车产量年均增速" }, units.perYear,
      "=POLICY.CAGR_RATE({anhui_nev_from},{anhui_nev_to},{anhui_years})"),
    worked("rate_printed", { en: "Yuan for a dollar, as printed in millions", zh: "按“百万”折算的汇率" }, units.yuanPerDollar,
      "={cluster_yuan}*{thousand}/{printed}"),
    worked("rate", { en: "Yuan for a dollar, put right as billions", zh: "更正为“十亿”后的汇率" }, units.yuanPerDollar,
      "={cluster_yuan}/{printed}"),
    worked("rate_sister", { en: "Yuan for a dollar in the other sum", zh: "另一金额的汇率" }, units.yuanPerDollar,
      "={sister_yuan}/{sister_dollars}"),
  ],
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("way", { en: "Way gone from the baseline to the target", zh: "基期至目标已完成的路程" }, units.share,
      "=({reached}-{start})/({aim}-{start})"),
    worked("attainment", { en: "Attainment against a straight line", zh: "对照时序的完成进度" }, units.share,
      "=INDEX({targets.attainment},{place})"),
    worked("required", { en: "Growth required each year", zh: "所需年均增速" }, units.perYear,
      "=INDEX({targets.required},{place})"),
    worked("gap", { en: "Still missing", zh: "尚缺" }, units.ownUnit, "=MAX(0,{aim}-{reached})"),
    worked("own_years", { en: "Years needed at your own estimate of growth", zh: "按自行估计增速所需年数" }, units.years,
      "=INDEX({needed},COLUMNS({needed}))"),
    worked("in_time", { en: "Paces that arrive in time", zh: "能按期达标的增速情形" }, units.count, "=SUMPRODUCT(--({at_due}>={line}))"),
    worked("behind", { en: "Targets behind the straight line", zh: "落后于时序的目标" }, units.count,
      "=SUMPRODUCT(--({targets.attainment}<1))"),
    worked("ev_share", { en: "Share of Henan's export growth from electric vehicles", zh: "电动汽车对河南出口增长的贡献率" }, units.share,
      "=POLICY.GROWTH_CONTRIB({ev_now},{ev_before},{exports_now},{exports_before})"),
    worked("anhui_nev_share", { en: "Share of Anhui's growth of output from NEVs", zh: "新能源对安徽产量增长的贡献率" }, units.share,
      "=POLICY.GROWTH_CONTRIB({anhui_nev_to},{anhui_nev_from},{anhui_to},{anhui_from})"),
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_chosen", { en: "The target to report on is in the table, once", zh: "拟报告的目标在表中且唯一" },
      "=COUNTIF({targets.indicator},{chosen})=1"),
    check("check_required", { en: "Growing at the required rate arrives at the target", zh: "按所需增速恰好达标" },
      "=IF({left}>0,ROUND({reached}*(1+{required})^{left}/{aim}-1,9)=0,TRUE)"),
    check("check_attainment", { en: "Attainment times the time gone is the way gone", zh: "完成进度乘已过时间等于已完成路程" },
      "=ROUND({attainment}*INDEX({targets.elapsed},{place})-{way},9)=0"),
    check("check_pro_rata", { en: "Nine months over a year give the output of the table", zh: "前三季度折年与表中产量一致" },
      "=ROUND({annualised}-INDEX({targets.actual},1),0)=0"),
    check("check_points", { en: "The points of both kinds add up to the growth", zh: "两类拉动点数之和等于增速" },
      "=ROUND({ev_points}+{other_points}-{exports_growth},9)=0"),
    check("check_anhui", { en: "Anhui's growth calculated here is the one in the table of paces", zh: "安徽增速计算值与增速表一致" },
      "=ROUND({anhui_nev_growth}-INDEX({growth},2),4)=0"),
    check("check_dollars", { en: "In billions both sums of the paper have one exchange rate", zh: "按十亿计，两处金额汇率一致" },
      "=ABS({rate}/{rate_sister}-1)<={tolerance}"),
    check("check_years", { en: "Baseline, today and the year due follow each other", zh: "基期年、现状年、目标年先后有序" },
      "=SUMPRODUCT(--({targets.from}>={targets.now}))+SUMPRODUCT(--({targets.from}>={targets.due}))=0"),
  ],
};

export const targetTracker: Template = {
  id: "target-tracker",
  prefix: "tgt",
  title: { en: "Province target tracker", zh: "省级目标跟踪" },
  question: { en: "Are the targets on schedule, and what growth would still reach them?", zh: "目标是否与时序同步，还需多快的增速才能达标？" },
  needs: [
    { en: "Baseline, target and value reached of each indicator, with their years", zh: "各指标的基期值、目标值、现状值及年份" },
    { en: "Your own estimate of the growth that is possible", zh: "对可能增速的自行估计" },
  ],
  sheets: [
    targetTrackerPage(results),
    {
      name: { en: "Target inputs", zh: "目标输入" },
      blocks: [headline, growths, published, anhui, dollars, targets],
      rules: [
        { on: "{targets.attainment}", when: "={targets.attainment}<1", look: "warning" },
        { on: "{targets.attainment}", when: "={targets.attainment}>=1", look: "good" },
      ],
    },
    { name: { en: "Target workings", zh: "目标计算" }, blocks: [selected, byPace, sources] },
    { name: { en: "Target checks", zh: "目标检查" }, blocks: [checks] },
  ],
  stresses: [],
  moves: [
    { input: "targets.target.1", to: 1_200_000, output: "required", direction: "down" },
    { input: "targets.target.1", to: 1_200_000, output: "attainment", direction: "up" },
    { input: "targets.due.1", to: 2027, output: "required", direction: "down" },
    { input: "targets.actual.1", to: 700_000, output: "gap", direction: "down" },
    { input: "targets.baseline.1", to: 0, output: "required", direction: "same" },
    { input: "growth.3", to: 0.9, output: "own_years", direction: "down" },
    { input: "growth.3", to: 2, output: "in_time", direction: "up" },
    { input: "targets.actual.4", to: 60_000, output: "behind", direction: "up" },
    { input: "chosen", to: "Henan: NEV cluster", output: "required", direction: "down" },
  ],
};
