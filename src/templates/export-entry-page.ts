import type { Texts } from "../refusal";
import type { AnswerBlock, ChartBlock, NotesBlock, ReadingBlock, SheetPlan, WorkedBlock } from "./template";

const answer: AnswerBlock = {
  kind: "answer",
  key: "answer",
  formula: {
    en: '="In the EU a car of "&{exporter}&" lands at "&TEXT({landed},"#,##0")&" euros, "&TEXT({wedge},"#,##0")'
      + '&" of it for the countervailing duty. In the market with high duties, “"&{mode}&"”"&IF({mode_saving}>0," saves "," costs ")'
      + '&TEXT(ABS({mode_saving}),"#,##0")&" dollars a vehicle"&IF({mode_saving}>0,""," more")'
      + '&IF(ISNUMBER({mode_pays})," and pays from "&TEXT({mode_pays},"#,##0")&" vehicles a year"," and never pays")'
      + '&"; once kits pay as finished vehicles"&IF(ISNUMBER({mode_pays_later})," it takes "&TEXT({mode_pays_later},"#,##0"),'
      + '" it never pays")&". Its regional content of "&TEXT({mode_content},"0%")&IF({missing}>0," misses "," meets ")&"the "'
      + '&TEXT({threshold},"0%")&" asked."',
    zh: '={exporter}&"的车辆在欧盟完税成本为"&TEXT({landed},"#,##0")&"欧元，其中反补贴税负"&TEXT({wedge},"#,##0")'
      + '&"欧元。在高关税市场，“"&{mode}&"”每辆"&IF({mode_saving}>0,"节约","多花")&TEXT(ABS({mode_saving}),"#,##0")&"美元"'
      + '&IF(ISNUMBER({mode_pays}),"，年销"&TEXT({mode_pays},"#,##0")&"辆起划算","，永远不划算")&"；散件与整车同税后"'
      + '&IF(ISNUMBER({mode_pays_later}),"需"&TEXT({mode_pays_later},"#,##0")&"辆","永远不划算")&"。其区域价值成分为"'
      + '&TEXT({mode_content},"0%")&IF({missing}>0,"，未达到","，达到")&TEXT({threshold},"0%")&"的要求。"',
  },
};

const reading: ReadingBlock = {
  kind: "reading",
  lines: [
    {
      en: "Kits pay through the gap between two tariffs. That gap is political: look at the second column of savings before building a plant.",
      zh: "散件组装赚的是两种税率之差，而税率差取决于政策：建厂前请先看税率调整后的节约额。",
    },
    {
      en: "The EU's extra duty on electric cars from China is countervailing (against subsidies), not anti-dumping; it comes on top of the ordinary 10%.",
      zh: "欧盟对中国产电动汽车加征的是反补贴税，不是反倾销税；在10%普通关税之外加征。",
    },
    {
      en: "Whose parts count as regional depends on the agreement: under RCEP Chinese parts do, under ASEAN's own agreement and Mercosur they do not.",
      zh: "哪些零部件算区域内取决于协定：RCEP下中国零部件计入，东盟内部协定与南方共同市场则不计。",
    },
  ],
};

const byMaker: ChartBlock = {
  kind: "chart",
  type: "bar",
  title: { en: "Countervailing duty on a car in the EU, euros", zh: "欧盟单车反补贴税负（欧元）" },
  categories: "{makers.maker}",
  series: [{ name: { en: "Duty and the tax on it", zh: "税负" }, values: "{makers.wedge}" }],
};

const byVolume = (ways: readonly Texts[]): ChartBlock => ({
  kind: "chart",
  type: "line",
  title: { en: "Cost of a vehicle by sales, today's tariffs", zh: "单车成本随销量的变化（现行税率）" },
  categories: "{sales}",
  series: ways.map((name, i) => ({ name, values: `{cost_way_${i + 1}}` })),
  axes: { category: { en: "Vehicles a year", zh: "年销量（辆）" }, value: { en: "Dollars", zh: "美元" } },
});

const notes: NotesBlock = {
  kind: "notes",
  title: { en: "Sources and limits", zh: "来源与局限" },
  lines: [
    {
      en: "Tariffs: verify before use. EU rates of Regulation (EU) 2024/2754; since January 2026 a price undertaking can replace the duty for a model.",
      zh: "税率使用前请核实。欧盟税率见（EU）2024/2754号条例；2026年1月起，价格承诺可对单个车型替代该税。",
    },
    {
      en: "Brazil's rate on kits before 2027 is printed differently by its sources: today's figure is illustrative.",
      zh: "巴西2027年前的散件税率各来源不一：现行税率为示例。",
    },
    {
      en: "Costs of the other market are before local taxes, which weigh on all ways alike only where they do not favour local content.",
      zh: "高关税市场的成本未含当地税收；若当地税收优惠本地成分，各方式的税负并不相同。",
    },
    {
      en: "Assembly of kits can be treated as circumvention of a duty. Whether local build needs approval to move technology abroad is for lawyers.",
      zh: "散件组装可能被认定为规避关税；本地制造是否涉及技术出口审批，请咨询法务。",
    },
    {
      en: "The EU's carbon border adjustment does not cover vehicles in 2026 and 2027.",
      zh: "欧盟碳边境调节机制在2026—2027年不涵盖整车。",
    },
  ],
};

/** The first sheet: what stands in it besides the results is words and charts. */
export const exportEntryPage = (results: WorkedBlock, ways: readonly Texts[]): SheetPlan => ({
  name: { en: "Export entry", zh: "出口进入" },
  blocks: [answer, reading, results, byMaker, byVolume(ways), notes],
});
