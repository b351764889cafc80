import { useEffect, useRef, useState } from "react";
import { problemOf, writtenPlace, type Destination, type Occupied, type Problem, type Selection } from "../../actions";
import type { ReferenceTable } from "../../reference";
import type { WideTable } from "../../reference/wide";
import { useDeeds, type Followed } from "../deeds";
import { usePane } from "../pane-context";

export type At = "newSheet" | "selected";

export interface TableInsertion {
  readonly at: At;
  chooseAt(at: At): void;
  readonly selection: Selection | undefined;
  readonly possible: boolean;
  readonly busy: boolean;
  readonly picking: boolean;
  pick(): void;
  readonly occupied?: Occupied;
  readonly problem?: Problem;
  insert(at: At): void;
}

interface Trouble {
  readonly occupied?: Occupied;
  readonly problem?: Problem;
}

export function useTableInsertion(table: ReferenceTable, laidOut: WideTable, { selection }: Followed): TableInsertion {
  const { surroundings, language, announce } = usePane();
  const { insertTable } = useDeeds();
  const [at, chooseAt] = useState<At>("newSheet");
  const [busy, setBusy] = useState(false);
  const [picking, setPicking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>({});
  const seen = useRef(selection);
  useEffect(() => {
    if (seen.current === selection) return;
    seen.current = selection;
    setPicking(false);
    setTrouble({});
  }, [selection]);

  const insert = async (chosen: At): Promise<void> => {
    const to: Destination | undefined =
      chosen === "newSheet" ? { newSheet: table.title[language] } : selection?.firstCell;
    if (!to) return;
    setBusy(true);
    setTrouble({});
    const headers = laidOut.columns.map(({ header }) => header);
    const notes = laidOut.notes.map((note) => note[language]);
    try {
      const result = await insertTable({ ...laidOut, headers, notes }, to, surroundings.supports);
      if (result.kind === "occupied") return setTrouble({ occupied: result });
      const place = writtenPlace(result.place);
      announce({
        en: `Inserted the table ${result.table} at ${place}.`,
        zh: `已在 ${place} 插入数据表 ${result.table}。`,
      });
      surroundings.focusGrid();
    } catch (error) {
      setTrouble({ problem: problemOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return {
    at,
    chooseAt: (chosen) => {
      chooseAt(chosen);
      setTrouble({});
    },
    selection,
    possible: surroundings.hasWorkbook && !busy && (at === "newSheet" || selection !== undefined),
    busy,
    picking,
    pick: () => setPicking(true),
    ...trouble,
    insert: (chosen) => void insert(chosen),
  };
}
