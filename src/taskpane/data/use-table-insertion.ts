import { useEffect, useRef, useState } from "react";
import {
  problemOf, writtenPlace, type Destination, type Occupied, type Problem, type Selection, type TableToInsert,
} from "../../actions";
import type { Form } from "../../sharing/data/register";
import { useDeeds, type Followed } from "../deeds";
import { usePane } from "../pane-context";
import type { Wish } from "./table-to-insert";

export type At = "newSheet" | "selected";

export interface TableInsertion {
  readonly at: At;
  chooseAt(at: At): void;
  readonly forms: readonly Form[];
  readonly form: Form;
  chooseForm(form: Form): void;
  /** Undefined where nothing can be drawn of the table. */
  readonly chart: boolean | undefined;
  chooseChart(chart: boolean): void;
  readonly selection: Selection | undefined;
  readonly possible: boolean;
  /** While it is inserted: how many rows are written, of how many. */
  readonly progress?: Progress;
  stop(): void;
  readonly picking: boolean;
  pick(): void;
  readonly occupied?: Occupied;
  readonly problem?: Problem;
  insert(at: At): void;
}

export interface Progress {
  readonly rows: number;
  readonly of: number;
}

interface Trouble {
  readonly occupied?: Occupied;
  readonly problem?: Problem;
}

interface Insertable {
  /** Of the new sheet. */
  readonly title: string;
  readonly forms: readonly Form[];
  readonly canDraw: boolean;
  readonly toInsert: (wish: Wish) => TableToInsert;
  readonly onInserted?: () => void;
}

/** What the user chooses of how and where a table is inserted, and how far that is. */
export function useTableInsertion(what: Insertable, { selection }: Followed): TableInsertion {
  const { surroundings, language, announce } = usePane();
  const { insertTable } = useDeeds();
  const [at, chooseAt] = useState<At>("newSheet");
  const [form, chooseForm] = useState<Form>("table");
  const [chart, chooseChart] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [picking, setPicking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>({});
  const stopped = useRef(false);
  const seen = useRef(selection);
  useEffect(() => {
    if (seen.current === selection) return;
    seen.current = selection;
    setPicking(false);
    setTrouble({});
  }, [selection]);

  const wished = (to: Destination): TableToInsert => {
    const start = "newSheet" in to ? "A1" : to.address;
    const { namespace } = surroundings;
    const wanted = what.toInsert({ form, chart, start, language, namespace, today: surroundings.today() });
    const told = (rows: number): void => setProgress({ rows, of: wanted.rows.length });
    return { ...wanted, watch: { isStopped: () => stopped.current, told } };
  };

  const insert = async (chosen: At): Promise<void> => {
    const to: Destination | undefined = chosen === "newSheet" ? { newSheet: what.title } : selection?.firstCell;
    if (!to) return;
    stopped.current = false;
    setTrouble({});
    try {
      const wanted = wished(to);
      setProgress({ rows: 0, of: wanted.rows.length });
      const result = await insertTable(wanted, to, surroundings.supports);
      if (result.kind === "occupied") return setTrouble({ occupied: result });
      const place = writtenPlace(result.place);
      const noChart = result.chart === false;
      announce({
        en: `Inserted the table ${result.table} at ${place}.${noChart ? " This host cannot draw charts." : ""}`,
        zh: `已在 ${place} 插入数据表 ${result.table}。${noChart ? "当前宿主无法绘制图表。" : ""}`,
      });
      surroundings.focusGrid();
      what.onInserted?.();
    } catch (error) {
      setTrouble({ problem: problemOf(error) });
    } finally {
      setProgress(undefined);
    }
  };
  return {
    at,
    chooseAt: (chosen) => {
      chooseAt(chosen);
      setTrouble({});
    },
    forms: what.forms,
    form,
    chooseForm,
    chart: what.canDraw ? chart : undefined,
    chooseChart,
    selection,
    possible: surroundings.hasWorkbook && !progress && (at === "newSheet" || selection !== undefined),
    progress,
    stop: () => {
      stopped.current = true;
    },
    picking,
    pick: () => setPicking(true),
    ...trouble,
    insert: (chosen) => void insert(chosen),
  };
}
