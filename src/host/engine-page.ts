import { LifecycleService, LifecycleStages, LocaleType, mergeLocales } from "@univerjs/core";
import {
  CalculationMode,
  UniverSheetsCorePreset,
  type IUniverEngineFormulaConfig,
} from "@univerjs/preset-sheets-core";
import coreEnglish from "@univerjs/preset-sheets-core/locales/en-US";
import coreChinese from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionEnglish from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import conditionChinese from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationEnglish from "@univerjs/preset-sheets-data-validation/locales/en-US";
import validationChinese from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteEnglish from "@univerjs/preset-sheets-note/locales/en-US";
import noteChinese from "@univerjs/preset-sheets-note/locales/zh-CN";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableEnglish from "@univerjs/preset-sheets-table/locales/en-US";
import tableChinese from "@univerjs/preset-sheets-table/locales/zh-CN";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import { catalogue } from "../functions";
import type { Engine, PageOptions } from "./engine";
import { functionInfos, functionTexts } from "./function-texts";
import { pageMenus, pageTheme } from "./page-look";
import type { FunctionEntry } from "./univer-operators";
import { univerEngine } from "./univer-engine";

/** An engine that the user sees and types into; it is there when its first workbook has been drawn. */
export function createPageEngine({ language, theme, container }: PageOptions): Promise<Engine> {
  return univerEngine({
    language,
    functions: catalogue,
    univer: { darkMode: theme === "dark", theme: pageTheme, locales },
    plugins: (entries) => presets(container, entries).flatMap(({ plugins }) => plugins),
    drawn: (injector) => injector.get(LifecycleService).onStage(LifecycleStages.Rendered),
  });
}

const locales = {
  [LocaleType.EN_US]: mergeLocales(
    coreEnglish, tableEnglish, noteEnglish, validationEnglish, conditionEnglish, functionTexts(catalogue, "en"),
  ),
  [LocaleType.ZH_CN]: mergeLocales(
    coreChinese, tableChinese, noteChinese, validationChinese, conditionChinese, functionTexts(catalogue, "zh"),
  ),
};

const presets = (container: HTMLElement, entries: readonly FunctionEntry[]) => [
  UniverSheetsCorePreset({
    container,
    ribbonType: "simple",
    menu: pageMenus,
    formula: {
      function: entries as unknown as IUniverEngineFormulaConfig["function"],
      description: functionInfos(catalogue),
      initialFormulaComputing: CalculationMode.FORCED,
    },
  }),
  UniverSheetsTablePreset(),
  UniverSheetsNotePreset(),
  UniverSheetsDataValidationPreset(),
  UniverSheetsConditionalFormattingPreset(),
];
