import { cellAddress } from "../formulas/addresses";
import { onSheet } from "../formulas/sheet-names";
import { grouped } from "../maths/grouped";
import { isRepeatable, mostRepeatable } from "../maths/sampling";
import {
  type CellPlace, compile, type Difference, drawnInputs, type Evaluate, type NotReady, placesOf, readyModel, setupIn,
  simulated, type SimulationSetup,
} from "../model";
import { Refusal, type Language, type Texts } from "../refusal";
import { Book, FormulaCell } from "../sharing/book";
import { isSameResult } from "../sharing/portable/compare";
import { blankSheet, freeName } from "../sharing/portable/plan";
import type { Recipient } from "../sharing/portable/recipient";
import { sheetNames } from "../sharing/portable/texts";
import { readBy } from "../sharing/reading";
import { byPlace } from "../xlsx/cell-changes";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../xlsx/content";
import { placeOf } from "../xlsx/places";
import { type Drawn, SimulationSheet } from "./simulation-sheet";
import { reasons } from "./texts";

export interface CarryWish {
  readonly recipient: Recipient;
  readonly language: Language;
  /** At most so many draws are carried. */
  readonly draws?: number;
}

export type Carried =
  | { readonly kind: "carried"; readonly content: WorkbookContent; readonly sheet: string; readonly draws: number }
  /** Nothing was added to the copy. */
  | { readonly kind: "left"; readonly why: Texts };

/** What the report of the copy says of it. */
export const carriedText = (carried: Carried): Texts =>
  carried.kind === "left"
    ? { en: `The simulation is not in this copy: ${carried.why.en}.`, zh: `此副本未附模拟：${carried.why.zh}。` }
    : {
      en: `Sheet ${carried.sheet} draws the simulation again, ${carried.draws.toLocaleString("en")} times, with the same numbers.`,
      zh: `工作表“${carried.sheet}”以相同的随机数重做模拟，共 ${carried.draws.toLocaleString("en")} 次。`,
    };

/** LibreOffice calculates a multiple operation for every draw with every change: ten thousand take half a minute. */
const mostFor = (recipient: Recipient): number => (recipient === "libreoffice" ? 1000 : mostRepeatable);

/**
 * Puts the simulation that a workbook keeps into its portable copy, so that a recipient draws the same numbers and
 * gets the same results; undefined where none is kept. Both workbooks hold their results.
 */
export function carriedSimulation(
  before: WorkbookContent,
  copy: WorkbookContent,
  wish: CarryWish,
): Carried | undefined {
  const kept = setupIn(before.customXml);
  if (!kept || kept.inputs.length === 0 || kept.outputs.length === 0) return undefined;
  const setup = { ...kept, draws: Math.min(kept.draws, wish.draws ?? mostFor(wish.recipient), mostRepeatable) };
  if (!isRepeatable(setup)) return { kind: "left", why: reasons.seed };
  const ready = readyModel(before, placesOf(setup.inputs), placesOf(setup.outputs));
  if (ready.kind !== "ready") return { kind: "left", why: whyNotReady(ready) };
  try {
    const drawnFor = (draws: number) => drawnBy(ready.evaluate, { ...setup, draws }, kept.draws, before);
    return withSheets(copy, drawnFor, wish, setup.draws);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: "left", why: { en: error.message("en"), zh: error.message("zh") } };
  }
}

const named = ({ sheet, row, column }: CellPlace): string => onSheet(sheet, cellAddress(row, column));

function whyNotReady(ready: NotReady): Texts {
  if (ready.kind === "different") return reasons.different(named(ready.differences[0]!.place));
  const { place, why } = ready.cells[0]!;
  return reasons.uncompiled(named(place), why);
}

function drawnBy(evaluate: Evaluate, setup: SimulationSetup, set: number, before: WorkbookContent): Drawn {
  const inputs = drawnInputs(setup);
  const outputs = evaluate(inputs).map(({ values }) => values);
  const shownAt = (places: readonly CellPlace[]) => places.map((place) => valueAt(before, place));
  const shown = { inputs: shownAt(placesOf(setup.inputs)), outputs: shownAt(placesOf(setup.outputs)) };
  return { setup, set, inputs, outputs, outcomes: simulated(evaluate, setup), shown };
}

const isNamed = (name: string) => (sheet: SheetContent): boolean => sheet.name.toLowerCase() === name.toLowerCase();

const cellIn = ({ sheets }: WorkbookContent, { sheet, row, column }: CellPlace): CellContent | undefined =>
  sheets.find(isNamed(sheet))?.cells.find((cell) => cell.row === row && cell.column === column);

const valueAt = (content: WorkbookContent, place: CellPlace): CellValue => cellIn(content, place)?.value ?? null;

interface Laid {
  readonly content: WorkbookContent;
  readonly sheet: SimulationSheet;
}

/** The copy with the sheets of the simulation, the steps without their results. */
function laid(copy: WorkbookContent, drawn: Drawn, { recipient, language }: CarryWish): Laid {
  const free = (texts: Texts): string => freeName(texts[language], copy);
  const [name, steps] = [free(sheetNames.simulation), free(sheetNames.draws)];
  const sheet = new SimulationSheet(drawn, { name, steps, recipient, language });
  const added = { ...blankSheet(name), cells: sheet.cells, columnWidths: sheet.columnWidths };
  if (recipient === "values") return { content: { ...copy, sheets: [...copy.sheets, added] }, sheet };
  const swapped = withInputs(copy, drawn.setup, sheet);
  const workings = { ...blankSheet(steps), cells: sheet.steps.cells };
  return { content: { ...swapped, sheets: [...swapped.sheets, added, workings] }, sheet };
}

/** Sorting by formulas takes time with the square of the draws: the formulas for more are proven on so many. */
const mostProven = 1000;

function withSheets(
  copy: WorkbookContent,
  drawnFor: (draws: number) => Drawn,
  wish: CarryWish,
  draws: number,
): Carried {
  const drawn = drawnFor(draws);
  const whole = laid(copy, drawn, wish);
  const carried = (content: WorkbookContent): Carried =>
    ({ kind: "carried", content, sheet: whole.sheet.drawCell.sheet, draws });
  if (wish.recipient === "values") return carried(whole.content);
  const few = draws > mostProven ? laid(copy, drawnFor(mostProven), wish) : whole;
  const proven = withSteps(few, drawn);
  if ("why" in proven) return { kind: "left", why: proven.why };
  const content = few === whole ? proven.content : whole.content;
  const why = otherResult({ ...whole, content }, drawn, wish.recipient);
  return why ? { kind: "left", why } : carried(content);
}

/** The inputs read the draw that is shown, and their own value without one. */
function withInputs(copy: WorkbookContent, { inputs }: SimulationSetup, sheet: SimulationSheet): WorkbookContent {
  const bySheet = grouped(inputs.map(({ place }, i) => ({ place, i })), ({ place }) => place.sheet.toLowerCase());
  const sheets = copy.sheets.map((each) => {
    const here = bySheet.get(each.name.toLowerCase());
    if (!here) return each;
    const cells = new Map(byPlace(each.cells));
    for (const { place, i } of here) {
      const { row, column } = place;
      const was = cells.get(placeOf(place));
      const formula = sheet.inputFormula(i, was?.formula);
      cells.set(placeOf(place), { ...was, row, column, value: was?.value ?? 0, formula });
    }
    return { ...each, cells: [...cells.values()] };
  });
  return { ...copy, sheets };
}

/** Calculates the draws by their formulas, as a recipient will: they must be ours, and then the steps have results. */
function withSteps({ content, sheet }: Laid, { setup }: Drawn): { content: WorkbookContent } | { why: Texts } {
  const compiled = compile(content, { inputs: sheet.parameterCells, outputs: placesOf(setup.outputs) });
  if (compiled.kind === "uncompiled") return { why: whyNotReady(compiled) };
  const [steps, others] = parted(compiled.model.check(), ({ place }) => place.sheet === sheet.steps.name);
  const wrong = others.find((difference) => !sheet.isSameDraw(difference));
  if (wrong) return { why: reasons.different(named(wrong.place)) };
  const sheets = content.sheets.map((each) => (each.name === sheet.steps.name ? withResults(each, steps) : each));
  return { content: { ...content, sheets } };
}

/** What the copy gives for the draws, where it is not what the workbook itself gives. */
function otherResult({ content, sheet }: Laid, { setup, outputs }: Drawn, recipient: Recipient): Texts | undefined {
  const compiled = compile(content, { inputs: [sheet.drawCell], outputs: placesOf(setup.outputs) });
  if (compiled.kind === "uncompiled") return whyNotReady(compiled);
  const { model } = compiled;
  const cornered = recipient === "libreoffice" ? readsCorner(content, model.cone) : undefined;
  if (cornered) return reasons.corner(named(cornered));
  const again = model.evaluate([Float64Array.from({ length: setup.draws }, (_, i) => i + 1)]);
  for (const [j, { values }] of again.entries()) {
    const draw = values.findIndex((value, i) => !isSameNumber(value, outputs[j]![i]!));
    if (draw >= 0) return reasons.unlike(setup.outputs[j]!.name, draw + 1);
  }
  return undefined;
}

/** The sheet with what its formulas give, those that fill many cells too. */
function withResults(sheet: SheetContent, results: readonly Difference[]): SheetContent {
  const cells = new Map(byPlace(sheet.cells));
  for (const { place, computed } of results) {
    const { row, column } = place;
    cells.set(placeOf(place), { ...cells.get(placeOf(place)), row, column, value: computed });
  }
  return { ...sheet, cells: [...cells.values()] };
}

function parted<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  const [first, second]: [Item[], Item[]] = [[], []];
  for (const item of items) (isFirst(item) ? first : second).push(item);
  return [first, second];
}

const isSameNumber = (one: number, other: number): boolean =>
  Number.isNaN(one) ? Number.isNaN(other) : isSameResult(one, other);

/** LibreOffice takes the first cell of the first sheet for one that a multiple operation replaces. */
function readsCorner(content: WorkbookContent, cone: readonly CellPlace[]): CellPlace | undefined {
  const book = new Book(content);
  const first = content.sheets[0]!.name;
  return cone.find(({ sheet, row, column }) => {
    const cell = book.sheet(sheet)?.at(row, column);
    return cell instanceof FormulaCell && readBy(cell, book).some(({ sheet: on, area }) =>
      on.name === first && area.row === 0 && area.column === 0 && area.rows * area.columns > 1);
  });
}
