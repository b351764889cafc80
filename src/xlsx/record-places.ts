/** A cell as a record names it, rows and columns counted from 0. */
export interface RecordedPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const placeAttributes = ({ sheet, row, column }: RecordedPlace) => ({ sheet, row, column });

export const placeIn = ({ sheet = "", row, column }: Readonly<Record<string, string | undefined>>): RecordedPlace =>
  ({ sheet, row: Number(row), column: Number(column) });
