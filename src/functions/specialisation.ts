import { Refusal, type Texts } from "../refusal";
import { distance, locationalGini } from "../maths/inequality";
import { columnSums, matrix as matrixOf, rowSums, type Matrix } from "../maths/matrix";
import { complexity, density, locationQuotients, presence, proximity, type NoComplexity } from "../maths/relatedness";
import { quotient, shares, sum } from "../maths/sum";
import { withRefusals, type Answer } from "./cells";
import * as caution from "./cautions";
import { family, type Helper, type Places } from "./define";
import * as say from "./fragments";
import { choice, list, matrix, number } from "./kinds";
import { onesDown } from "./native";

const define = family(
  "specialisation",
  { en: "Specialisation and relatedness", zh: "专业化与产业关联" },
  { en: "Compare my region with the nation", zh: "本地与全国相比" },
);

const table = matrix(
  { en: "Values: regions in rows, industries in columns.", zh: "数值：行为地区，列为产业。" },
  { unit: "any unit", min: 0 },
);

/** A region below this share of the nation has quotients that a few firms decide. */
const small = 0.001;

function smallRegions(values: Matrix): Texts[] {
  const regions = rowSums(values);
  const least = Math.min(...regions.filter((size) => size > 0)) / sum(regions);
  return least < small ? [caution.smallRegion(least)] : [];
}

const undefinedCell = new Refusal("zero", say.zeroTotal, "matrix");

const unrelatedCell = new Refusal("zero", say.zeroTotal, "relatedness");

export const locQuotient = define({
  name: "LOC_QUOTIENT",
  title: { en: "Location quotient", zh: "区位商" },
  summary: {
    en: "How specialised a region is in an industry: above 1, more than the nation.",
    zh: "地区在某产业上的专业化程度：大于 1 表示高于全国。",
  },
  method: {
    en: "(e_ir / e_r) / (e_in / e_n). With exports it is Balassa's revealed comparative advantage.",
    zh: "（地区该产业 ÷ 地区合计）÷（全国该产业 ÷ 全国合计）。用出口额计算即巴拉萨显示性比较优势指数（RCA）。",
  },
  parameters: {
    e_ir: number(
      { en: "The industry in the region: jobs, output or firms.", zh: "地区该产业的就业、产出或企业数。" },
      { unit: "same unit", min: 0 },
    ),
    e_r: number({ en: "All industries in the region.", zh: "地区全部产业。" }, { unit: "same unit", min: 0 }),
    e_in: number({ en: "The industry in the nation.", zh: "全国该产业。" }, { unit: "same unit", min: 0 }),
    e_n: number({ en: "All industries in the nation.", zh: "全国全部产业。" }, { unit: "same unit", min: 0 }),
  },
  returns: number({ en: "A quotient: 1 is the national average.", zh: "商：1 为全国平均。" }, { unit: "number" }),
  evaluate: ({ e_ir, e_r, e_in, e_n }) => {
    const parts = [["e_ir", e_ir, "e_r", e_r], ["e_in", e_in, "e_n", e_n], ["e_ir", e_ir, "e_in", e_in], ["e_r", e_r, "e_n", e_n]] as const;
    const value = quotient(quotient(e_ir, e_r, "e_r"), quotient(e_in, e_n, "e_n"), "e_in");
    for (const [name, part, whole, total] of parts) {
      if (part > total) throw new Refusal("unsolvable", say.partOf(whole), name);
    }
    return value;
  },
  cautions: ({ e_r, e_n }) => [e_r < small * e_n && caution.smallRegion(e_r / e_n)],
  native: ({ e_ir, e_r, e_in, e_n }) =>
    `IF(${e_r}*${e_n}*${e_in}=0,#DIV/0!,IF(OR(${e_ir}>${e_r},${e_in}>${e_n},${e_ir}>${e_in},${e_r}>${e_n}),#NUM!,(${e_ir}/${e_r})/(${e_in}/${e_n})))`,
  source: "Florence (1939); Balassa (1965), Trade Liberalisation and Revealed Comparative Advantage; REAT locq.",
  examples: [
    {
      given: { e_ir: 1714, e_r: 79006, e_in: 879213, e_n: 15593224 },
      gives: 1714 / 79006 / (879213 / 15593224),
      from: "REAT locq(1714, 79006, 879213, 15593224) prints 0.3847623",
    },
  ],
});

export const lqMatrix = define({
  name: "LQ_MATRIX",
  title: { en: "Location quotients of a table", zh: "区位商矩阵" },
  summary: { en: "Every region's location quotient in every industry.", zh: "各地区各产业的区位商。" },
  method: { en: "(value / row total) / (column total / total), for each cell.", zh: "每格：（数值 ÷ 行合计）÷（列合计 ÷ 总计）。" },
  parameters: { matrix: table },
  returns: matrix({ en: "Quotients, regions × industries.", zh: "商，地区 × 产业。" }, { unit: "number" }),
  evaluate: ({ matrix: values }) => {
    const [regions, industries] = [rowSums(values), columnSums(values)];
    return withRefusals(locationQuotients(values), (i, j) =>
      regions[i] === 0 || industries[j] === 0 ? undefinedCell : undefined);
  },
  cautions: ({ matrix: values }) => smallRegions(values),
  native: {
    array: ({ matrix: values }) =>
      `${values}/MMULT(${values},TRANSPOSE(COLUMN(${values})^0))/(MMULT(TRANSPOSE(ROW(${values})^0),${values})/SUM(${values}))`,
  },
  source: "As LOC_QUOTIENT; EconGeo location.quotient, py-ecomplexity.",
  examples: [
    {
      given: { matrix: [[10, 10], [10, 70]] },
      gives: [[2.5, 0.625], [0.625, 1.09375]],
      from: "(10/20)/(20/100) = 2.5, (10/20)/(80/100) = 0.625, (70/80)/(80/100) = 1.09375, by hand",
    },
  ],
});

export const krugmanIndex = define({
  name: "KRUGMAN_INDEX",
  title: { en: "Krugman specialisation index", zh: "克鲁格曼专业化指数" },
  summary: { en: "Distance between two industrial structures: 0 alike, 2 disjoint.", zh: "两地产业结构差异：相同为 0，完全不同为 2。" },
  method: { en: "SUM |s − r| of the shares.", zh: "份额之差绝对值的合计：SUM |s − r|。" },
  parameters: {
    region: list({ en: "The region by industry.", zh: "本地区分产业数值。" }, { unit: "any unit", min: 0 }),
    reference: list(
      { en: "The nation, or another region, by industry.", zh: "全国或另一地区分产业数值。" },
      { unit: "any unit", min: 0, sameSizeAs: "region" },
    ),
  },
  returns: number({ en: "0 to 2.", zh: "0 至 2。" }, { unit: "number" }),
  evaluate: ({ region, reference }) => distance(shares(region, "region"), shares(reference, "reference")),
  native: ({ region, reference }) => `SUMPRODUCT(ABS(${region}/SUM(${region})-${reference}/SUM(${reference})))`,
  source: "Krugman (1991), Geography and Trade; REAT krugman.spec, EconGeo Krugman.index.",
  examples: [{ given: { region: [3, 1], reference: [1, 1] }, gives: 0.5, from: "|0.75 − 0.5| + |0.25 − 0.5|, by hand" }],
});

export const hooverIndex = define({
  name: "HOOVER_INDEX",
  title: { en: "Hoover index", zh: "胡佛指数" },
  summary: { en: "Share that would have to move for the two distributions to be alike.", zh: "使两种分布一致所需移动的份额。" },
  method: { en: "SUM |s − r| / 2; equal shares where no reference is given.", zh: "SUM |s − r| ÷ 2；未给参照时取等份额。" },
  parameters: {
    values: list({ en: "The industry by region.", zh: "该产业分地区数值。" }, { unit: "any unit", min: 0 }),
    reference: list(
      { en: "All industries, people or area by region.", zh: "分地区的全部产业、人口或面积。" },
      { unit: "any unit", min: 0, optional: true, sameSizeAs: "values" },
    ),
  },
  returns: number({ en: "A share, 0 to 1.", zh: "0 至 1。" }, { unit: "share" }),
  evaluate: ({ values, reference }) => {
    const expected = reference ?? new Float64Array(values.length).fill(1);
    return distance(shares(values, "values"), shares(expected, "reference")) / 2;
  },
  native: ({ values, reference }) => {
    const expected = reference === "" ? `1/(ROWS(${values})*COLUMNS(${values}))` : `${reference}/SUM(${reference})`;
    return `SUMPRODUCT(ABS(${values}/SUM(${values})-${expected}))/2`;
  },
  source: "Hoover (1936), The Measurement of Industrial Localization; REAT hoover, EconGeo Hoover.index (× 100).",
  examples: [
    {
      given: { values: [0, 10, 10, 30, 50], reference: [10, 15, 20, 25, 30] },
      gives: 0.25,
      from: "(10 + 5 + 10 + 5 + 20) / 200, by hand; EconGeo prints 25",
    },
  ],
});

export const locationalGiniIndex = define({
  name: "LOCATIONAL_GINI",
  title: { en: "Locational Gini coefficient", zh: "区位基尼系数" },
  summary: {
    en: "How unevenly an industry is spread over regions, against all activity.",
    zh: "相对于全部经济活动，产业在各地区分布的不均衡程度。",
  },
  method: {
    en: "SUM over pairs |sᵢ rⱼ − sⱼ rᵢ| / 2: twice the area between the Hoover curve and the diagonal.",
    zh: "对所有地区对求和 |sᵢ rⱼ − sⱼ rᵢ| ÷ 2：胡佛曲线与对角线之间面积的两倍。",
  },
  parameters: {
    industry: list({ en: "The industry by region.", zh: "该产业分地区数值。" }, { unit: "any unit", min: 0 }),
    reference: list(
      { en: "All activity by region.", zh: "全部经济活动分地区数值。" },
      { unit: "any unit", min: 0, sameSizeAs: "industry" },
    ),
  },
  returns: number(
    { en: "0, spread as all activity, towards 1.", zh: "与全部活动分布一致为 0，趋近 1。" },
    { unit: "number" },
  ),
  evaluate: ({ industry, reference }) => {
    if (sum(industry) === 0) throw new Refusal("zero", say.zeroTotal, "industry");
    if (sum(reference) === 0) throw new Refusal("zero", say.zeroTotal, "reference");
    return locationalGini(industry, reference);
  },
  native: {
    array: ({ industry, reference }) =>
      `SUM(ABS(${industry}*TRANSPOSE(${reference})-TRANSPOSE(${industry})*${reference}))/2/SUM(${industry})/SUM(${reference})`,
  },
  source: "Hoover curve, as EconGeo Hoover.Gini. REAT gini.conc and EconGeo locational.Gini are other measures of that name.",
  examples: [
    {
      given: { industry: [0, 10, 10, 30, 50], reference: [10, 15, 20, 25, 30] },
      gives: 0.31,
      from: "EconGeo Hoover.Gini documentation prints 0.31",
    },
  ],
});

/** A table of 0 and 1 with the threshold 0.5 says itself what is present. */
const present = (values: Matrix, threshold: number): Matrix =>
  threshold === 0.5 && values.data.every((cell) => cell === 0 || cell === 1) ? values : presence(values, threshold);

const threshold = number(
  { en: "Location quotient from which an industry is present.", zh: "视为具备该产业的区位商门槛。" },
  { unit: "number", above: 0, default: 1 },
);

/** What `present` is, in a formula. */
function presenceIn(values: string, from: string): string {
  const regions = `MMULT(${values},TRANSPOSE(COLUMN(${values})^0))`;
  const industries = `MMULT(TRANSPOSE(${onesDown(values)}),${values})`;
  const quotient = `${values}/${regions}/(${industries}/SUM(${values}))`;
  const computed = `IF((${regions}=0)+(${industries}=0)>0,0,--(${quotient}>=${from}))`;
  const isBinary = `(${from}=0.5)*(SUMPRODUCT((${values}=0)+(${values}=1))=ROWS(${values})*COLUMNS(${values}))`;
  return `IF(${isBinary},${values},${computed})`;
}

const proximityHelper: Helper<"matrix"> = {
  name: "proximity",
  title: { en: "φ: proximity of the industries", zh: "φ：产业间邻近度" },
  size: ({ matrix: { columns } }) => ({ rows: columns, columns }),
  /** The larger of two is half of their sum and distance: Gnumeric's IF makes no table of a row and a column. */
  formula: ({ presence: held }) => {
    const spread = `MMULT(TRANSPOSE(${onesDown(held!)}),${held})`;
    const twice = `(${spread}+TRANSPOSE(${spread})+ABS(${spread}-TRANSPOSE(${spread})))`;
    return `2*MMULT(TRANSPOSE(${held}),${held})/(${twice}+(${twice}=0))`;
  },
};

export const relatednessDensity = define({
  name: "RELATEDNESS_DENSITY",
  title: { en: "Relatedness density", zh: "产业关联密度" },
  summary: {
    en: "How close each industry is to what a region already does.",
    zh: "各产业与地区现有产业的接近程度。",
  },
  method: {
    en: "M = LQ ≥ threshold; φᵢⱼ = MIN(P(i|j), P(j|i)), diagonal included; density of j = SUM(Mᵢ φᵢⱼ) / SUM(φᵢⱼ). "
      + "A table of 0 and 1 with threshold 0.5 is taken as M itself.",
    zh: "M = 区位商 ≥ 门槛；φᵢⱼ = MIN(P(i|j)，P(j|i))，含对角线；j 的密度 = SUM(Mᵢ φᵢⱼ) ÷ SUM(φᵢⱼ)。0/1 表且门槛为 0.5 时直接作为 M。",
  },
  parameters: {
    matrix: table,
    relatedness: matrix(
      { en: "Relatedness of the industries; proximity where left out.", zh: "产业间关联矩阵；省略时用邻近度。" },
      { unit: "number", min: 0, square: true, optional: true },
    ),
    threshold,
  },
  returns: matrix({ en: "Shares, regions × industries.", zh: "0 至 1，地区 × 产业。" }, { unit: "share" }),
  evaluate: ({ matrix: values, relatedness, threshold: from }) => {
    if (relatedness && relatedness.rows !== values.columns) throw new Refusal("invalid", say.rowsAsColumnsOf("matrix"), "relatedness");
    const held = present(values, from);
    const related = relatedness ?? proximity(held);
    const around = columnSums(related);
    const unrelated = relatedness ? unrelatedCell : undefinedCell;
    return withRefusals(density(held, related), (_, j) => (around[j] === 0 ? unrelated : undefined));
  },
  cautions: ({ matrix: values }) => smallRegions(values),
  native: {
    block: ({ matrix: values, relatedness, threshold: from }) => {
      const held: Helper<"matrix"> = {
        name: "presence",
        title: { en: "M: 1 where the industry is present", zh: "M：具备该产业为 1" },
        size: ({ matrix: size }) => size,
        formula: () => presenceIn(values, from),
      };
      const around = (related: string) => `MMULT(TRANSPOSE(${onesDown(related)}),${related})`;
      const shares = (at: Places, related: string) => `MMULT(${at.presence},${related})/${around(related)}`;
      if (relatedness === "") return { helpers: [held, proximityHelper], result: (at) => shares(at, at.proximity!) };
      const isFit = `(ROWS(${relatedness})=COLUMNS(${values}))*(COLUMNS(${relatedness})=COLUMNS(${values}))`;
      return { helpers: [held], result: (at) => `IF(${isFit},${shares(at, relatedness)},#VALUE!)` };
    },
  },
  source: "Hidalgo, Klinger, Barabási & Hausmann (2007), Science 317; py-ecomplexity calc_density, EconGeo relatedness.density (× 100).",
  examples: [
    {
      given: { matrix: [[1, 1, 0], [0, 1, 1]], threshold: 0.5 },
      gives: [[1, 0.75, 0.3333333333333333], [0.3333333333333333, 0.75, 1]],
      from: "φ = 1, ½, 0 / ½, 1, ½ / 0, ½, 1; region 1 holds industries 1 and 2: 1.5/1.5, 1.5/2, 0.5/1.5, by hand",
    },
  ],
});

const noIndex: Record<NoComplexity, Texts> = {
  disconnected: { en: "falls into parts that share no industry: there is no index between them", zh: "分为互不相连的部分，无法计算指数" },
  undetermined: { en: "has no single second eigenvector: the index would be noise", zh: "第二特征向量不唯一，指数没有意义" },
  unsigned: { en: "leaves the index without a sign: it does not vary with diversity", zh: "指数与多样性不相关，无法确定符号" },
  large: { en: "must not have more than 500 rows and 500 columns both: it would take too long", zh: "行数和列数不得同时超过 500：计算时间过长" },
};

const fewRegionsLeft: Texts = {
  en: "must have an industry at or above the threshold in at least 3 regions",
  zh: "至少要有 3 个地区具备达到门槛的产业",
};

export const eciIndex = define({
  name: "ECI_INDEX",
  title: { en: "Economic complexity index", zh: "经济复杂度指数" },
  summary: {
    en: "Complexity of each region, or of each industry, as a z-score.",
    zh: "各地区（或各产业）的复杂度，以 z 值表示。",
  },
  method: {
    en: "Second eigenvector of the method of reflections on M = LQ ≥ threshold, signed to rise with diversity, z-scored with "
      + "the regions' mean and population standard deviation: a region's index is the mean of its industries'. A table of 0 "
      + "and 1 with threshold 0.5 is taken as M itself.",
    zh: "以 M = 区位商 ≥ 门槛构造反射法矩阵的第二特征向量，符号取为与多样性正相关，用各地区的均值与总体标准差标准化：地区指数等于其产业指数的均值。"
      + "0/1 表且门槛为 0.5 时直接作为 M。",
  },
  parameters: {
    matrix: table,
    threshold,
    side: choice(["region", "industry"], {
      default: "region",
      en: "Regions (ECI) or industries (PCI).",
      zh: "地区（ECI）或产业（PCI）。",
      words: { region: { en: "Regions (ECI)", zh: "地区（ECI）" }, industry: { en: "Industries (PCI)", zh: "产业（PCI）" } },
    }),
  },
  returns: matrix({ en: "A column of z-scores.", zh: "一列 z 值。" }, { unit: "number" }),
  evaluate: ({ matrix: values, threshold: from, side }) => {
    const all = present(values, from);
    const [rows, columns] = [positions(rowSums(all)), positions(columnSums(all))];
    if (rows.length < 3) throw new Refusal("missing", fewRegionsLeft, "matrix");
    const kept = matrixOf(rows.length, columns.length, Float64Array.from(
      rows.flatMap((i) => columns.map((j) => all.data[i * all.columns + j]!))));
    const found = complexity(kept);
    if (typeof found === "string") throw new Refusal(found === "large" ? "unsolvable" : "missing", noIndex[found], "matrix");
    return side === "region"
      ? placed(found.regions, rows, values.rows)
      : placed(found.industries, columns, values.columns);
  },
  cautions: ({ matrix: values }) => [values.rows < 10 && caution.fewRegions(values.rows), ...smallRegions(values)],
  native: { none: { en: "needs an eigenvector", zh: "需要计算特征向量" } },
  source: "Hidalgo & Hausmann (2009), PNAS 106(26); py-ecomplexity, EconGeo KCI (z-scores agree).",
  examples: [
    {
      given: {
        matrix: [[44, 63, 8, 83], [48, 42, 10, 1], [74, 54, 96, 16], [39, 26, 28, 13], [89, 61, 45, 76]],
      },
      gives: 1.0690449676496974,
      from: "py-ecomplexity on the matrix of EconGeo's documentation, first region",
    },
  ],
});

const positions = (counts: Float64Array): number[] => [...counts.keys()].filter((i) => counts[i]! > 0);

const nothingPresent = new Refusal("missing", { en: "holds nothing above the threshold here", zh: "此处没有达到门槛的产业" }, "matrix");

const placed = (values: Float64Array, at: readonly number[], length: number): Answer[][] => {
  const answers: Answer[][] = Array.from({ length }, () => [nothingPresent]);
  at.forEach((place, i) => (answers[place] = [values[i]!]));
  return answers;
};
