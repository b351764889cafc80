import { useEffect, useMemo, useRef, useState } from "react";
import { writtenPlace, type CallReport, type Place, type Selection } from "../../actions";
import { covers, parseArea, parseCell } from "../../formulas/addresses";
import { parsedArgument } from "../../formulas/arguments";
import { callText, qualified, typedArgument } from "../../formulas/write-call";
import type { Definition } from "../../functions";
import type { Texts } from "../../refusal";
import { useDeeds, useReading, type Attempt, type Followed } from "../deeds";
import { usePane } from "../pane-context";

/** A call that is being put together. */
export interface Draft {
  readonly typed: Readonly<Record<string, string>>;
  type(name: string, text: string): void;
  /** As they stand in the formula; empty where left out or not yet fit to be written. */
  readonly texts: readonly string[];
  readonly formula: string;
  /** What keeps the formula from being written, by argument; said after the argument's name. */
  readonly faults: Readonly<Record<string, Texts | undefined>>;
  readonly report: Attempt<CallReport>;
  /** Where the formula goes. */
  readonly target: Place | undefined;
  moveTo(target: Place): void;
}

const needed: Texts = { en: "is needed", zh: "必须填写" };

/** One selected cell is where the formula goes; several are taken for its first input. */
export function useDraft(definition: Definition, followed: Followed): Draft {
  const { surroundings } = usePane();
  const { previewFormula } = useDeeds();
  const start = useSelectionAtOpening(followed);
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const [moved, moveTarget] = useState<Place>();
  const typed = useMemo(() => ({ ...firstInput(definition, start), ...own }), [definition, start, own]);
  const target = moved ?? (isBlock(start) ? undefined : start?.firstCell);
  const home = target ?? followed.selection?.firstCell;

  const { texts, faults } = useMemo(() => writtenArguments(definition, typed, target), [definition, typed, target]);
  const settled = useSettled(texts.join("\n"));
  const read =
    home && surroundings.hasWorkbook ? () => previewFormula(definition, settled.split("\n"), home) : undefined;
  const report = useReading(read, [definition, settled, home?.sheet]);

  const moveTo = (place: Place): void => {
    if (target && target.sheet !== place.sheet) setOwn(meantFrom(target.sheet, typed));
    moveTarget(place);
  };
  return {
    typed,
    type: (name, text) => setOwn((before) => ({ ...before, [name]: text })),
    texts,
    formula: callText(surroundings.namespace, definition, texts),
    faults,
    report,
    target,
    moveTo,
  };
}

/** What was selected when the draft was begun, though the news of it may come later. */
function useSelectionAtOpening({ selection, madeAt = 0 }: Followed): Selection | undefined {
  const [openedAt] = useState(() => performance.now());
  const [start, setStart] = useState(selection);
  useEffect(() => {
    if (madeAt < openedAt) setStart(selection);
  }, [selection]);
  return start;
}

const isBlock = (selection: Selection | undefined): boolean =>
  selection !== undefined && selection.rows * selection.columns > 1;

function firstInput(definition: Definition, selection: Selection | undefined): Readonly<Record<string, string>> {
  const [first] = Object.keys(definition.parameters);
  return first && selection && isBlock(selection) ? { [first]: writtenPlace(selection) } : {};
}

function writtenArguments(definition: Definition, typed: Readonly<Record<string, string>>, target: Place | undefined) {
  const faults: Record<string, Texts | undefined> = {};
  const texts = Object.entries(definition.parameters).map(([name, parameter]) => {
    const written = typedArgument(parameter, typed[name] ?? "");
    if ("fault" in written) {
      faults[name] = written.fault;
      return "";
    }
    if (written.text === "" && !parameter.optional) faults[name] = needed;
    if (target && holds(written.text, target)) faults[name] = circular(target);
    return written.text;
  });
  return { texts, faults };
}

const circular = ({ address }: Place): Texts => ({
  en: `includes ${address}, where the formula goes: choose other cells`,
  zh: `包含公式所在的 ${address}：请另选单元格`,
});

function holds(text: string, target: Place): boolean {
  const parsed = parsedArgument(text);
  if (parsed.kind !== "cells" || (parsed.sheet !== "" && parsed.sheet !== target.sheet)) return false;
  const area = parseArea(parsed.address);
  const cell = parseCell(target.address);
  return area !== undefined && cell !== undefined && covers(area, cell.row, cell.column);
}

/** The formula moves to another sheet; what it reads stays where it is. */
const meantFrom = (sheet: string, typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).map(([name, text]) => [name, qualified(text, (address) => writtenPlace({ sheet, address }))]),
  );

const quiet = 150;

/** The value once it has stayed the same for a moment: not every letter is worth a question to Excel. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quiet);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/**
 * Hands over each selection made since something waits for one. What was selected before and is only now told, or told
 * once more, must not replace what is typed.
 */
export function useFollowing(
  { selection, madeAt = 0 }: Followed,
  waitsSince: number | undefined,
  chosen: (selection: Selection) => void,
): void {
  const seen = useRef(selection);
  useEffect(() => {
    const before = seen.current;
    seen.current = selection;
    if (!selection || waitsSince === undefined || madeAt < waitsSince) return;
    if (!before || writtenPlace(before) !== writtenPlace(selection)) chosen(selection);
  }, [selection]);
}

export const selectionText = (selection: Place, home: Place | undefined): string =>
  home && home.sheet === selection.sheet ? selection.address : writtenPlace(selection);
