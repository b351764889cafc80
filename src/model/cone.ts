import { cellAddress } from "../formulas/addresses";
import type { Texts } from "../refusal";
import type { CellContent } from "../xlsx/content";
import type { Sheet } from "./book";
import * as say from "./faults";
import { type CompiledFormula, FormulaCompiler } from "./formula";
import type { CellPlace } from "./model";
import type { Reading } from "./references";
import type { Resolver } from "./resolving";

/** A cell that inputs and outputs have to do with. */
export interface Step {
  readonly sheet: Sheet;
  readonly cell: CellContent;
  readonly place: CellPlace;
  /** Absent for a plain value and for an input, whatever formula stands in it. */
  readonly formula?: CompiledFormula;
  readonly isInput: boolean;
  /** Whether it depends on an input. */
  varies: boolean;
}

/** All that the outputs depend on, each after what it depends on itself. */
export interface Cone {
  readonly steps: readonly Step[];
  readonly circle?: { readonly step: Step; readonly why: Texts };
}

interface Source {
  readonly sheet: Sheet;
  readonly cell: CellContent;
}

interface Visit {
  readonly step: Step;
  readonly before: readonly Source[];
  next: number;
}

/** Follows the formulas from the outputs down; without recursion, for chains may be longer than the stack. */
export class ConeWalk {
  private readonly sources = new Map<Reading, readonly Source[]>();
  private readonly known = new Map<CellContent, Step>();
  private readonly open = new Set<Step>();
  private readonly done: Step[] = [];

  constructor(private readonly resolver: Resolver, private readonly inputs: ReadonlySet<CellContent>) {}

  walked(outputs: readonly Reading[]): Cone {
    for (const { sheet, cell } of outputs.flatMap((reading) => this.sourcesOf(reading))) {
      const circle = this.follow(sheet, cell);
      if (circle) return { steps: this.done, circle };
    }
    return { steps: this.done };
  }

  /** What a reading depends on that may vary: plain values stay as they are. */
  private sourcesOf(reading: Reading): readonly Source[] {
    let found = this.sources.get(reading);
    if (found) return found;
    const changing = reading.sources.filter((cell) => cell.formula !== undefined || this.inputs.has(cell));
    this.sources.set(reading, (found = changing.map((cell) => ({ sheet: reading.sheet, cell }))));
    return found;
  }

  private follow(sheet: Sheet, cell: CellContent): Cone["circle"] {
    if (this.known.has(cell)) return undefined;
    const path: Visit[] = [this.visit(sheet, cell)];
    while (path.length > 0) {
      const visit = path.at(-1)!;
      const next = visit.before[visit.next++];
      if (!next) this.close(path.pop()!);
      else if (!this.known.has(next.cell)) path.push(this.visit(next.sheet, next.cell));
      else if (this.open.has(this.known.get(next.cell)!)) return circleOf(path, next.cell);
    }
    return undefined;
  }

  private visit(sheet: Sheet, cell: CellContent): Visit {
    const place = { sheet: sheet.name, row: cell.row, column: cell.column };
    const isInput = this.inputs.has(cell);
    const isFormula = !isInput && cell.formula !== undefined;
    const formula = isFormula ? new FormulaCompiler(this.resolver, place).compiled(cell.formula) : undefined;
    const step: Step = { sheet, cell, place, formula, isInput, varies: isInput };
    this.known.set(cell, step);
    this.open.add(step);
    const before = [...new Set(formula?.readings)].flatMap((reading) => this.sourcesOf(reading));
    return { step, before, next: 0 };
  }

  private close({ step, before }: Visit): void {
    step.varies ||= before.some(({ cell }) => this.known.get(cell)!.varies);
    this.open.delete(step);
    this.done.push(step);
  }
}

function circleOf(path: readonly Visit[], cell: CellContent): Cone["circle"] {
  const from = path.findIndex(({ step }) => step.cell === cell);
  const circle = path.slice(from).map(({ step }) => step);
  const places = [...circle, circle[0]!].map(({ place }) => `${place.sheet}!${addressOf(place)}`);
  return { step: circle[0]!, why: say.circular(places.join(" → ")) };
}

const addressOf = ({ row, column }: CellPlace): string => cellAddress(row, column);
