import type { Texts } from "../../refusal";

/** The programs that a portable copy can be made for. */
export const recipients = ["excel365", "excel2016", "wps", "libreoffice", "values"] as const;
export type Recipient = (typeof recipients)[number];

interface Ability {
  readonly name: Texts;
  /** LET, LAMBDA and formulas that spill. */
  readonly dynamic: boolean;
  /** References to tables by name. */
  readonly structured: boolean;
}

export const abilities: Readonly<Record<Recipient, Ability>> = {
  excel365: { name: { en: "Excel 365", zh: "Excel 365" }, dynamic: true, structured: true },
  excel2016: { name: { en: "Excel 2016–2021", zh: "Excel 2016–2021" }, dynamic: false, structured: true },
  wps: { name: { en: "WPS Office", zh: "WPS Office" }, dynamic: false, structured: true },
  libreoffice: { name: { en: "LibreOffice", zh: "LibreOffice" }, dynamic: false, structured: false },
  values: { name: { en: "values only", zh: "仅数值" }, dynamic: false, structured: true },
};
