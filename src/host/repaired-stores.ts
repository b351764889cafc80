import {
  BooleanNumber,
  UniverInstanceType,
  type IUniverInstanceService,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  BaseReferenceObject,
  CELL_INVERTED_INDEX_CACHE,
  ErrorType,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaDataModel,
  type LexerTreeBuilder,
} from "@univerjs/engine-formula";

/** Looks for hidden rows where there are cells; Univer asks every row of every sheet at every calculation. */
export class QuickFormulaData extends FormulaDataModel {
  constructor(
    private readonly instances: IUniverInstanceService,
    trees: LexerTreeBuilder,
  ) {
    super(instances, trees);
  }

  override getHiddenRowsFiltered(): ReturnType<FormulaDataModel["getHiddenRowsFiltered"]> {
    const books = this.instances.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    return Object.fromEntries(
      books.map((book) => [
        book.getUnitId(),
        Object.fromEntries(book.getSheets().map((sheet) => [sheet.getSheetId(), hiddenRows(sheet)])),
      ]),
    );
  }
}

function hiddenRows(sheet: Worksheet): Record<number, { hd: BooleanNumber }> {
  const hidden: Record<number, { hd: BooleanNumber }> = {};
  const rows = sheet.getCellMatrix().getLength();
  for (let row = 0; row < rows; row++) {
    if (!sheet.getRowVisible(row)) hidden[row] = { hd: BooleanNumber.TRUE };
  }
  return hidden;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** A cell beyond the rows that a sheet happens to show is blank, as in Excel, and not #NAME?. */
function isBeyondExcel(this: BaseReferenceObject): boolean {
  const { startRow, endRow, startColumn, endColumn } = this.getRangePosition();
  return startRow < 0 || startColumn < 0 || endRow >= lastRow || endColumn >= lastColumn;
}

const { setForcedSheetId } = BaseReferenceObject.prototype;

/** A part of a table on another sheet, `INDEX(Sales[Qty],2)`, has that sheet's id, and no name to look up. */
function findSheetByName(this: BaseReferenceObject, sheets: Parameters<typeof setForcedSheetId>[0]): void {
  if (this.getForcedSheetName()) setForcedSheetId.call(this, sheets);
}

type Index = typeof CELL_INVERTED_INDEX_CACHE;

/**
 * Univer keeps, for lookups, where each value of a column stands, and for every result goes through all values
 * of its column. Only rows that a lookup has already read need that; the others are read when a lookup comes.
 */
function indexNeededRowsOnly(index: Index): void {
  const { set } = Object.getPrototypeOf(index) as Index;
  index.set = (unitId, sheetId, column, value, row, isResult) => {
    if (isResult && index.shouldContinueBuildingCache(unitId, sheetId, column, row)) return;
    set.call(index, unitId, sheetId, column, value, row, isResult);
  };
}

const errorKeys = Object.values(ErrorType).map((code) => code.toLowerCase());

/** Univer keeps errors there in lower case, and then takes them for texts: a column with one is read cell by cell. */
function leaveOutErrors(index: Index): void {
  const { canUseCache } = Object.getPrototypeOf(index) as Index;
  index.canUseCache = (unitId, sheetId, column, first, last) => {
    const values = index.getCellValuePositions(unitId, sheetId, column);
    const hasError = values !== undefined && errorKeys.some((key) => (values.get(key)?.size ?? 0) > 0);
    if (hasError) return { rowsInCache: [], rowsNotInCache: [] };
    return canUseCache.call(index, unitId, sheetId, column, first, last);
  };
}

/** The class of Univer's stores of formulas and arrays, which it does not name to others. */
interface Store {
  readonly _cache: { limit: number };
  set(key: string, value: unknown): void;
}

const store = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE) as Store;
const { set: keep } = store;
const keptFormulas = 20_000;

/**
 * Univer stores a formula longer than 64 characters under a sum of 32 bits, so that another may be taken for
 * it, and it is not found to be forgotten; and of more than 5000 formulas it reads each anew, twice in each pass.
 */
const exactKeys = {
  _hash: (key: string): string => key,
  set(this: Store, key: string, value: unknown): void {
    this._cache.limit = keptFormulas;
    keep.call(this, key, value);
  },
};

/** What all engines of a process share. */
export function repairShared(): void {
  const references = { isExceedRange: isBeyondExcel, setForcedSheetId: findSheetByName };
  Object.assign(BaseReferenceObject.prototype, references);
  Object.assign(store, exactKeys);
  indexNeededRowsOnly(CELL_INVERTED_INDEX_CACHE);
  leaveOutErrors(CELL_INVERTED_INDEX_CACHE);
}
