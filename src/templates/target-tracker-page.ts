import type { AnswerBlock, ChartBlock, NotesBlock, ReadingBlock, SheetPlan, WorkedBlock } from "./template";

const answer: AnswerBlock = {
  kind: "answer",
  key: "answer",
  formula: {
    en: '={chosen}&" stands at "&TEXT({way},"0%")&" of the way to its target, "&TEXT({attainment},"0%")'
      + '&" of what a straight line asks by now. To arrive in "&TEXT({due},"0")&" it must grow "&TEXT({required},"0%")'
      + '&" a year; at your own estimate it takes "&TEXT({own_years},"0.0")&" years. "&TEXT({in_time},"0")&" of "'
      + '&TEXT(COLUMNS({needed}),"0")&" paces tried arrive in time. "&TEXT({behind},"0")&" of "'
      + '&TEXT(ROWS({targets.indicator}),"0")&" targets are behind."',
    zh: '="“"&{chosen}&"”已完成目标路程的"&TEXT({way},"0%")&"，为时序进度的"&TEXT({attainment},"0%")&"。要在"&TEXT({due},"0")'
      + '&"年达标，需年均增长"&TEXT({required},"0%")&"；按自行估计的增速需"&TEXT({own_years},"0.0")&"年。所试"'
      + '&TEXT(COLUMNS({needed}),"0")&"种增速中有"&TEXT({in_time},"0")&"种能按期达标。"&TEXT(ROWS({targets.indicator}),"0")'
      + '&"项目标中有"&TEXT({behind},"0")&"项落后于时序。"',
  },
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "100% is on the straight line from the baseline to the target. New industries grow along a curve: behind the line early on is no failure by itself.",
      zh: "100%表示恰在基期到目标的直线上。新兴产业按曲线增长：前期低于直线并不等于不能达标。",
    },
    {
      en: "The growth required does not depend on the baseline, only on what is reached, the target and the years left.",
      zh: "所需增速与基期无关，只取决于现状、目标与剩余年数。",
    },
    {
      en: "Henan's year is nine months pro rata, no forecast: the last quarter is often the strongest. Its target reads “more than” 1.5 million.",
      zh: "河南全年数为前三季度按比例折算，并非预测：第四季度往往最强。目标原文为“超过”150万辆。",
    },
  ],
};

const byTarget: ChartBlock = {
  kind: "chart",
  type: "bar",
  title: { en: "Attainment against a straight line", zh: "对照时序的完成进度" },
  categories: "{targets.indicator}",
  series: [{ name: { en: "Attainment", zh: "完成进度" }, values: "{targets.attainment}" }],
  axes: { value: { en: "1 is on schedule", zh: "1为与时序同步" } },
};

const byPace: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Reached in the year due, by pace", zh: "不同增速下目标年可达到" },
  categories: "{pace}",
  series: [
    { name: { en: "Reached", zh: "可达到" }, values: "{at_due}" },
    { name: { en: "Target", zh: "目标" }, values: "{line}" },
  ],
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "The paper prints the cluster target of 300 bn yuan as “$41.7 million”. Only billions give the exchange rate of its other sums: the yuan are kept, the dollars put right.",
      zh: "原文将3000亿元的集群目标印为“4170万美元”。只有按417亿美元才与同报其他金额的汇率相符：保留人民币数，更正美元数。",
    },
    {
      en: "Baselines of Henan and what its cluster has reached are in no source at hand: both are illustrative.",
      zh: "河南的基期值与集群现状未见公开数据：均为示例。",
    },
    {
      en: "A contribution says which part grew, not what made it grow. Where the total hardly changed, read points and not shares.",
      zh: "贡献率说明哪部分增长，而非增长原因。总量变化很小时，请看拉动点数而非贡献率。",
    },
    {
      en: "Growth from a small base cannot be carried forward: Anhui's NEVs grew from a quarter of a million in 2021.",
      zh: "小基数的高增速难以持续：安徽新能源汽车2021年基数仅约25万辆。",
    },
  ],
};

/** The first sheet: what stands in it besides the results is words and charts. */
export const targetTrackerPage = (results: WorkedBlock): SheetPlan => ({
  name: { en: "Target tracker", zh: "目标跟踪" },
  blocks: [answer, reading, results, byTarget, byPace, notes],
});
