import { Refusal } from "../refusal";
import { adaptiveAttack, removalCurve } from "../maths/attack";
import { betweenness, cutNodes, degrees, graphOf } from "../maths/graph";
import { matrix as matrixOf } from "../maths/matrix";
import { sum } from "../maths/sum";
import { systemicRisk } from "../maths/systemic-risk";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { flag, labels, list, matrix, number } from "./kinds";

const define = family(
  "network",
  { en: "Supply network", zh: "供应网络" },
  { en: "Find the weak links of a supply chain", zh: "找出供应链的薄弱环节" },
);

const adjacency = matrix(
  { en: "Square table: not 0 where the row supplies the column; the diagonal is ignored.", zh: "方阵：行供应列时非 0；忽略对角线。" },
  { unit: "any unit", square: true },
);

function atLeast(nodes: number, least: number): void {
  if (nodes < least) throw new Refusal("missing", say.nodesAtLeast(least), "adjacency");
}

const graphReason = { en: "needs a search of the graph", zh: "需要图搜索" };

const linksOf = (table: string): string =>
  `(${table}<>0)*(ROW(${table})-MIN(ROW(${table}))<>COLUMN(${table})-MIN(COLUMN(${table})))`;

export const netDensity = define({
  name: "NET_DENSITY",
  title: { en: "Network density", zh: "网络密度" },
  summary: { en: "Links that exist, of all that could.", zh: "实际联系占可能联系的比重。" },
  method: { en: "links / (n (n − 1)), directed", zh: "联系数 ÷（n(n − 1)），有向" },
  parameters: { adjacency },
  returns: number({ en: "A share, 0 to 1.", zh: "0 至 1。" }, { unit: "share" }),
  evaluate: ({ adjacency: table }) => {
    const { nodes, targets } = graphOf(table, true);
    atLeast(nodes, 2);
    return targets.length / (nodes * (nodes - 1));
  },
  native: ({ adjacency: table }) =>
    `IF(ROWS(${table})<>COLUMNS(${table}),#VALUE!,IF(ROWS(${table})<2,#N/A,SUMPRODUCT(${linksOf(table)})/(ROWS(${table})*(ROWS(${table})-1))))`,
  source: "Wasserman & Faust (1994), Social Network Analysis; networkx density.",
  examples: [
    {
      given: { adjacency: [[0, 1, 1], [0, 0, 1], [0, 0, 0]] },
      gives: 0.5,
      from: "3 links of 6, by eye",
    },
  ],
});

export const netCentralization = define({
  name: "NET_CENTRALIZATION",
  title: { en: "Degree centralisation", zh: "网络度中心势" },
  summary: { en: "How far the network hangs on one firm: 1 a star, 0 a ring.", zh: "网络依赖单一企业的程度：星形为 1，环形为 0。" },
  method: { en: "SUM(max d − dᵢ) / ((n − 1)(n − 2)), links taken both ways", zh: "SUM(最大度 − dᵢ) ÷（(n − 1)(n − 2)），联系视为无向" },
  parameters: { adjacency },
  returns: number({ en: "A share, 0 to 1.", zh: "0 至 1。" }, { unit: "share" }),
  evaluate: ({ adjacency: table }) => {
    const links = degrees(graphOf(table, false));
    const n = links.length;
    atLeast(n, 3);
    return (n * links.reduce((a, b) => Math.max(a, b)) - sum(links)) / ((n - 1) * (n - 2));
  },
  native: {
    array: ({ adjacency: table }) => {
      const links = `MMULT(--((${table}<>0)+TRANSPOSE(${table}<>0)>0)*(ROW(${table})-MIN(ROW(${table}))<>COLUMN(${table})-MIN(COLUMN(${table}))),ROW(${table})^0)`;
      const n = `ROWS(${table})`;
      return `IF(${n}<>COLUMNS(${table}),#VALUE!,IF(${n}<3,#N/A,(${n}*MAX(${links})-SUM(${links}))/((${n}-1)*(${n}-2))))`;
    },
  },
  source: "Freeman (1978), Centrality in Social Networks, Social Networks 1(3).",
  examples: [
    { given: { adjacency: [[0, 1, 1, 1], [1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]] }, gives: 1, from: "a star is 1 by definition" },
  ],
});

/** A search from each firm along all links, counted both ways where they go both ways: about a second. */
const mostSearched = 1e8;

export const netBetweenness = define({
  name: "NET_BETWEENNESS",
  title: { en: "Betweenness centrality", zh: "中介中心度" },
  summary: { en: "Share of shortest supply paths that run through each firm.", zh: "最短供应路径经过各企业的比重。" },
  method: {
    en: "Brandes; normalised by the pairs of other firms, (n − 1)(n − 2), half as many where links are taken both ways.",
    zh: "Brandes 算法；按其余企业对数标准化：(n − 1)(n − 2)，无向时减半。",
  },
  parameters: {
    adjacency,
    directed: flag({ en: "TRUE: links only from row to column.", zh: "TRUE：联系只从行到列。" }, { default: false }),
    normalised: flag({ en: "FALSE: counts of paths.", zh: "FALSE：返回路径数。" }, { default: true }),
  },
  returns: matrix({ en: "A column, one for each firm.", zh: "一列，每家企业一个值。" }, { unit: "number" }),
  evaluate: ({ adjacency: table, directed, normalised }) => {
    const graph = graphOf(table, directed);
    const links = graph.targets.length;
    if (graph.nodes * links > mostSearched) {
      throw new Refusal("unsolvable", say.searchesAtMost(graph.nodes, links, mostSearched), "adjacency");
    }
    const counts = betweenness(graph);
    const n = counts.length;
    const pairs = Math.max(1, (n - 1) * (n - 2));
    const scale = normalised ? 1 / pairs : directed ? 1 : 0.5;
    return matrixOf(n, 1, counts.map((count) => count * scale));
  },
  native: { none: graphReason },
  source: "Freeman (1977); Brandes (2001), A Faster Algorithm for Betweenness Centrality.",
  examples: [
    {
      given: { adjacency: [[0, 1, 0], [1, 0, 1], [0, 1, 0]] },
      gives: [[0], [1], [0]],
      from: "every path between the ends of a line of three runs through the middle",
    },
  ],
});

export const netCutNodes = define({
  name: "NET_CUT_NODES",
  title: { en: "Cut nodes", zh: "割点（单点故障）" },
  summary: { en: "TRUE for each firm whose loss splits the network.", zh: "失去后会使网络分裂的企业为 TRUE。" },
  method: { en: "Articulation points of the network, links taken both ways (Tarjan).", zh: "无向网络的割点（Tarjan 算法）。" },
  parameters: { adjacency },
  returns: matrix({ en: "A column of TRUE and FALSE.", zh: "一列 TRUE 或 FALSE。" }, { unit: "number" }),
  evaluate: ({ adjacency: table }) => cutNodes(graphOf(table, false)).map((isCut) => [isCut]),
  native: { none: graphReason },
  source: "Hopcroft & Tarjan (1973), Algorithm 447, Communications of the ACM 16(6).",
  examples: [
    { given: { adjacency: [[0, 1, 0], [1, 0, 1], [0, 1, 0]] }, gives: [[false], [true], [false]], from: "the middle of a line" },
  ],
});

export const netLargestComp = define({
  name: "NET_LARGEST_COMP",
  title: { en: "Largest connected part", zh: "最大连通部分" },
  summary: { en: "Share of all firms that still hang together once some are gone.", zh: "部分企业退出后，仍连在一起的企业占全部企业的比重。" },
  method: { en: "largest component after removal / all firms", zh: "移除后最大连通分量 ÷ 全部企业数" },
  parameters: {
    adjacency,
    removed: list(
      { en: "Numbers of the firms that are gone, by row.", zh: "退出企业的序号（行号）。" },
      { unit: "number", min: 1, whole: true, missing: true, optional: true, otherwise: "invalid" },
    ),
  },
  returns: number({ en: "A share, 0 to 1.", zh: "0 至 1。" }, { unit: "share" }),
  evaluate: ({ adjacency: table, removed }) => {
    const graph = graphOf(table, false);
    const gone = [...new Set(removed?.filter((node) => !Number.isNaN(node)))];
    if (gone.some((node) => node > graph.nodes)) throw new Refusal("invalid", say.notAbove(graph.nodes), "removed");
    const curve = removalCurve(graph, gone.map((node) => node - 1));
    return curve[gone.length]! / graph.nodes;
  },
  native: { none: graphReason },
  source: "Albert, Jeong & Barabási (2000), Error and Attack Tolerance of Complex Networks, Nature 406.",
  examples: [
    {
      given: { adjacency: [[0, 1, 0], [1, 0, 1], [0, 1, 0]], removed: 2 },
      gives: 1 / 3,
      from: "without its middle a line of three leaves single firms",
    },
  ],
});

export const netRobustness = define({
  name: "NET_ROBUSTNESS",
  title: { en: "Robustness to targeted loss", zh: "蓄意攻击下的网络鲁棒性" },
  summary: { en: "How well the network holds when its best-linked firm goes, again and again.", zh: "逐次失去联系最多的企业时，网络保持连通的程度。" },
  method: {
    en: "R = (1/N) SUM of the largest part's share after each removal of the firm with most links left, ties by row.",
    zh: "R =（1/N）Σ 每次移除剩余联系最多的企业（并列取行号小者）后最大连通部分的比重。",
  },
  parameters: { adjacency },
  returns: number({ en: "0 to 0.5.", zh: "0 至 0.5。" }, { unit: "share" }),
  evaluate: ({ adjacency: table }) => {
    const graph = graphOf(table, false);
    const curve = removalCurve(graph, adaptiveAttack(graph));
    return sum(curve.subarray(1)) / graph.nodes ** 2;
  },
  native: { none: graphReason },
  source: "Schneider et al. (2011), Mitigation of Malicious Attacks on Networks, PNAS 108(10).",
  examples: [
    {
      given: { adjacency: [[0, 1, 1, 1], [1, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]] },
      gives: 3 / 16,
      from: "a star of four leaves single firms at once: (1 + 1 + 1 + 0) / 16, by hand",
    },
  ],
});

const mostFirms = 500;

/** Labels 1, 2, 3 … are rows of the table of essential inputs; other labels take its rows as they first appear. */
function sectorNumbers(sectors: readonly string[]): number[] {
  if (sectors.every((sector) => /^[1-9]\d{0,3}$/.test(sector))) return sectors.map((sector) => Number(sector) - 1);
  const kinds = [...new Set(sectors)];
  return sectors.map((sector) => kinds.indexOf(sector));
}

export const systemicRiskIndex = define({
  name: "SYSTEMIC_RISK",
  title: { en: "Economic systemic risk index", zh: "经济系统性风险指数（ESRI）" },
  summary: { en: "Share of the network's sales lost after each firm stops.", zh: "各企业停产后，网络损失的销售额比重。" },
  method: {
    en: "Losses run down to customers (Leontief for each essential kind of input, linear for others by their share of all "
      + "purchases) and up to suppliers in proportion to sales, each to its fixed point; a firm loses the worse of the two. "
      + "No supplier takes another's place (GLcascade with p_market = FALSE).",
    zh: "损失向下游客户传导（关键投入按类以列昂惕夫方式，其他投入按占全部采购的比重线性传导），并按销售比例向上游供应商传导，各自迭代至不动点；"
      + "企业取两者中较大的损失。不考虑供应商之间的替代（同 GLcascade 的 p_market = FALSE）。",
  },
  parameters: {
    sales_matrix: matrix(
      { en: "Square table: sales of the row's firm to the column's.", zh: "方阵：行企业对列企业的销售额。" },
      { unit: "money", min: 0, square: true },
    ),
    sectors: labels(
      { en: "Sector of each firm: its row in essential, or a name, in order of appearance; each its own where left out.",
        zh: "各企业所属行业：essential 中的行号，或按出现顺序对应的名称；省略时各自为一类。" },
      { optional: true },
    ),
    essential: matrix(
      { en: "Input sector × buying sector: 2 essential, 1 not, 0 negligible; all 1 where left out.",
        zh: "投入行业 × 采购行业：2 为关键，1 为非关键，0 为可忽略；省略时全为 1。" },
      { unit: "number", min: 0, max: 2, whole: true, square: true, optional: true },
    ),
  },
  returns: matrix({ en: "A column of shares, one for each firm.", zh: "一列比重，每家企业一个值。" }, { unit: "share" }),
  evaluate: ({ sales_matrix: sales, sectors, essential }) => {
    const firms = sales.rows;
    if (firms > mostFirms) throw new Refusal("unsolvable", say.firmsAtMost(mostFirms), "sales_matrix");
    if (sectors && sectors.length !== firms) throw new Refusal("invalid", say.oneForEach("sales_matrix"), "sectors");
    if (essential && !sectors) throw new Refusal("invalid", say.neededWith("essential"), "sectors");
    const numbers = sectorNumbers(sectors ?? Array.from({ length: firms }, (_, i) => String(i + 1)));
    const kinds = Math.max(...numbers) + 1;
    if (essential && essential.rows < kinds) throw new Refusal("invalid", say.sectorsAtLeast(kinds), "essential");
    return matrixOf(firms, 1, systemicRisk(sales, numbers, essential));
  },
  cautions: ({ essential }) => [!essential && caution.noneEssential],
  native: { none: { en: "iterates to a fixed point", zh: "需要迭代至不动点" } },
  source: "Diem, Borsos, Reisch, Kertész & Thurner (2022), Quantifying Firm-level Economic Systemic Risk, Scientific Reports 12:7719.",
  examples: [
    {
      given: { sales_matrix: [[0, 10, 0], [0, 0, 10], [0, 0, 0]] },
      gives: [[1], [1], [1]],
      from: "a chain of three with a single input each: whoever stops takes all the sales along",
    },
  ],
});
