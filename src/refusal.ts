/** A text in the two languages of the product. */
export interface Texts {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Texts;

/** "1 row", "2 rows": English alone has a plural. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export type Reason = "invalid" | "zero" | "unsolvable" | "missing";

const codes = { invalid: "#VALUE!", zero: "#DIV/0!", unsolvable: "#NUM!", missing: "#N/A" } as const;

/**
 * Why a calculation declines: the only thing that `maths` and `functions` throw.
 * The fragment is lower case, follows the name of its subject and has no full stop.
 * It is no Error: a refused cell among a million must not pay for a stack trace.
 */
export class Refusal {
  constructor(
    readonly reason: Reason,
    readonly fragment: Texts,
    readonly subject = "",
  ) {}

  get code(): string {
    return codes[this.reason];
  }

  /** The same refusal said of an argument, when the mathematics did not know its name. */
  about(subject: string): Refusal {
    return this.subject ? this : new Refusal(this.reason, this.fragment, subject);
  }

  message(language: Language): string {
    return `${this.subject} ${this.fragment[language]}`.trim();
  }
}

/** An error that came in with an input and goes out unchanged. */
export class CellError {
  constructor(readonly code: string) {}
}
