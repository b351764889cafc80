import type { Texts } from "../refusal";
import type { InputCell, NamedInput } from "./input-names";

export type ShockName =
  | "exit-output" | "exit-probability" | "demand" | "subsidy" | "tariff" | "delay" | "guarantee";

/** An input as a shock finds it. */
export interface ShockedInput extends NamedInput {
  /** Its cells are years in their order: of a level, as a share in use, or of a flow, as money received. */
  readonly years?: "level" | "flow";
}

/** An input of which it is known that it answers to a shock, whatever it is called. */
export interface DeclaredInput {
  readonly shock: ShockName;
  readonly input: ShockedInput;
}

type Change = (input: ShockedInput) => readonly number[];

/** How a stress changes inputs. */
interface Shock {
  readonly shock: ShockName;
  /** What must be in the workbook for the stress to bite, as the user is told where it is missing. */
  readonly needs: Texts;
  /** What such inputs are called in workbooks that do not declare them. */
  readonly named: RegExp;
  readonly unlike?: RegExp;
  readonly changed: Change;
}

export interface Stress {
  readonly id: string;
  readonly title: Texts;
  readonly shocks: readonly Shock[];
}

/** Of 41,000 less 30 % a reader expects 28,700 and not 28,699.999999999996. */
const clean = (value: number): number => Number(value.toPrecision(12));

const each = (change: (value: number, name: string) => number): Change =>
  ({ cells, name }) => cells.map(({ value }) => clean(change(value, name)));

const times = (factor: number): Change => each((value) => value * factor);
const to = (value: number): Change => each(() => value);

/** Rates written as fractions rise by a fraction, those written in percent by as many points. */
const pointsMore = (points: number): Change =>
  each((value) => value + (Math.abs(value) <= 1 ? points / 100 : points));

/** A year of which nothing is known before the first repeats it; a flow that would end later ends in the last year. */
function postponed({ cells, years: kind }: ShockedInput, years: number): number[] {
  const values = cells.map(({ value }) => value);
  const kept = Math.max(values.length - years, 0);
  const late = [...values.slice(0, years).map(() => values[0]!), ...values.slice(0, kept)];
  if (kind === "flow") late[late.length - 1]! += values.slice(kept).reduce((sum, value) => sum + value, 0);
  return late;
}

const later = (years: number): Change => (input) => {
  if (input.years) return postponed(input, years);
  return each((value, name) => value + (/month|月/i.test(name) ? 12 * years : years))(input);
};

const delay = (years: number): Shock => ({
  shock: "delay",
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
        shock: "exit-output",
        needs: { en: "output, volume or share of the largest OEM", zh: "最大整车企业的产量或份额" },
        named: /(largest|main|anchor|lead|dominant|top)_?(oem|maker|plant|customer)|oem_?(output|volume|orders?|sales|share)|龙头/i,
        unlike: /exit|prob|loss|growth|退出|概率/i,
        changed: to(0),
      },
      {
        shock: "exit-probability",
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
      shock: "demand",
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
      shock: "subsidy",
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
      shock: "tariff",
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
      shock: "guarantee",
      needs: { en: "the share or probability of the guarantee that is called", zh: "担保代偿比例或概率" },
      named: /guarantee\w*(called?|default|prob|pd|rate)|(call|default|pd)\w*guarantee|代偿(率|比例|概率)|担保\w*概率/i,
      unlike: /fee|cap|limit|费/i,
      changed: to(1),
    }],
  },
];

export interface StressedInput {
  readonly input: InputCell;
  readonly base: number;
  readonly value: number;
}

export interface BoundStress {
  readonly stress: Stress;
  readonly inputs: readonly StressedInput[];
  /** What the workbook does not have. */
  readonly missing: readonly Texts[];
}

/**
 * Binds a stress to the inputs that are declared to answer to it, and to others by their names; what is not there is
 * listed, and nothing else is touched.
 */
export function boundStress(
  stress: Stress,
  inputs: readonly NamedInput[],
  declared: readonly DeclaredInput[] = [],
): BoundStress {
  const found = stress.shocks.map(({ shock, named, unlike }): readonly ShockedInput[] => [
    ...declared.filter((each) => each.shock === shock).map(({ input }) => input),
    ...inputs.filter(({ name }) => named.test(name) && !unlike?.test(name)),
  ]);
  return {
    stress,
    inputs: eachOnce(stress.shocks.flatMap(({ changed }, i) =>
      found[i]!.flatMap((input) => stressed(input, changed(input))))),
    missing: stress.shocks.filter((_, i) => found[i]!.length === 0).map(({ needs }) => needs),
  };
}

/** Of several cells those that change: 0 vehicles less 30 % are 0. */
const stressed = ({ cells }: ShockedInput, values: readonly number[]): StressedInput[] =>
  cells
    .map((input, i) => ({ input, base: input.value, value: values[i]! }))
    .filter(({ base, value }) => cells.length === 1 || base !== value);

/** A cell may have a name of its own and stand in a range that has one too. */
function eachOnce(inputs: readonly StressedInput[]): StressedInput[] {
  const byCell = new Map<string, StressedInput>();
  for (const each of inputs) {
    const { sheet, row, column } = each.input.place;
    const cell = `${sheet}!${row},${column}`;
    if (!byCell.has(cell)) byCell.set(cell, each);
  }
  return [...byCell.values()];
}
