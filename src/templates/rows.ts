import type { Texts } from "../refusal";
import type { CheckRow, InputRow, TableColumn, WorkedRow } from "./template";
import type { UnitOf } from "./units";

type Given = InputRow["given"];

/** A row of inputs. */
export const input = (
  key: string, label: Texts, unit: UnitOf, given: Given, more: Pick<InputRow, "allowed" | "note"> = {},
): InputRow => ({ key, label, unit, given, ...more });

/** A row of workings or outputs. */
export const worked = (
  key: string,
  label: Texts,
  unit: UnitOf,
  formula: string,
  more: Pick<WorkedRow, "opening" | "spills" | "note"> = {},
): WorkedRow => ({ key, label, unit, formula, ...more });

export const check = (key: string, label: Texts, formula: string): CheckRow => ({ key, label, formula });

/** A column of a native table, calculated where it has a formula. */
export const column = (
  key: string, header: Texts, unit: UnitOf, more: Pick<TableColumn, "formula" | "allowed"> = {},
): TableColumn => ({ key, header, unit, ...more });
