import type { Texts } from "../refusal";

/** Why a file of the user's cannot be taken as a table, and what to do about it. */
export class ImportRefusal extends Error {
  constructor(
    readonly why: Texts,
    readonly next: Texts,
  ) {
    super(why.en);
  }
}
