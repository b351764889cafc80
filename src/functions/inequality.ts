import { Refusal } from "../refusal";
import { entropy } from "../maths/concentration";
import { gini, theilL, theilT } from "../maths/inequality";
import { shares, sum } from "../maths/sum";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { choice, flag, labels, list, number } from "./kinds";
import { either, equals, isTable, placesIn } from "./native";

const define = family(
  "inequality",
  { en: "Inequality and variety", zh: "不均衡与多样性" },
  { en: "See how evenly an industry is spread", zh: "产业分布是否均衡" },
);

const isKnown = (value: number): boolean => !Number.isNaN(value);

function known(values: Float64Array, subject: string): Float64Array {
  const found = values.filter(isKnown);
  if (found.length === 0) throw new Refusal("missing", say.noNumbers, subject);
  if (sum(found) === 0) throw new Refusal("zero", say.zeroTotal, subject);
  return found;
}

const ifTwo = (values: string, formula: string): string => `IF(COUNT(${values})<2,#N/A,${formula})`;

export const giniCoef = define({
  name: "GINI_COEF",
  title: { en: "Gini coefficient", zh: "基尼系数" },
  summary: { en: "Inequality: 0 when all are alike, towards 1 when one has all.", zh: "不均衡程度：完全相等为 0，集中于一家时趋近 1。" },
  method: {
    en: "Mean absolute difference / (2 × mean), weighted where weights are given; corrected multiplies by n / (n − 1).",
    zh: "平均绝对差 ÷（2 × 均值），给出权重时加权；修正时乘以 n ÷ (n − 1)。",
  },
  parameters: {
    values: list(
      { en: "Values not below 0; n/a where missing.", zh: "非负数值；缺失填 n/a。" },
      { unit: "any unit", min: 0, missing: true },
    ),
    weights: list(
      { en: "Weights, such as population.", zh: "权重，如人口。" },
      { unit: "any unit", min: 0, optional: true, sameSizeAs: "values", turned: true },
    ),
    corrected: flag({ en: "TRUE for the small-sample correction.", zh: "TRUE 表示小样本修正。" }, { default: false }),
  },
  returns: number({ en: "A share, 0 to 1.", zh: "0 至 1。" }, { unit: "share" }),
  evaluate: ({ values, weights, corrected }) => {
    if (corrected && weights) throw new Refusal("invalid", say.notWith("weights"), "corrected");
    const count = values.filter(isKnown).length;
    if (count < 2) throw new Refusal("missing", count === 0 ? say.noNumbers : say.atLeast(2), "values");
    const present = known(values, "values");
    if (!weights) return gini(present, new Float64Array(count).fill(1)) * (corrected ? count / (count - 1) : 1);
    const given = weights.filter((_, i) => isKnown(values[i]!));
    if (sum(given) === 0) throw new Refusal("zero", say.zeroTotal, "weights");
    if (present.every((value, i) => value === 0 || given[i] === 0)) throw new Refusal("zero", say.zeroTotal, "values");
    return gini(present, given);
  },
  cautions: ({ values, weights, corrected }) => {
    const count = values.filter(isKnown).length;
    return [count < 10 && !weights && !corrected && caution.fewValues(count)];
  },
  native: {
    array: ({ values, weights, corrected }) => {
      const pairs = (range: string) => `ABS(${range}-TRANSPOSE(${range}))`;
      if (weights !== "") {
        const [gaps, total] = [`${weights}*TRANSPOSE(${weights})*${pairs(values)}`, `SUM(${weights})`];
        const weighted = `SUM(${gaps})/(2*${total}*SUMPRODUCT(${weights},${values}))`;
        return either(corrected, "#VALUE!", ifTwo(values, weighted));
      }
      const place = `(${placesIn(values)}+1)`;
      const ranked = `IFERROR((2*${place}-COUNT(${values})-1)*SMALL(${values},${place}),0)`;
      const differences = isTable(values) ? `2*SUM(${ranked})` : `SUM(${pairs(values)})`;
      const plain = `${differences}/(2*COUNT(${values})^2*AVERAGE(${values}))`;
      return ifTwo(values, either(corrected, `${plain}*COUNT(${values})/(COUNT(${values})-1)`, plain));
    },
  },
  source: "Gini (1912); as ineq::Gini and REAT gini.",
  examples: [{ given: { values: [20, 50, 20, 10] }, gives: 0.3, from: "Σ|xᵢ − xⱼ| = 240 over ordered pairs, / (2 × 16 × 25), by hand; ineq::Gini" }],
});

export const theilIndex = define({
  name: "THEIL_INDEX",
  title: { en: "Theil index", zh: "泰尔指数" },
  summary: { en: "Inequality that adds up over groups: 0 when all are alike.", zh: "可分解的不均衡指数：完全相等为 0。" },
  method: {
    en: "T = mean((x/m) LN(x/m)), where 0 counts as 0; L = mean(LN(m/x)), the mean log deviation.",
    zh: "T = 均值((x/m) LN(x/m))，0 计为 0；L = 均值(LN(m/x))，即平均对数偏差。",
  },
  parameters: {
    values: list(
      { en: "Values not below 0; n/a where missing.", zh: "非负数值；缺失填 n/a。" },
      { unit: "any unit", min: 0, missing: true },
    ),
    measure: choice(["T", "L"], {
      default: "T",
      en: "T, or L, which weighs small values more.",
      zh: "T，或更看重小值的 L。",
      words: { T: { en: "Theil's T", zh: "泰尔 T 指数" }, L: { en: "Theil's L: small values weigh more", zh: "泰尔 L 指数：更看重小值" } },
    }),
  },
  returns: number(
    { en: "0 to LN(n) for T; unbounded for L.", zh: "T 为 0 至 LN(n)；L 无上限。" },
    { unit: "number" },
  ),
  evaluate: ({ values, measure }) => {
    const present = known(values, "values");
    if (measure === "T") return theilT(present);
    if (present.includes(0)) throw new Refusal("unsolvable", say.greaterThan(0), "values");
    return theilL(present);
  },
  native: ({ values, measure }) => {
    const relative = `${values}/AVERAGE(${values})`;
    const t = `SUMPRODUCT(${relative},LN((${values}+(${values}=0))/AVERAGE(${values})))/COUNT(${values})`;
    const l = `-SUMPRODUCT(LN(${relative}))/COUNT(${values})`;
    const positive = `IF(SUM(${values})=0,#DIV/0!,IF(MIN(${values})=0,#NUM!,${l}))`;
    return either(equals(measure, "L"), positive, t);
  },
  source: "Theil (1967), Economics and Information Theory; as ineq::Theil and PySAL.",
  examples: [
    {
      given: { values: [10, 10, 10, 20, 50] },
      gives: 0.2502012117690939,
      from: "(3 × 0.5 ln 0.5 + 1 ln 1 + 2.5 ln 2.5) / 5, by hand; ineq::Theil",
    },
    {
      given: { values: [10, 10, 10, 20, 50], measure: "L" },
      gives: (3 * Math.log(2) + Math.log(0.4)) / 5,
      from: "REAT theil prints 0.2326302: (3 ln 2 + ln 1 + ln 0.4) / 5",
    },
  ],
});

export const entropyIndex = define({
  name: "ENTROPY_INDEX",
  title: { en: "Shannon entropy", zh: "香农熵（多样化指数）" },
  summary: { en: "Diversity: 0 for one activity, LN(n) for n alike.", zh: "多样化程度：只有一类为 0，n 类相等为 LN(n)。" },
  method: {
    en: "−SUM(s LN(s)) / LN(base); normalised divides by the entropy of all n values alike, zeros counted.",
    zh: "−SUM(s LN(s)) ÷ LN(底)；标准化时除以 n 类（含 0）全部相等时的熵。",
  },
  parameters: {
    values: list(
      { en: "Employment or output by activity.", zh: "各类产业的就业或产出。" },
      { unit: "any unit", min: 0 },
    ),
    base: number(
      { en: "Base of the logarithm; e where left out.", zh: "对数的底；省略为 e。" },
      { unit: "number", above: 0, optional: true },
    ),
    normalised: flag({ en: "TRUE: from 0 to 1.", zh: "TRUE：取 0 至 1。" }, { default: false }),
  },
  returns: number(
    { en: "Nats, or units of the base; 0 to 1 where normalised.", zh: "以所选的底计；标准化为 0 至 1。" },
    { unit: "number" },
  ),
  evaluate: ({ values, base, normalised }) => {
    if (base === 1) throw new Refusal("unsolvable", say.notOne, "base");
    const nats = entropy(shares(values, "values"));
    if (!normalised) return base === undefined ? nats : nats / Math.log(base);
    if (values.length === 1) throw new Refusal("zero", say.atLeast(2), "values");
    return nats / Math.log(values.length);
  },
  native: ({ values, base, normalised }) => {
    const nats = `-SUMPRODUCT(${values}/SUM(${values})*LN((${values}+(${values}=0)*SUM(${values}))/SUM(${values})))`;
    const inBase = base === "" ? nats : `${nats}/LN(${base})`;
    const entropies = either(normalised, `${nats}/LN(ROWS(${values})*COLUMNS(${values}))`, inBase);
    return base === "" ? entropies : `IF(${base}=1,#NUM!,${entropies})`;
  },
  source: "Shannon (1948), A Mathematical Theory of Communication; EconGeo entropy uses base 2.",
  examples: [
    { given: { values: [44, 63, 8, 83], base: 2 }, gives: 1.7207106645122834, from: "EconGeo entropy prints 1.721 for this row" },
    { given: { values: [1, 1], base: 2 }, gives: 1, from: "one bit for a fair coin" },
  ],
});

export const relatedVariety = define({
  name: "RELATED_VARIETY",
  title: { en: "Related and unrelated variety", zh: "相关多样性与无关多样性" },
  summary: {
    en: "Variety within groups of related sub-sectors, or between the groups.",
    zh: "相关细分行业组内的多样性，或各组之间的多样性。",
  },
  method: {
    en: "related: SUM(p LN(P/p)), P the share of the group; unrelated: −SUM(P LN(P)). They add up to ENTROPY_INDEX.",
    zh: "related：SUM(p LN(P/p))，P 为所在组的份额；unrelated：−SUM(P LN(P))。二者之和为 ENTROPY_INDEX。",
  },
  parameters: {
    values: list({ en: "Employment by sub-sector.", zh: "各细分行业就业。" }, { unit: "any unit", min: 0 }),
    groups: labels({ en: "Group of each sub-sector.", zh: "各细分行业所属的组。" }, { sameSizeAs: "values" }),
    part: choice(["related", "unrelated"], {
      default: "related",
      en: "Within groups, or between them.",
      zh: "组内或组间。",
      words: { related: { en: "Within groups", zh: "组内（相关多样性）" }, unrelated: { en: "Between groups", zh: "组间（无关多样性）" } },
    }),
  },
  returns: number({ en: "Nats.", zh: "奈特（以 e 为底）。" }, { unit: "number" }),
  evaluate: ({ values, groups, part }) => {
    const parts = shares(values, "values");
    const unlabelled = groups.findIndex((group, i) => group === "" && values[i]! > 0);
    if (unlabelled >= 0) throw new Refusal("invalid", say.blankAt(unlabelled + 1), "groups");
    const groupShares = new Map<string, number>();
    for (const [i, label] of groups.entries()) {
      const group = label.toLowerCase();
      groupShares.set(group, (groupShares.get(group) ?? 0) + parts[i]!);
    }
    const between = entropy([...groupShares.values()]);
    return part === "unrelated" ? between : Math.max(0, entropy(parts) - between);
  },
  cautions: ({ groups, part }) => [part === "related" && new Set(groups).size === groups.length && caution.singleGroups],
  native: ({ values, groups, part }) => {
    const group = `SUMIF(${groups},${groups},${values})`;
    const related = `SUMPRODUCT(${values}/SUM(${values})*LN((${group}+(${values}=0))/(${values}+(${values}=0)*(${group}+1))))`;
    const unrelated = `-SUMPRODUCT(${values}/SUM(${values})*LN((${group}+(${group}=0))/SUM(${values})))`;
    return either(equals(part, "unrelated"), unrelated, related);
  },
  source: "Frenken, Van Oort & Verburg (2007), Related Variety, Unrelated Variety and Regional Economic Growth, Regional Studies 41(5).",
  examples: [
    {
      given: { values: [40, 20, 15, 10, 10, 5], groups: ["OEM", "OEM", "parts", "parts", "parts", "software"] },
      gives: 0.7595557737340419,
      from: "0.4 ln 1.5 + 0.2 ln 3 + 0.15 ln(35/15) + 0.2 ln 3.5 + 0.05 ln 1, by hand",
    },
  ],
});
