/** A cell as it was found: a text, or what a workbook already knows to be a number. */
export type RawCell = string | number | boolean | null | PercentCell;

/** A number that its workbook shows as a percentage: 0.12 for 12 %. */
export interface PercentCell {
  readonly fraction: number;
}

/** A rectangle of cells before anybody knows what its columns are; rows may be of different lengths. */
export interface RawTable {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** What the first row is called where it comes from: 1 in a file, 5 in a selection from row 5. */
  readonly firstRow: number;
  /** Said of the table where it comes from. */
  readonly source?: string;
  /** The unit of each column, by its header, where the file states it apart. */
  readonly units?: Readonly<Record<string, string>>;
}

export const isPercent = (cell: RawCell | undefined): cell is PercentCell => typeof cell === "object" && cell !== null;

/** As a reader sees it, without spaces around. */
export function rawText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (isPercent(cell)) return `${Number((cell.fraction * 100).toPrecision(15))}%`;
  return (typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell)).trim();
}

/** A spreadsheet would take such a text for a formula. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text);
