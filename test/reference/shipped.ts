import { Refusal, type Language } from "../../src/refusal";
import { table, type ReferenceTable, type Row } from "../../src/reference";
import { lookUp, type Written } from "../../src/reference/look-up";

export function shipped(id: string): ReferenceTable {
  const found = table(id);
  if (found instanceof Refusal) throw new Error(found.message("en"));
  return found;
}

/** What a look-up gives: the number or the text, or the error code. */
export function given(id: string, key: Written, field?: Written, period?: Written): number | string {
  const found = lookUp(shipped(id), key, field, period);
  if (found instanceof Refusal) return found.code;
  return typeof found.value === "number" ? found.value : found.value.en;
}

/** Why a look-up is refused. */
export function why(
  id: string,
  key: Written,
  field?: Written,
  period?: Written,
  language: Language = "en",
): string {
  const found = lookUp(shipped(id), key, field, period);
  return found instanceof Refusal ? found.message(language) : "";
}

export function row(id: string, key: string, period?: string): Row {
  const found = shipped(id).rows.find(
    (candidate) => candidate.key.en === key && (!period || candidate.period === period),
  );
  if (!found) throw new Error(`${key} is not in ${id}`);
  return found;
}
