import type { AnswerBlock, ChartBlock, NotesBlock, ReadingBlock, SheetPlan, WorkedBlock } from "./template";

const answer: AnswerBlock = {
  kind: "answer",
  key: "answer",
  formula: {
    en: '="The further demand of "&TEXT({asked},"0.0")&" bn yuan sets "&TEXT({made},"0.0")&" bn yuan of output, "'
      + '&TEXT({jobs},"#,##0")&" jobs and "&TEXT({taxes},"#,##0")&" m yuan of tax in motion in the region; with other exponents "'
      + '&TEXT({jobs_low},"#,##0")&" to "&TEXT({jobs_high},"#,##0")&" jobs. Each yuan of demand for “"&{studied}&"” brings "'
      + '&TEXT({own_multiplier},"0.00")&" yuan of output here, "&TEXT({nation_multiplier},"0.00")'
      + '&" in the nation. Without that industry "&TEXT({gone},"0.0%")&" of the region\'s output goes."',
    zh: '="新增最终需求"&TEXT({asked},"0.0")&"十亿元，带动本地区产出"&TEXT({made},"0.0")&"十亿元、就业"&TEXT({jobs},"#,##0")'
      + '&"人、税收"&TEXT({taxes},"#,##0")&"百万元；换用其他指数，就业为"&TEXT({jobs_low},"#,##0")&"至"&TEXT({jobs_high},"#,##0")'
      + '&"人。对“"&{studied}&"”每1元需求带动本地产出"&TEXT({own_multiplier},"0.00")&"元，全国为"&TEXT({nation_multiplier},"0.00")'
      + '&"元。该部门退出将使本地区产出减少"&TEXT({gone},"0.0%")&"。"',
  },
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "A multiplier of the nation is no multiplier of a city: most of what a plant buys is made elsewhere. The region's is derived from jobs.",
      zh: "全国乘数不等于城市乘数：工厂采购的大部分产自外地。本地区乘数由就业数据推算。",
    },
    {
      en: "Jobs and tax are set in motion, not created: workers and land may come from other industries of the region.",
      zh: "就业与税收是“带动”而非“新增”：劳动力与土地可能来自本地其他部门。",
    },
    {
      en: "The industry gone takes its purchases and its sales with it, and nobody takes over: an upper bound of its weight.",
      zh: "“部门退出”假设其采购与销售全部消失且无人接替：是其分量的上限。",
    },
  ],
};

const byIndustry: ChartBlock = {
  kind: "chart",
  type: "column",
  title: { en: "Output for a yuan of demand", zh: "每1元需求带动的产出" },
  categories: "{buyers}",
  series: [
    { name: { en: "In the region", zh: "本地区" }, values: "{multiplier}" },
    { name: { en: "In the nation", zh: "全国" }, values: "{national_multiplier}" },
  ],
};

const jobsByIndustry: ChartBlock = {
  kind: "chart",
  type: "bar",
  title: { en: "Jobs set in motion, by industry", zh: "各部门带动就业" },
  categories: "{impact.labels}",
  series: [{ name: { en: "Jobs", zh: "就业" }, values: "{impact.jobs}" }],
};

const byExponent: ChartBlock = {
  kind: "chart",
  type: "line",
  title: { en: "Jobs set in motion, by exponent", zh: "不同指数下的带动就业" },
  categories: "{delta_tried}",
  series: [{ name: { en: "Jobs", zh: "就业" }, values: "{jobs_tried}" }],
  axes: { category: { en: "Exponent δ", zh: "指数 δ" }, value: { en: "Persons", zh: "人" } },
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Leontief (1936); Miller & Blair (2009). Regional coefficients: Flegg & Webber (1997). Extraction: Dietzenbacher, van der Linden & Steenge (1993).",
      zh: "Leontief（1936）；Miller & Blair（2009）。区域系数：Flegg & Webber（1997）。抽取法：Dietzenbacher等（1993）。",
    },
    {
      en: "Type I only: what households spend of their wages is not counted. Prices and input shares stay as they are, capacity is free.",
      zh: "仅为 I 型：未计居民工资消费。假设价格与投入结构不变、产能充足。",
    },
    {
      en: "The exponent depends on data: quote the range with the number. The coefficients are made up; no conclusion rests on them.",
      zh: "指数取决于数据：引用结果时请同时给出区间。系数为虚拟数值，不可据以下结论。",
    },
    {
      en: "Purchases from outside the region are not told apart from those from abroad: use a table of domestic flows where there is one.",
      zh: "未区分外省与进口：如有国内流量表，请优先使用。",
    },
  ],
};

/** The first sheet: what stands in it besides the results is words and charts. */
export const ioImpactPage = (results: WorkedBlock): SheetPlan => ({
  name: { en: "Regional impact", zh: "区域带动" },
  blocks: [answer, reading, results, byIndustry, jobsByIndustry, byExponent, notes],
});
