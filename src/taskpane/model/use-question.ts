import { useEffect, useRef, useState } from "react";
import type { ThroughSheet, Unanswered } from "../../actions/what-if";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { useDeed, type Running } from "../parts/use-deed";

/** Asks the model, or the sheet where that way is given. */
export type Ask<Answer> = (through?: ThroughSheet) => Promise<Answer | Unanswered>;

export interface Asked<Answer> extends Running {
  readonly answer?: Answer;
  /** Why there is none. */
  readonly reason?: Unanswered;
  /** How often the sheet was recalculated, while it is. */
  readonly done?: number;
  ask(question: Ask<Answer>): void;
  /** Puts the last question to the sheet. */
  slowly(): void;
  stop(): void;
}

const reasons = { uncompiled: true, different: true, stopped: true } satisfies Record<Unanswered["kind"], true>;

const isReason = (result: { readonly kind: string }): result is Unanswered => result.kind in reasons;

/** One question at a time. A view that closes stops it, and the sheet is as it was. */
export function useQuestion<Answer extends { readonly kind: string }>(): Asked<Answer> {
  const { surroundings, announce } = usePane();
  const { busy, problem, run } = useDeed();
  const [result, setResult] = useState<Answer | Unanswered>();
  const [done, setDone] = useState<number>();
  const last = useRef<Ask<Answer>>();
  const stopped = useRef(false);
  const stop = (): void => {
    stopped.current = true;
  };
  useEffect(() => stop, []);
  const slowly = (): void => {
    stopped.current = false;
    setDone(0);
    const watch = { isStopped: () => stopped.current, told: setDone };
    run(() => last.current!({ watch, supports: surroundings.supports }), (found) => {
      setResult(found);
      announce(isReason(found) ? said.none : said.calculated);
    });
  };
  const ask = (question: Ask<Answer>): void => {
    last.current = question;
    setDone(undefined);
    run(() => question(), setResult);
  };
  return {
    busy, problem, run, ask, slowly, stop,
    ...(busy && { done }),
    ...(result && (isReason(result) ? { reason: result } : { answer: result })),
  };
}

const said = {
  calculated: { en: "Calculated through the sheet.", zh: "已通过工作表完成计算。" },
  none: { en: "No results.", zh: "没有结果。" },
} satisfies Record<string, Texts>;
