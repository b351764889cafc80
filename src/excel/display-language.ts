import type { Language } from "../refusal";

/** Chinese of every region counts as Chinese; all else reads English. */
export const languageOf = (locale = ""): Language => (/^zh\b/i.test(locale) ? "zh" : "en");

/** The language of Excel's own menus; English where Excel has not said or is not there. */
export const displayLanguage = (): Language =>
  languageOf(typeof Office === "undefined" ? undefined : Office.context?.displayLanguage);
