import type { Texts } from "../refusal";
import { callsIn, withNested, type WrittenCall } from "./calls";

/** Why Excel would not take a formula that calls one of our functions with too few or too many arguments. */
export function argumentCountFault(formula: string): Texts | undefined {
  return withNested(callsIn(formula)).map(faultOf).find((fault) => fault !== undefined);
}

function faultOf({ definition: { name, parameters }, args }: WrittenCall): Texts | undefined {
  const all = Object.values(parameters);
  const least = all.filter(({ optional }) => !optional).length;
  const given = args.length === 1 && args[0]!.text === "" && least !== 1 ? 0 : args.length;
  if (given >= least && given <= all.length) return undefined;
  const range = least === all.length ? `${least}` : `${least}–${all.length}`;
  return {
    en: `${name} takes ${range} ${range === "1" ? "argument" : "arguments"}, not ${given}`,
    zh: `${name} 需要 ${range} 个参数，现为 ${given} 个`,
  };
}
