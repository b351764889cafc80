import { createContext, useContext } from "react";
import { templateDeeds, type TemplateDeeds } from "../../actions/templates";

/** What the view does with the workbook; a test may put other deeds here. */
export const TemplateDeedsContext = createContext<TemplateDeeds>(templateDeeds);

export const useTemplateDeeds = (): TemplateDeeds => useContext(TemplateDeedsContext);
