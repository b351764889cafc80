import { insertTemplate } from "./insert-template";
import { readLoss, readTemplates, removeTemplate } from "./remove-template";

export { features, type Feature } from "./draw-template";
export type { InsertedTemplate } from "./insert-template";
export type { Loss, StandingTemplate } from "./remove-template";

/** What the Templates view does with a workbook; apart from the other deeds, as it is loaded with that view only. */
export const templateDeeds = { insertTemplate, readLoss, readTemplates, removeTemplate };

export type TemplateDeeds = typeof templateDeeds;
