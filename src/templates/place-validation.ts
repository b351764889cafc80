import type { Area } from "../formulas/addresses";
import type { Language } from "../refusal";
import type { Draft, DraftSheet } from "./draft";
import type { PlacedAllowed } from "./placed";
import type { Allowed } from "./template";

export function validate({ language }: Draft, sheet: DraftSheet, area: Area, wished: Allowed): void {
  const allowed = allowedIn(wished, language);
  sheet.validations.push({ area, allowed, says: saysOf(allowed)[language] });
}

/** Excel keeps a list as one text with commas between its items. */
function allowedIn(allowed: Allowed, language: Language): PlacedAllowed {
  if (!("oneOf" in allowed)) return allowed;
  const oneOf = allowed.oneOf.map((each) => (typeof each === "object" ? each[language] : each));
  const broken = oneOf.find((each) => String(each).includes(","));
  if (broken !== undefined) throw new Error(`a choice holds a comma: ${broken}`);
  return { oneOf };
}

function saysOf(allowed: PlacedAllowed): Record<Language, string> {
  if ("oneOf" in allowed) {
    return { en: `One of: ${allowed.oneOf.join(", ")}`, zh: `可填：${allowed.oneOf.join("、")}` };
  }
  const { from, to, whole } = allowed;
  const number = whole ? { en: "A whole number", zh: "整数" } : { en: "A number", zh: "数字" };
  if (to === undefined) return { en: `${number.en} from ${from} up`, zh: `${number.zh}，不小于 ${from}` };
  return { en: `${number.en} from ${from} to ${to}`, zh: `${number.zh}，${from} 至 ${to}` };
}
