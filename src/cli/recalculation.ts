import { cellAddress } from "../formulas/addresses";
import { callsIn } from "../formulas/calls";
import type { Outcome } from "../functions";
import type { Engine } from "../host/engine";
import type { Language, Texts } from "../refusal";
import { byPlace } from "../xlsx/cell-changes";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../xlsx/content";
import { coveredPlaces } from "../xlsx/covered-places";
import { placeOf } from "../xlsx/places";
import { isMany, spillArea } from "../xlsx/spills";
import { bindsNames, mayBeCalled, whyBeyondEngine, whyDated, whyUnsteady } from "./engine-reach";

/** What came of a formula that calls our functions. */
export interface CalculatedCell {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly before: CellValue;
  readonly after: CellValue;
  readonly changed: boolean;
  /** Why a function of ours declined, where it says so. */
  readonly reason?: string;
}

/** A formula that this engine cannot calculate as Excel does: its saved value stays, and others calculate with it. */
export interface KeptCell {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly why: Texts;
}

export interface Recalculation {
  /** The workbook with its new results; results that are still right are as they were. */
  readonly content: WorkbookContent;
  readonly ours: readonly CalculatedCell[];
  readonly kept: readonly KeptCell[];
  readonly formulas: number;
  readonly changed: number;
}

type Kept = Map<CellContent, Texts>;

/** Engines differ in the last digits; what differs by less is the same result. */
const RELATIVE_TOLERANCE = 1e-9;

/** Works with an engine of its own, which is let go whatever happens. */
export async function withEngine<T>(language: Language, work: (engine: Engine) => Promise<T>): Promise<T> {
  const { createHeadlessEngine } = await import("../host/engine-headless");
  const engine = await createHeadlessEngine({ language });
  try {
    return await work(engine);
  } finally {
    engine.dispose();
  }
}

export interface RecalculationOptions {
  /** What changes by itself keeps the value that it has, so that two calculations can be compared. */
  readonly steady?: boolean;
  /** What functions of dates gave stays: here they count from 1900. */
  readonly dates1904?: boolean;
}

/** Calculates every formula of a workbook anew and compares with the results that it holds. */
export async function recalculate(
  content: WorkbookContent,
  engine: Engine,
  options: RecalculationOptions = {},
): Promise<Recalculation> {
  const kept = await beyondEngine(content, engine);
  for (const [cell, why] of heldBy(content, options)) if (!kept.has(cell)) kept.set(cell, why);
  let results = await calculated(content, kept, engine);
  const before = kept.size;
  for (const cell of spilledFromOne(content, results, kept)) kept.set(cell, oneValue);
  for (const cell of notUnderstood(content, results, kept)) kept.set(cell, notRead);
  if (kept.size > before) results = await calculated(content, kept, engine);
  const sheets = content.sheets.map((sheet, index) => new SheetResults(sheet, results.sheets[index], kept));
  return {
    content: { ...content, sheets: sheets.map((sheet) => sheet.content()) },
    ours: sheets.flatMap((sheet) => sheet.ours(engine)),
    kept: content.sheets.flatMap((sheet) => keptIn(sheet, kept)),
    formulas: sheets.reduce((sum, { formulas }) => sum + formulas.length, 0),
    changed: sheets.reduce((sum, sheet) => sum + sheet.changed.length, 0),
  };
}

async function beyondEngine({ sheets, names }: WorkbookContent, engine: Engine): Promise<Kept> {
  const cells = sheets.flatMap((sheet) => sheet.cells.filter(({ formula }) => formula !== undefined));
  const own = new Set(names.map(({ name }) => name.toUpperCase()));
  const called = mayBeCalled(cells.map(({ formula = "" }) => formula)).filter((name) => !own.has(name));
  const outcomes = await engine.evaluateAll(called.map((name) => `=${name}()`));
  const unknown = new Set(called.filter((_, i) => isUnknown(outcomes[i]!)));
  return new Map(cells.flatMap((cell) => {
    const why = whyBeyondEngine(cell.formula ?? "", unknown);
    return why ? [[cell, why] as const] : [];
  }));
}

/** A function without its arguments fails in another way when there is one of that name. */
const isUnknown = (outcome: Outcome): boolean =>
  typeof outcome === "object" && "code" in outcome && outcome.code === "#NAME?";

async function calculated(content: WorkbookContent, kept: Kept, engine: Engine): Promise<WorkbookContent> {
  await engine.open({ ...content, sheets: content.sheets.map((sheet) => forEngine(sheet, kept)) });
  await engine.calculated();
  return engine.content();
}

/** The engine takes all rows of a table below its header for data. */
function forEngine(sheet: SheetContent, kept: Kept): SheetContent {
  const tables = sheet.tables.map(({ totals, area, ...table }) => {
    return { ...table, area: totals ? { ...area, rows: area.rows - 1 } : area };
  });
  const cells = sheet.cells.map((cell) => (kept.has(cell) ? { ...cell, formula: undefined, spill: undefined } : cell));
  return { ...sheet, tables, cells };
}

const oneValue: Texts = {
  en: "is stored as a formula of old Excel, which takes one value of a range",
  zh: "按旧版 Excel 公式存储，只取区域中的一个值",
};

const notRead: Texts = {
  en: "is written in a way that is not calculated here",
  zh: "其写法此处无法计算",
};

/** A formula that has no result yet is calculated all the same. */
function heldBy({ sheets }: WorkbookContent, { steady, dates1904 }: RecalculationOptions): [CellContent, Texts][] {
  return sheets.flatMap(({ cells }) => cells.flatMap((cell): [CellContent, Texts][] => {
    if (cell.formula === undefined || cell.value === null) return [];
    const why = (steady && whyUnsteady(cell.formula)) || (dates1904 && whyDated(cell.formula));
    return why ? [[cell, why]] : [];
  }));
}

/** What gave a result once, in a program that knows all that Excel does, and here is of an unknown name. */
function notUnderstood(content: WorkbookContent, results: WorkbookContent, kept: Kept): CellContent[] {
  return content.sheets.flatMap((sheet, index) => {
    const found = byPlace(results.sheets[index]!.cells);
    return sheet.cells.filter((cell) => {
      const { formula, value } = cell;
      if (formula === undefined || value === null || isError(value) || kept.has(cell)) return false;
      const now = found.get(placeOf(cell))?.value;
      return typeof now === "object" && now?.error === "#NAME?" && bindsNames(formula);
    });
  });
}

function spilledFromOne(content: WorkbookContent, results: WorkbookContent, kept: Kept): CellContent[] {
  return content.sheets.flatMap((sheet, index) => {
    const spills = new Set(results.sheets[index].cells.filter(({ spill }) => isMany(spill)).map(placeOf));
    return sheet.cells.filter((cell) => {
      const isPlain = cell.formula !== undefined && cell.spill === undefined && !kept.has(cell);
      return isPlain && spills.has(placeOf(cell)) && callsIn(cell.formula).length === 0;
    });
  });
}

function keptIn({ name, cells }: SheetContent, kept: Kept): KeptCell[] {
  return cells.flatMap((cell) => {
    const why = kept.get(cell);
    return why ? [{ sheet: name, cell: address(cell), formula: cell.formula ?? "", why }] : [];
  });
}

/** The new results of a sheet, cell by cell beside the old ones. */
class SheetResults {
  readonly formulas: readonly CellContent[];
  readonly changed: readonly CellContent[];
  private readonly present: ReadonlyMap<number, CellContent>;
  private readonly found: ReadonlyMap<number, CellContent>;

  constructor(
    private readonly sheet: SheetContent,
    private readonly results: SheetContent,
    private readonly kept: Kept,
  ) {
    this.present = byPlace(sheet.cells);
    this.found = byPlace(results.cells);
    this.formulas = sheet.cells.filter(({ formula }) => formula !== undefined);
    this.changed = this.formulas.filter((cell) => !kept.has(cell) && this.differs(cell));
  }

  content(): SheetContent {
    const changes = new Map<number, CellContent>();
    for (const cell of this.spilled(this.sheet.cells.filter((each) => !this.kept.has(each)), this.sheet.cells)) {
      changes.set(placeOf(cell), { ...cell, value: null });
    }
    for (const cell of this.spilled(this.calculated(), this.results.cells)) {
      const was = this.present.get(placeOf(cell));
      const value = was && isClose(was.value, cell.value) ? was.value : cell.value;
      changes.set(placeOf(cell), { ...was, row: cell.row, column: cell.column, value });
    }
    for (const cell of this.changed) changes.set(placeOf(cell), this.result(cell));
    if (changes.size === 0) return this.sheet;
    const cells = this.sheet.cells.map((cell) => changes.get(placeOf(cell)) ?? cell);
    const added = [...changes].filter(([place]) => !this.present.has(place)).map(([, cell]) => cell);
    return { ...this.sheet, cells: [...cells, ...added].filter(isAnything) };
  }

  ours(engine: Engine): CalculatedCell[] {
    const changed = new Set(this.changed);
    const calling = this.formulas.filter((cell) => !this.kept.has(cell) && callsIn(cell.formula ?? "").length > 0);
    return calling.map((cell) => {
      const after = changed.has(cell) ? this.result(cell).value : cell.value;
      const refusal = isError(after) && engine.refusalAt(this.sheet.name, cell.row, cell.column);
      const reason = refusal && refusal.message(engine.language);
      const facts = { sheet: this.sheet.name, cell: address(cell), formula: cell.formula ?? "" };
      return { ...facts, before: cell.value, after, changed: changed.has(cell), ...(reason && { reason }) };
    });
  }

  private calculated(): CellContent[] {
    return this.formulas.filter((cell) => !this.kept.has(cell)).map((cell) => this.result(cell));
  }

  /** Those of the cells that lie in what the formulas spill, without the formulas themselves. */
  private spilled(formulas: readonly CellContent[], cells: readonly CellContent[]): CellContent[] {
    const plain = cells.filter(({ formula }) => formula === undefined);
    return [...coveredPlaces(plain, formulas.flatMap(spillArea))];
  }

  private differs(cell: CellContent): boolean {
    const { value, spill } = this.result(cell);
    const [was, is] = [cell.spill, spill].map((each) => (isMany(each) ? each : undefined));
    return !isClose(cell.value, value) || was?.rows !== is?.rows || was?.columns !== is?.columns;
  }

  private result(cell: CellContent): CellContent {
    const { value = null, spill } = this.found.get(placeOf(cell)) ?? {};
    return { ...cell, value, spill: spill ?? (cell.spill && { rows: 1, columns: 1 }) };
  }
}

function isError(value: CellValue): boolean {
  return typeof value === "object" && value !== null;
}

function isAnything({ value, formula, format, note }: CellContent): boolean {
  return value !== null || formula !== undefined || format !== undefined || note !== undefined;
}

function isClose(one: CellValue, other: CellValue): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= RELATIVE_TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }
  if (typeof one === "object" && typeof other === "object") return one?.error === other?.error;
  return one === other;
}

function address({ row, column }: CellContent): string {
  return cellAddress(row, column);
}
