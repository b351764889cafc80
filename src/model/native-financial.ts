import { power } from "../maths/power";
import { numberAt, numbersAmong, valuesIn, whole } from "./aggregates";
import { asGrid, laneOf } from "./draws";
import { type Chapter, type Lifted, numbersOf, of, type OfNumbers } from "./lifting";
import {
  type Block, Column, dividedByZero, finite, type Given, Grid, isError, numberOf, type Value, wrongNumber,
} from "./values";

/** What payments of 1 grow to over the periods, and what 1 grows to. */
function growth(rate: number, periods: number, due: number): [payments: number, single: number] {
  if (rate === 0) return [periods, 1];
  const single = power(1 + rate, periods);
  return [(Math.expm1(periods * Math.log1p(rate)) / rate) * (due ? 1 + rate : 1), single];
}

const payment = (rate: number, periods: number, present: number, future = 0, due = 0): number => {
  const [payments, single] = growth(rate, periods, due);
  return -(present * single + future) / payments;
};

const futureValue = (rate: number, periods: number, paid: number, present = 0, due = 0): number => {
  const [payments, single] = growth(rate, periods, due);
  return -(present * single + paid * payments);
};

const presentValue = (rate: number, periods: number, paid: number, future = 0, due = 0): number => {
  const [payments, single] = growth(rate, periods, due);
  return -(future + paid * payments) / single;
};

const periodsNeeded = (rate: number, paid: number, present: number, future = 0, due = 0): Value => {
  if (rate === 0) return paid === 0 ? wrongNumber : -(present + future) / paid;
  const each = (paid * (due ? 1 + rate : 1)) / rate;
  return Math.log((each - future) / (each + present)) / Math.log1p(rate);
};

const interest = (rate: number, period: number, periods: number, present: number, future = 0, due = 0): Value => {
  if (period < 1 || period >= periods + 1) return wrongNumber;
  const paid = payment(rate, periods, present, future, due);
  if (due && period === 1) return 0;
  const owed = futureValue(rate, period - 1, paid, present, due);
  return due ? (owed * rate) / (1 + rate) : owed * rate;
};

const principal: OfNumbers = (rate, period, periods, present, future = 0, due = 0) => {
  const part = interest(rate!, period!, periods!, present!, future, due);
  return typeof part === "number" ? payment(rate!, periods!, present!, future, due) - part : part;
};

const cumulative = (each: OfNumbers): OfNumbers => (rate, periods, present, from, to, due) => {
  if (rate! <= 0 || periods! <= 0 || present! <= 0 || from! < 1 || to! < from! || to! > periods!) return wrongNumber;
  let total = 0;
  for (let period = Math.ceil(from!); period <= to!; period++) {
    total += each(rate!, period, periods!, present!, 0, due!) as number;
  }
  return total;
};

type Curve = (rate: number) => number;

/** A root near the guess: Newton's steps first, then the nearest change of sign above −1. */
function rootNear(curve: Curve, guess: number): Value {
  let rate = guess;
  for (let turn = 0; turn < 60; turn++) {
    const value = curve(rate);
    const width = 1e-6 * Math.max(1e-3, Math.abs(1 + rate));
    const slope = (curve(rate + width) - curve(rate - width)) / (2 * width);
    const next = rate - value / slope;
    if (!Number.isFinite(next) || next <= -1) break;
    if (Math.abs(next - rate) <= 1e-14 * Math.max(1, Math.abs(next))) return polished(curve, next);
    rate = next;
  }
  return bracketed(curve, guess);
}

/** Newton's steps with a difference for a slope circle in the last digits: one more halves what is left. */
const polished = (curve: Curve, rate: number): number => {
  const [low, high] = [rate - 1e-9 * (1 + Math.abs(rate)), rate + 1e-9 * (1 + Math.abs(rate))];
  return curve(low) * curve(high) < 0 ? halved(curve, low, high) : rate;
};

function halved(curve: Curve, low: number, high: number): number {
  let [a, b] = [low, high];
  const sign = Math.sign(curve(a));
  for (let turn = 0; turn < 100; turn++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (Math.sign(curve(middle)) === sign) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** Rates at which a change of sign is looked for: close together near 0, and up to a thousandfold. */
const ladder = Array.from({ length: 400 }, (_, i) => Math.expm1((i - 160) / 35));

function bracketed(curve: Curve, guess: number): Value {
  const heights = ladder.map((rate) => curve(rate));
  let best: [number, number] | undefined;
  for (let i = 1; i < ladder.length; i++) {
    const [low, high] = [ladder[i - 1]!, ladder[i]!];
    if (!(heights[i - 1]! * heights[i]! <= 0)) continue;
    if (!best || Math.abs(low - guess) < Math.abs(best[0] - guess)) best = [low, high];
  }
  return best ? halved(curve, ...best) : wrongNumber;
}

const worth = (flows: readonly number[]): Curve => (rate) => {
  let total = 0;
  for (let i = flows.length - 1; i >= 0; i--) total = total / (1 + rate) + flows[i]!;
  return total;
};

const changesSign = (flows: readonly number[]): boolean =>
  flows.some((flow) => flow > 0) && flows.some((flow) => flow < 0);

const internalRate: Lifted = whole(([values, guess]) => {
  const flows = numbersAmong([asGrid(values ?? null)]);
  const start = numberAt(guess, 0.1);
  if (isError(flows)) return flows;
  if (isError(start)) return start;
  return changesSign(flows) ? rootNear(worth(flows), start as number) : wrongNumber;
});

const modifiedRate: Lifted = whole(([values, financing, reinvesting]) => {
  const flows = numbersAmong([asGrid(values ?? null)]);
  const [pay, earn] = [numberAt(financing, 0), numberAt(reinvesting, 0)];
  for (const found of [flows, pay, earn]) if (isError(found)) return found;
  const all = flows as number[];
  if (!changesSign(all)) return dividedByZero;
  const n = all.length - 1;
  const gained = worth(all.map((flow) => Math.max(0, flow)))(earn as number) * (1 + (earn as number)) ** n;
  const spent = worth(all.map((flow) => Math.min(0, flow)))(pay as number);
  return finite((-gained / spent) ** (1 / n) - 1);
});

interface Dated {
  readonly flows: readonly number[];
  readonly years: readonly number[];
}

function datedFlows(values: Given, dates: Given): Dated | Value {
  const [flows, days] = [valuesIn(values), valuesIn(dates)].map((cells) => cells.map((value) => numberOf(value)));
  const fault = [...flows!, ...days!].find(isError);
  if (fault) return fault;
  const first = Math.trunc(days![0] as number);
  if (flows!.length !== days!.length || (days as number[]).some((day) => Math.trunc(day) < first)) return wrongNumber;
  return { flows: flows as number[], years: (days as number[]).map((day) => (Math.trunc(day) - first) / 365) };
}

const isDated = (found: Dated | Value): found is Dated => typeof found === "object" && found !== null && "years" in found;

const datedWorth = ({ flows, years }: Dated): Curve => (rate) =>
  flows.reduce((total, flow, i) => total + flow / (1 + rate) ** years[i]!, 0);

const datedRate: Lifted = whole(([values, dates, guess]) => {
  const found = datedFlows(values, dates);
  const start = numberAt(guess, 0.1);
  if (!isDated(found)) return found;
  if (isError(start)) return start;
  return changesSign(found.flows) ? rootNear(datedWorth(found), start as number) : wrongNumber;
});

const datedPresent: Lifted = whole(([rate, values, dates]) => {
  const found = datedFlows(values, dates);
  const at = numberAt(rate, 0);
  if (isError(at)) return at;
  if (!isDated(found)) return found;
  return (at as number) <= -1 ? wrongNumber : finite(datedWorth(found)(at as number));
});

const slowPresent: Lifted = whole(([rate, ...values]) => {
  const flows = numbersAmong(values);
  const at = numberAt(rate, 0);
  if (isError(at)) return at;
  if (isError(flows)) return flows;
  return at === -1 ? dividedByZero : finite(worth([0, ...flows])(at as number));
});

/** All draws at once where every flow is a number in each of them: the last first, as Horner has it. */
const present: Lifted = (args, block) => {
  const [rate, ...values] = args;
  const lanes = values.flatMap((arg) =>
    (arg instanceof Grid ? arg.lanes.filter((lane) => lane !== null) : [laneOf(arg)]));
  const isPlain = (lane: unknown) => typeof lane === "number" || (lane instanceof Column && !lane.others && !lane.logical);
  const at = numbersOf(rate === undefined ? 0 : laneOf(rate));
  const varies = rate instanceof Column || lanes.some((lane) => lane instanceof Column) || typeof at === "object";
  if (!varies || at === undefined || !lanes.every(isPlain)) return slowPresent(args, block);
  return discountedLanes(at, lanes as (number | Column)[], block) ?? slowPresent(args, block);
};

function discountedLanes(
  rate: number | Float64Array, lanes: readonly (number | Column)[], block: Block,
): Column | undefined {
  const total = block.take().fill(0);
  const factor = block.take();
  for (let i = 0; i < factor.length; i++) factor[i] = 1 + (typeof rate === "number" ? rate : rate[i]!);
  for (let k = lanes.length - 1; k >= 0; k--) {
    const flow = lanes[k]!;
    const numbers = typeof flow === "number" ? block.filled(flow) : flow.numbers;
    for (let i = 0; i < total.length; i++) total[i] = (total[i]! + numbers[i]!) / factor[i]!;
  }
  return total.every(Number.isFinite) ? new Column(total) : undefined;
}

const rateOf: OfNumbers = (periods, paid, present, future = 0, due = 0, guess = 0.1) => {
  if (periods! <= 0) return wrongNumber;
  const curve: Curve = (rate) => {
    const [payments, single] = growth(rate, periods!, due);
    return (present! * single + paid! * payments + future) / Math.max(1, single);
  };
  return rootNear(curve, guess);
};

const straight: OfNumbers = (cost, salvage, life) => (life === 0 ? dividedByZero : (cost! - salvage!) / life!);

const digits: OfNumbers = (cost, salvage, life, period) => {
  if (period! < 1 || period! > life!) return wrongNumber;
  return ((cost! - salvage!) * (life! - period! + 1) * 2) / (life! * (life! + 1));
};

const declining: OfNumbers = (cost, salvage, life, period, factor = 2) => {
  if (cost! < 0 || salvage! < 0 || life! <= 0 || period! < 1 || period! > life! || factor <= 0) return wrongNumber;
  const rate = Math.min(1, factor / life!);
  const before = Math.max(salvage!, cost! * (1 - rate) ** (period! - 1));
  const after = Math.max(salvage!, cost! * (1 - rate) ** period!);
  return Math.max(0, Math.min(cost!, before) - after);
};

const effective: OfNumbers = (nominal, times) => {
  const n = Math.trunc(times!);
  return nominal! <= 0 || n < 1 ? wrongNumber : (1 + nominal! / n) ** n - 1;
};

const nominal: OfNumbers = (effectiveRate, times) => {
  const n = Math.trunc(times!);
  return effectiveRate! <= 0 || n < 1 ? wrongNumber : n * ((1 + effectiveRate!) ** (1 / n) - 1);
};

export const financial: Chapter = {
  NPV: { least: 2, most: 255, calculate: present },
  IRR: { least: 1, most: 2, calculate: internalRate },
  MIRR: { least: 3, most: 3, calculate: modifiedRate },
  XNPV: { least: 3, most: 3, calculate: datedPresent },
  XIRR: { least: 2, most: 3, calculate: datedRate },
  PMT: of(payment, 3, 5),
  FV: of(futureValue, 3, 5),
  PV: of(presentValue, 3, 5),
  NPER: of(periodsNeeded, 3, 5),
  RATE: of(rateOf, 3, 6),
  IPMT: of(interest, 4, 6),
  PPMT: of(principal, 4, 6),
  CUMIPMT: of(cumulative(interest as OfNumbers), 6),
  CUMPRINC: of(cumulative(principal), 6),
  SLN: of(straight, 3),
  SYD: of(digits, 4),
  DDB: of(declining, 4, 5),
  EFFECT: of(effective, 2),
  NOMINAL: of(nominal, 2),
  RRI: of((periods, from, to) => (periods! <= 0 || from === 0 ? wrongNumber : (to! / from!) ** (1 / periods!) - 1), 3),
  PDURATION: of((rate, from, to) =>
    (rate! <= 0 || from! <= 0 || to! <= 0 ? wrongNumber : Math.log(to! / from!) / Math.log1p(rate!)), 3),
};
