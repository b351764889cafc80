import {
  ErrorType,
  ErrorValueObject,
  Interpreter,
  Lexer,
  type IDefinedNamesService,
  type IFormulaCurrentConfigService,
  type LexerTreeBuilder,
} from "@univerjs/engine-formula";
import { embedded, readable, type TableNames } from "./formula-text";
import type { RepairedTables } from "./univer-tables";

type Names = NonNullable<Parameters<LexerTreeBuilder["treeBuilder"]>[2]>;

/** Reads formulas after they have been said in Univer's words; the words in the cells stay the user's. */
export class RepairedLexer extends Lexer {
  constructor(
    private readonly names: IDefinedNamesService,
    private readonly trees: LexerTreeBuilder,
    private readonly config: IFormulaCurrentConfigService,
    private readonly tables: RepairedTables,
  ) {
    super(names, trees, config);
  }

  override treeBuilder(formula: string, transformSuffix = true) {
    this.forget();
    const unitId = this.config.getExecuteUnitId();
    const tables = this.tables.names(unitId);
    const named = Boolean(unitId && this.names.hasDefinedName(unitId));
    const names = named ? this.readableNames(unitId!, tables) : undefined;
    return this.trees.treeBuilder(readable(formula, tables), transformSuffix, names);
  }

  /**
   * Univer keeps what it has read in one store for all workbooks: with the values that names had, and with
   * the variables of LET and LAMBDA bound to the cells of the first reading.
   */
  private forget(): void {
    this.trees.dispose();
  }

  private readableNames(unitId: string, tables: TableNames): Names {
    return {
      unitId,
      getValueByName: (unit, name) => {
        const found = this.names.getValueByName(unit, name);
        return found && { ...found, formulaOrRefString: embedded(found.formulaOrRefString, tables) };
      },
      getDirtyDefinedNameMap: () => this.config.getDirtyDefinedNameMap(),
      getSheetName: (unit, sheetId) => this.config.getSheetName(unit, sheetId),
    };
  }
}

/** A function that throws must not leave every later formula of the pass without a value. */
export class SteadyInterpreter extends Interpreter {
  override execute(...given: Parameters<Interpreter["execute"]>) {
    try {
      return super.execute(...given);
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }
}
