import { movedToHelper, portableReferences } from "../../formulas/portable-references";
import { onSheet } from "../../formulas/sheet-names";
import { catalogueNames } from "../../formulas/stored-names";
import { isFunction, isName, tokensOf } from "../../formulas/tokens";
import { Unportable, reasons } from "../../formulas/unportable";
import { cellAddress } from "../../formulas/addresses";
import type { Workroom } from "../../formulas/workroom";
import type { WorkbookContent } from "../../xlsx/content";
import type { HelperSheet } from "./helper-sheet";
import { abilities } from "./recipient";
import { anchorKey, type PlanOptions } from "./plan-options";
import { Whereabouts } from "./whereabouts";

interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What stands for a value that is not known yet: the formula must be planned again when it is. */
const UNKNOWN = [[0]] as const;

/** Makes for each formula of a workbook the surroundings in which it is rewritten. */
export class Rooms {
  readonly ability: (typeof abilities)[keyof typeof abilities];
  /** Expressions that were asked for and whose value is not known. */
  readonly wanted = new Set<string>();
  private readonly whereabouts: Whereabouts;

  constructor(
    content: WorkbookContent,
    readonly options: PlanOptions,
    readonly helper: HelperSheet,
    private readonly fixed: ReadonlySet<string>,
  ) {
    const ability = abilities[options.recipient];
    this.ability = options.plainRanges ? { ...ability, structured: false } : ability;
    this.whereabouts = new Whereabouts(content);
  }

  get firstSheet(): string {
    return this.whereabouts.content.sheets[0]?.name ?? "";
  }

  indexOf(sheet: string): number {
    return this.whereabouts.content.sheets.findIndex(({ name }) => name === sheet);
  }

  /** Whether a formula without our functions refers to a spill or a table that will be one no longer. */
  mustChange(formula: string): boolean {
    const hasSpills = formula.includes("#") && (this.fixed.size > 0 || !this.ability.dynamic);
    return hasSpills || (this.options.plainRanges === true && formula.includes("["));
  }

  roomOf(cell: Cell, owner: number): Workroom {
    const { dynamic, structured } = this.ability;
    const area = (reference: string) => this.whereabouts.area(reference, cell.sheet, cell.row, cell.column);
    const room: Workroom = {
      dynamic,
      structured,
      cell,
      names: this.whereabouts.names(cell.sheet),
      area,
      isFixed: (anchor) => this.fixed.has(anchorKey(anchor.sheet, anchor.area)),
      values: (expression) => {
        const formula = movedToHelper(portableReferences(expression, { ...room, dynamic: false }), room);
        return this.measured(formula);
      },
      helper: (block) => this.helper.add(block, owner, onSheet(cell.sheet, cellAddress(cell.row, cell.column))),
    };
    return room;
  }

  /** For the formula of a name, which stands in no cell and may ask for none. */
  roomOfName(sheet: string): Workroom {
    const placeless = (): never => { throw new Unportable(reasons.place); };
    return {
      ...this.roomOf({ sheet, row: 0, column: 0 }, -1),
      cell: undefined,
      values: placeless,
      helper: placeless,
    };
  }


  private measured(formula: string) {
    const known = this.options.measured?.get(formula);
    if (known) return known;
    this.wanted.add(formula);
    return UNKNOWN;
  }
}

/** Whether our functions are in a formula, called or passed by their names. */
export const callsOurs = (formula: string): boolean =>
  /policy/i.test(formula)
  && tokensOf(formula.replace(/^=/, "")).some((token) => (isFunction(token) || isName(token)) && isKnown(token.value));

const isKnown = (name: string): boolean => catalogueNames().typed(name) !== undefined;
