import type { Chapter, NativeFunction } from "./lifting";
import { arithmetic } from "./native-arithmetic";
import { arrays } from "./native-arrays";
import { conditional } from "./native-conditional";
import { dates } from "./native-dates";
import { distributions } from "./native-distributions";
import { financial } from "./native-financial";
import { lambdas } from "./native-lambda";
import { logic } from "./native-logic";
import { lookups } from "./native-lookup";
import { matrices } from "./native-matrix";
import { statistics } from "./native-statistics";
import { sums } from "./native-sums";
import { texts } from "./native-text";

const chapters: readonly Chapter[] = [
  arithmetic, sums, conditional, logic, statistics, distributions, lookups, arrays, matrices, financial, texts, dates,
  lambdas,
];

const known = new Map(chapters.flatMap((chapter) => Object.entries(chapter)));

export const nativeFunction = (name: string): NativeFunction | undefined => known.get(name);

/** Every function of Excel's own that is compiled, besides those of forms and places. */
export const nativeNames: readonly string[] = [...known.keys()];
