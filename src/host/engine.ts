import type { Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { Definition, Outcome } from "../functions";
import type { Language, Refusal } from "../refusal";
import type { ChartStore } from "./chart-store";
import type { Area, CellValue, WorkbookContent } from "../xlsx/content";

/**
 * A workbook that calculates without Excel. Sheets are named as in an address;
 * rows and columns count from zero. Reads see the last finished calculation:
 * await `calculated()` after a change and before reading what depends on it.
 */
export interface Engine {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly language: Language;
  readonly charts: ChartStore;
  /** Parts that other programs keep in the file; the engine carries them, it does not read them. */
  customXml: readonly string[];

  /** The value of a formula, with or without "=", in an empty place of this workbook, which stays as it was. */
  evaluate(formula: string): Promise<Outcome>;
  /** The same of many, for which the workbook is looked through once. */
  evaluateAll(formulas: readonly string[]): Promise<Outcome[]>;
  /** Resolves when no calculation is pending. */
  calculated(): Promise<void>;

  /** In full precision, spilled cells too; null for an empty cell. */
  value(sheet: string, row: number, column: number): CellValue;
  values(sheet: string, area: Area): CellValue[][];
  /** With its "=", only in the cell that holds it. */
  formula(sheet: string, row: number, column: number): string | undefined;
  /** The area a formula spills over, asked from any of its cells. */
  spillOf(sheet: string, row: number, column: number): Area | undefined;
  /** Why one of our functions declined in this cell, as far as the last calculation knows. */
  refusalAt(sheet: string, row: number, column: number): Refusal | undefined;

  content(): WorkbookContent;
  /** Replaces the workbook. Content that cannot be held is refused, and leaves the workbook as it was. */
  open(content: WorkbookContent): Promise<void>;

  /** All that is done inside is one step for the user's undo. */
  undoGroup<T>(work: () => Promise<T>): Promise<T>;
  /** False when there is nothing to undo. */
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;

  /** Called after every change to the workbook, calculated results included; returns how to stop. */
  onChange(listener: () => void): () => void;
  setLanguage(language: Language): void;
  dispose(): void;
}

export interface HeadlessOptions {
  readonly language: Language;
  /** The functions under `POLICY.`; the whole catalogue unless told. */
  readonly functions?: readonly Definition[];
}

export interface PageOptions {
  readonly language: Language;
  readonly theme: "light" | "dark";
  readonly container: HTMLElement;
}

/** `createHeadlessEngine` stands in engine-headless.ts, `createPageEngine` in engine-page.ts. */
export type CreateHeadlessEngine = (options: HeadlessOptions) => Promise<Engine>;
export type CreatePageEngine = (options: PageOptions) => Promise<Engine>;
