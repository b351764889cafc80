import "@testing-library/jest-dom";
import { act, configure, render, screen, type RenderResult } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ReactElement } from "react";
import type { Deeds, Selection } from "../../src/actions";
import type { DataDeeds } from "../../src/actions/data";
import type { RunDeeds } from "../../src/actions/unfinished-run";
import type { Language, Texts } from "../../src/refusal";
import { DataDeedsContext } from "../../src/taskpane/data/data-deeds";
import { DeedsContext } from "../../src/taskpane/deeds";
import { RunDeedsContext } from "../../src/taskpane/unfinished-run";
import { PaneContext } from "../../src/taskpane/pane-context";
import { PaneRoot } from "../../src/taskpane/pane-root";
import type { ChosenFile, Surroundings, Theme, View } from "../../src/taskpane/surroundings";

interface Wanted {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly hasWorkbook?: boolean;
  readonly kept?: Readonly<Record<string, string>>;
  readonly deeds?: Partial<Deeds & DataDeeds & RunDeeds>;
  readonly selection?: Selection;
  /** What the user chooses when asked for a file. */
  readonly file?: ChosenFile;
}

export interface Shown {
  readonly user: UserEvent;
  readonly kept: Record<string, string>;
  readonly copied: string[];
  /** How often the keyboard was handed back to the grid. */
  readonly handedBack: () => number;
  /** As a ribbon button does. */
  openView(view: View): void;
  /** As a click into the grid does. */
  /** Something is selected in the grid, now unless told later than it was made. */
  select(selection: Selection, madeAt?: number): void;
}

export const selection = (address: string, formula = "", sheet = "Sheet1"): Selection => {
  const [first = "", last = first] = address.split(":");
  const size = (of: RegExp, base: (text: string) => number): number =>
    base(last.match(of)![0]) - base(first.match(of)![0]) + 1;
  return {
    sheet,
    address,
    formula,
    firstCell: { sheet, address: first },
    rows: size(/\d+/, Number),
    columns: size(/[A-Z]+/, (letters) => letters.charCodeAt(0)),
  };
};

/** Views are loaded when they are opened, which takes a busy machine its time. */
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

/** The pane loads parts of itself while a test looks on: not every change of its state comes from the test. */
beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = false;
});

const refuse = (deed: string) => (): never => {
  throw new Error(`${deed} was not expected`);
};

/** A part of the pane alone, in surroundings that know only what they are given. */
export function renderInPane(
  part: ReactElement,
  language: Language,
  given: Partial<Surroundings> = {},
  announce: (texts: Texts) => void = () => undefined,
): RenderResult {
  const surroundings = { namespace: "POLICY", ...given } as Surroundings;
  const pane = { surroundings, language, say: (texts: Texts) => texts[language], announce };
  const container = document.body.appendChild(document.createElement("main"));
  return render(<PaneContext.Provider value={pane}>{part}</PaneContext.Provider>, { container });
}

/** The pane as a door would mount it, with deeds that a test hands in. */
export async function showPane(wanted: Wanted = {}): Promise<Shown> {
  let language = wanted.language ?? "en";
  let handedBack = 0;
  let open: (view: View) => void = () => undefined;
  const kept: Record<string, string> = { welcomed: "yes", ...wanted.kept };
  const copied: string[] = [];
  const languageListeners = new Set<() => void>();
  const followers = new Set<Parameters<Deeds["followSelection"]>[0]>();
  const surroundings: Surroundings = {
    language: () => language,
    onLanguageChange: (listener) => {
      languageListeners.add(listener);
      return () => languageListeners.delete(listener);
    },
    chooseLanguage: (chosen) => {
      language = chosen;
      for (const listener of languageListeners) listener();
    },
    theme: () => wanted.theme ?? "light",
    onThemeChange: () => () => undefined,
    settings: {
      read: (key) => kept[key] || null,
      write: (key, value) => {
        kept[key] = value;
      },
    },
    hasWorkbook: wanted.hasWorkbook ?? true,
    supports: () => true,
    namespace: "POLICY",
    version: "1.2.3",
    onOpenView: (listener) => {
      open = listener;
      return () => undefined;
    },
    copyText: async (text) => void copied.push(text),
    chooseFile: async () => wanted.file,
    today: () => "2026-02-03",
    focusGrid: () => {
      handedBack++;
    },
  };
  const dataDeeds: DataDeeds = {
    goTo: refuse("goTo"),
    readDataInWorkbook: async () => ({ own: [], newer: 0 }),
    readDataNews: refuse("readDataNews"),
    readOwnTable: refuse("readOwnTable"),
    readRawTable: refuse("readRawTable"),
    takeDataNews: refuse("takeDataNews"),
    traceCell: refuse("traceCell"),
    ...wanted.deeds,
  };
  const runDeeds: RunDeeds = {
    keepInputs: refuse("keepInputs"),
    putInputsBack: refuse("putInputsBack"),
    readUnfinishedRun: async () => undefined,
    ...wanted.deeds,
  };
  const deeds: Deeds = {
    explainCell: refuse("explainCell"),
    insertCells: refuse("insertCells"),
    insertTable: refuse("insertTable"),
    previewFormula: async (definition) => ({ definition, args: [], nested: [], cautions: [] }),
    followSelection: (told) => {
      followers.add(told);
      if (wanted.selection) told(wanted.selection, performance.now());
      return () => followers.delete(told);
    },
    ...wanted.deeds,
  };
  render(
    <DeedsContext.Provider value={deeds}>
      <DataDeedsContext.Provider value={dataDeeds}>
        <RunDeedsContext.Provider value={runDeeds}>
          <PaneRoot surroundings={surroundings} />
        </RunDeedsContext.Provider>
      </DataDeedsContext.Provider>
    </DeedsContext.Provider>,
    { container: document.body.appendChild(document.createElement("main")) },
  );
  if (kept.welcomed) await screen.findByRole("searchbox");
  return {
    user: userEvent.setup(),
    kept,
    copied,
    handedBack: () => handedBack,
    openView: (view) => act(() => open(view)),
    select: (chosen, madeAt = performance.now()) => act(() => followers.forEach((told) => told(chosen, madeAt))),
  };
}
