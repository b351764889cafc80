import type { Refusal } from "../refusal";
import type { Caller } from "./univer-functions";

/** Why our functions last declined, cell by cell: a cell itself holds no more than an error code. */
export class Refusals {
  private readonly last = new Map<string, Refusal>();

  readonly hear = (caller: Caller, refusal: Refusal): void => {
    this.last.set(keyOf(caller), refusal);
  };

  /** Only while the cell still shows the error that the refusal gave it. */
  at(caller: Caller, shown: string | undefined): Refusal | undefined {
    const refusal = this.last.get(keyOf(caller));
    return refusal?.code === shown ? refusal : undefined;
  }

  forget(): void {
    this.last.clear();
  }
}

const keyOf = ({ sheetId, row, column }: Caller): string => `${sheetId}:${row}:${column}`;
