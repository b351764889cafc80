import type { StartSimulation } from "../actions/what-if";
import type { Language } from "../refusal";

/** `contrast` where the system draws in a few colours of its own choice, as in the Windows contrast themes. */
export type Theme = "light" | "dark" | "contrast";

/** The views that a ribbon button, a link or a shortcut can open by name. */
export type View =
  "functions" | "data" | "templates" | "scenarios" | "simulate" | "check" | "passport" | "portable" | "help";

export type Stop = () => void;

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * All that the pane needs and only a door can know: it runs alike in Excel's side pane,
 * beside the embedded workbook, and in a test.
 */
export interface Surroundings {
  language(): Language;
  onLanguageChange(listener: () => void): Stop;
  /** The user chose it in the pane: the door remembers it and calls the listeners. */
  chooseLanguage(language: Language): void;

  theme(): Theme;
  onThemeChange(listener: () => void): Stop;

  /** Small settings of this device. Both fail silently where nothing can be kept. */
  readonly settings: {
    read(key: string): string | null;
    write(key: string, value: string): void;
  };

  /** False in a plain browser page, where there is nothing to insert into. */
  readonly hasWorkbook: boolean;
  /** As `Office.context.requirements.isSetSupported`. */
  supports(requirementSet: string, version: string): boolean;
  /** What stands before the dot of our functions in this workbook: `POLICY`, or `POLICYDEV` in development. */
  readonly namespace: string;
  /** Of the product, as in package.json. */
  readonly version: string;

  /** Views asked for from outside; one asked for before the pane listened is given at once. */
  onOpenView(listener: (view: View) => void): Stop;
  copyText(text: string): Promise<void>;
  /** Asks the user for a file of some kinds, such as ".csv,.xlsx"; undefined where none is chosen. */
  chooseFile(accept: string): Promise<ChosenFile | undefined>;
  /** The day, as 2026-11-25. */
  today(): string;
  /** Starts a worker that simulates beside the page; absent where there are none. */
  readonly startSimulation?: StartSimulation;
  /** Hands the keyboard back to the grid where the host allows it. */
  focusGrid(): void;
}
