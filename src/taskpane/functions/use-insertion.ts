import { useState } from "react";
import { problemOf, writtenPlace, type Occupied, type Problem } from "../../actions";
import { labelledBlock } from "../../formulas/labelled-block";
import type { Definition } from "../../functions";
import { useDeeds } from "../deeds";
import { usePane } from "../pane-context";
import { outcomeRows } from "../shown-values";
import type { Draft } from "./use-draft";

export type Form = "formula" | "labelled";

/** The last step: from a draft to cells of the workbook. */
export interface Insertion {
  readonly possible: boolean;
  readonly busy: boolean;
  readonly form: Form;
  chooseForm(form: Form): void;
  /** Labels have no place beside a result that fills several cells. */
  readonly canLabel: boolean;
  readonly occupied?: Occupied;
  readonly problem?: Problem;
  /** Forgets what was in the way. */
  clear(): void;
  insert(): void;
}

interface Trouble {
  readonly occupied?: Occupied;
  readonly problem?: Problem;
}

export function useInsertion(definition: Definition, draft: Draft, done: () => void): Insertion {
  const { surroundings, language, announce } = usePane();
  const { insertCells } = useDeeds();
  const [form, chooseForm] = useState<Form>("formula");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>({});
  const rows = outcomeRows(draft.report.result?.outcome ?? 0);
  const spill = { rows: rows.length, columns: rows[0]?.length ?? 1 };
  const canLabel = spill.rows * spill.columns === 1;
  const { target, texts, formula } = draft;

  const insert = async (): Promise<void> => {
    if (!target) return;
    setBusy(true);
    setTrouble({});
    const isLabelled = form === "labelled" && canLabel;
    const cells = isLabelled
      ? labelledBlock(surroundings.namespace, definition, texts, target.address, language)
      : [[formula]];
    try {
      const result = await insertCells({ cells, spill }, target, surroundings.supports);
      if (result.kind === "occupied") return setTrouble({ occupied: result });
      const place = writtenPlace(result.place);
      announce({
        en: `Inserted ${definition.name} at ${place}.`,
        zh: `已在 ${place} 插入 ${definition.name}。`,
      });
      done();
      surroundings.focusGrid();
    } catch (error) {
      setTrouble({ problem: problemOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return {
    possible: surroundings.hasWorkbook && target !== undefined && Object.values(draft.faults).every((fault) => !fault),
    busy,
    form,
    chooseForm,
    canLabel,
    ...trouble,
    clear: () => setTrouble({}),
    insert: () => void insert(),
  };
}
