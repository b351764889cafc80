import type { AnswerBlock, ChartBlock, NotesBlock, ReadingBlock, SheetPlan, WorkedBlock } from "./template";

const answer: AnswerBlock = {
  kind: "answer",
  key: "answer",
  formula: {
    en: '=TEXT({cuts},"0")&" of "&TEXT({count},"0")&" firms are single points whose loss splits the network. If the firm “"&{stopped}'
      + '&"” stops, "&TEXT({risk_now},"0%")&" of the sales are lost; with the link from “"&{plan_seller}&"” to “"&{plan_buyer}&"” "'
      + '&TEXT({risk_plan},"0%")&", and single points are "&TEXT({cuts_plan},"0")&". Weighing most against its size is “"&{hidden}'
      + '&"”: "&TEXT({hidden_risk},"0%")&" of sales hang on it with "&TEXT({hidden_share},"0.0%")&" of them. After "'
      + '&TEXT({breaks},"0")&" losses of the best-linked less than "&TEXT({half},"0%")&" of the firms hang together."',
    zh: '=TEXT({count},"0")&"家企业中有"&TEXT({cuts},"0")&"家是单点，失去后网络分裂。若"&{stopped}&"停产，销售损失"'
      + '&TEXT({risk_now},"0%")&"；促成“"&{plan_seller}&"—"&{plan_buyer}&"”对接后为"&TEXT({risk_plan},"0%")&"，单点剩"'
      + '&TEXT({cuts_plan},"0")&"家。相对自身规模影响最大的是"&{hidden}&"：占销售"&TEXT({hidden_share},"0.0%")&"，却牵动"'
      + '&TEXT({hidden_risk},"0%")&"。依次失去联系最多的"&TEXT({breaks},"0")&"家后，连在一起的企业不足"&TEXT({half},"0%")&"。"',
  },
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "Structure and loss are two questions: a firm can hold the network together and lose little, or hang at its end and stop everyone.",
      zh: "结构与损失是两回事：有的企业维系网络但损失小，有的处于末端却能让全链停产。",
    },
    {
      en: "Losses run down to buyers, who stop without what they cannot do without, and up to suppliers, who lose orders. The worse of both counts.",
      zh: "损失向下传给离不开该投入的买方，向上传给失去订单的供应商，取两者中较大者。",
    },
    {
      en: "A further link helps where it is a second source. It can also tie the buyer to a further firm: compare before and after.",
      zh: "新增对接若成为第二来源则有益，但也可能让买方多依赖一家：请比较前后。",
    },
  ],
};

const curve: ChartBlock = {
  kind: "chart",
  type: "line",
  title: { en: "Share of firms that still hang together", zh: "仍连在一起的企业比重" },
  categories: "{losses}",
  series: [
    { name: { en: "Best-linked lost first", zh: "先失去联系最多的" }, values: "{curve_links}" },
    { name: { en: "Weightiest lost first", zh: "先失去影响最大的" }, values: "{curve_risk}" },
  ],
  axes: { category: { en: "Firms lost", zh: "失去的企业数" }, value: { en: "Share of all firms", zh: "占全部企业比重" } },
};

const byFirm: ChartBlock = {
  kind: "chart",
  type: "bar",
  title: { en: "Sales lost when the firm stops, and its own share", zh: "企业停产的销售损失与自身占比" },
  categories: "{map.labels}",
  series: [
    { name: { en: "Sales lost", zh: "销售损失" }, values: "{map.risk}" },
    { name: { en: "Its own share", zh: "自身占比" }, values: "{map.share}" },
  ],
};

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Cut nodes: Hopcroft & Tarjan (1973). Betweenness: Freeman (1977), Brandes (2001). Robustness: Schneider et al. (2011). Losses: Diem et al. (2022).",
      zh: "割点：Hopcroft与Tarjan（1973）。中介中心度：Freeman（1977）、Brandes（2001）。鲁棒性：Schneider等（2011）。损失传导：Diem等（2022）。",
    },
    {
      en: "Losses take no account of stocks, of buyers' search for another source or of time: an upper bound for the first weeks.",
      zh: "损失未计库存、替代采购与时间因素：是最初数周的上限。",
    },
    {
      en: "Only firms in the table count: a supplier elsewhere that is left out looks like none. A firm that buys all vehicles weighs all of them: enter dealers one by one.",
      zh: "仅计表内企业：未列入的外地供应商视同不存在。采购全部整车的企业会牵动全部销售：经销商请分别填写。",
    },
    {
      en: "Robustness runs to 0.5. It loses the firm with most links left each time; the curve keeps today's order.",
      zh: "鲁棒性最高为0.5，每次移除剩余联系最多者；曲线则沿用现有次序。",
    },
  ],
};

/** The first sheet: what stands in it besides the results is words and charts. */
export const supplyNetworkPage = (results: WorkedBlock): SheetPlan => ({
  name: { en: "Supply network", zh: "供应网络" },
  blocks: [answer, reading, results, curve, byFirm, notes],
});
