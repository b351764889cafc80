import { createContext, useContext } from "react";
import type { Language, Texts } from "../refusal";

export const LanguageContext = createContext<Language>("en");

/** Says a text in the language of the page. */
export function useSay(): (texts: Texts) => string {
  const language = useContext(LanguageContext);
  return (texts) => texts[language];
}
