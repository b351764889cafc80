import { useState } from "react";
import { Problem, problemOf, writtenPlace, type Selection } from "../../actions";
import type { RawTable } from "../../reference/import-raw";
import { ImportRefusal } from "../../reference/import-refusal";
import { importedTable, type ImportedTable } from "../../reference/import-table";
import type { Texts } from "../../refusal";
import { ownFileTypes, ownTables } from "../../sharing/data/own-file";
import { WorkbookError } from "../../xlsx";
import { usePane } from "../pane-context";
import { useDataDeeds } from "./data-deeds";

/** Tables that were found, the one that is looked at, and what became of it. */
interface State {
  readonly found?: readonly RawTable[];
  readonly chosen: number;
  readonly table?: ImportedTable;
  readonly origin: string;
  readonly problem?: Problem;
}

export interface Import extends State {
  readonly busy: boolean;
  fromFile(): void;
  fromSelection(selection: Selection): void;
  choose(index: number): void;
}

type Found = Required<Pick<State, "found" | "origin">>;

const notImported: Texts = { en: "Nothing was imported.", zh: "未导入任何内容。" };

function importProblem(error: unknown): Problem {
  const isToldWhy = error instanceof ImportRefusal || error instanceof WorkbookError;
  return isToldWhy ? new Problem(notImported, error.why, error.next) : problemOf(error);
}

export function useImport(): Import {
  const { surroundings, language } = usePane();
  const { readRawTable } = useDataDeeds();
  const [state, setState] = useState<State>({ chosen: 0, origin: "" });
  const [busy, setBusy] = useState(false);

  const looked = (found: readonly RawTable[], chosen: number, origin: string): void => {
    try {
      setState({ found, chosen, origin, table: importedTable(found[chosen]!, language) });
    } catch (error) {
      setState({ found, chosen, origin, problem: importProblem(error) });
    }
  };
  const reading = async (read: () => Promise<Found | undefined>): Promise<void> => {
    setBusy(true);
    try {
      const answer = await read();
      if (answer) looked(answer.found, 0, answer.origin);
    } catch (error) {
      setState({ chosen: 0, origin: "", problem: importProblem(error) });
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    ...state,
    fromFile: () =>
      void reading(async () => {
        const file = await surroundings.chooseFile(ownFileTypes);
        return file && { found: await ownTables(file), origin: file.name };
      }),
    fromSelection: (selection) =>
      void reading(async () => ({ found: [await readRawTable(selection)], origin: writtenPlace(selection) })),
    choose: (index) => looked(state.found ?? [], index, state.origin),
  };
}
