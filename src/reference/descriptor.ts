import type { Texts } from "../refusal";

/**
 * The part of a Tabular Data Package descriptor that this program reads; Chinese stands in properties of
 * our own. What is optional is prose, which is left out of the script that Excel loads to calculate.
 */
export interface Descriptor {
  readonly name: string;
  readonly title: string;
  readonly titleZh: string;
  readonly description?: string;
  readonly descriptionZh?: string;
  readonly version: string;
  /** The day on which the rows were last compared with the texts they come from. */
  readonly checked: string;
  readonly licenses?: readonly { readonly name: string; readonly title: string }[];
  readonly sources: readonly Source[];
  readonly resources: readonly Resource[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly titleZh: string;
}

export interface Label {
  readonly name: string;
  readonly title: string;
  readonly titleZh: string;
}

export interface Resource {
  readonly name: string;
  readonly title: string;
  readonly titleZh: string;
  readonly description?: string;
  readonly descriptionZh?: string;
  /** Several files are read as one table, so that a row may stand in two tables and be written once. */
  readonly path: string | readonly string[];
  readonly schema?: string;
  /** Set where the figures change by decree, as duties do. */
  readonly verify?: boolean;
  readonly key: Label;
  readonly fields: readonly Label[];
  /** Corrections and cautions, shown wherever the table is. */
  readonly notes?: readonly Texts[];
}

/** A row of a CSV file, as it was written. */
export type WrittenRow = Readonly<Record<string, string>>;

export interface DataPackage {
  readonly descriptor: Descriptor;
  readonly files: Readonly<Record<string, readonly WrittenRow[]>>;
}

export const pathsOf = ({ path }: Resource): readonly string[] => (typeof path === "string" ? [path] : path);
