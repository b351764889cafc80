import type { Texts } from "../refusal";
import type { NamedCell } from "./input-names";

/** How a stress changes an input that its author has named. */
interface Shock {
  /** What must be in the workbook for the stress to bite, as the user is told where it is missing. */
  readonly needs: Texts;
  readonly named: RegExp;
  readonly unlike?: RegExp;
  readonly changed: (value: number, name: string) => number;
}

export interface Stress {
  readonly id: string;
  readonly title: Texts;
  readonly shocks: readonly Shock[];
}

const times = (factor: number) => (value: number): number => value * factor;
const to = (value: number) => (): number => value;

/** Rates written as fractions rise by a fraction, those written in percent by as many points. */
const pointsMore = (points: number) => (value: number): number =>
  value + (Math.abs(value) <= 1 ? points / 100 : points);

const later = (years: number) => (value: number, name: string): number =>
  value + (/month|月/i.test(name) ? 12 * years : years);

const delay = (years: number): Shock => ({
  needs: { en: "a delay, a start year or a commissioning date", zh: "延期、开工年份或投产时间" },
  named: /delay|(start|opening|launch|commission\w*|sop)_?(year|month)|延[期迟误]|(投产|开工)(年|月)/i,
  changed: later(years),
});

/** The questions that are asked of every industrial plan, as changes to inputs known by their names. */
export const stresses: readonly Stress[] = [
  {
    id: "oem-exit",
    title: { en: "The main OEM leaves", zh: "龙头整车企业退出" },
    shocks: [
      {
        needs: { en: "output, volume or share of the largest OEM", zh: "最大整车企业的产量或份额" },
        named: /(largest|main|anchor|lead|dominant|top)_?(oem|maker|plant|customer)|oem_?(output|volume|orders?|sales|share)|龙头/i,
        unlike: /exit|prob|loss|growth|退出|概率/i,
        changed: to(0),
      },
      {
        needs: { en: "the probability of its exit", zh: "其退出概率" },
        named: /(oem|maker|anchor)?_?exit_?(prob\w*|chance|rate)?$|退出概率/i,
        unlike: /cost|loss|year/i,
        changed: to(1),
      },
    ],
  },
  {
    id: "demand",
    title: { en: "Demand falls by 30 %", zh: "需求下降 30 %" },
    shocks: [{
      needs: { en: "demand, sales or orders", zh: "需求、销量或订单" },
      named: /demand|sales|orders|volume|需求|销量|订单/i,
      unlike: /growth|price|share|elastic|month|year|tax|增[长速]|价|占比|弹性/i,
      changed: times(0.7),
    }],
  },
  {
    id: "subsidy",
    title: { en: "Subsidies are withdrawn", zh: "补贴退出" },
    shocks: [{
      needs: { en: "a subsidy, grant or incentive", zh: "补贴、补助或奖励" },
      named: /subsid|grant|incentive|rebate|补贴|补助|奖补|奖励/i,
      unlike: /share|year|prob|占比|年/i,
      changed: to(0),
    }],
  },
  {
    id: "tariff",
    title: { en: "Tariffs rise by 10 points", zh: "关税上升 10 个百分点" },
    shocks: [{
      needs: { en: "a tariff or duty", zh: "关税或反补贴税" },
      named: /tariff|duty|duties|关税|反补贴税/i,
      changed: pointsMore(10),
    }],
  },
  { id: "delay-1", title: { en: "One year's delay", zh: "延期一年" }, shocks: [delay(1)] },
  { id: "delay-2", title: { en: "Two years' delay", zh: "延期两年" }, shocks: [delay(2)] },
  {
    id: "guarantee",
    title: { en: "The guarantee is called", zh: "担保被代偿" },
    shocks: [{
      needs: { en: "the share or probability of the guarantee that is called", zh: "担保代偿比例或概率" },
      named: /guarantee\w*(called?|default|prob|pd|rate)|(call|default|pd)\w*guarantee|代偿(率|比例|概率)|担保\w*概率/i,
      unlike: /fee|cap|limit|费/i,
      changed: to(1),
    }],
  },
];

export interface StressedInput {
  readonly input: NamedCell;
  readonly base: number;
  readonly value: number;
}

export interface BoundStress {
  readonly stress: Stress;
  readonly inputs: readonly StressedInput[];
  /** What the workbook does not name. */
  readonly missing: readonly Texts[];
}

/** Binds a stress to the named inputs of a workbook; what is not named is listed, and nothing else is touched. */
export function boundStress(stress: Stress, inputs: readonly (NamedCell & { readonly value: number })[]): BoundStress {
  const found = stress.shocks.map(({ named, unlike, changed }) =>
    inputs
      .filter(({ name }) => named.test(name) && !unlike?.test(name))
      .map((input) => ({ input, base: input.value, value: changed(input.value, input.name) })),
  );
  return {
    stress,
    inputs: found.flat(),
    missing: stress.shocks.filter((_, i) => found[i]!.length === 0).map(({ needs }) => needs),
  };
}
