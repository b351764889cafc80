import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import tableEnglish from "@univerjs/sheets-table/locale/en-US";
import tableChinese from "@univerjs/sheets-table/locale/zh-CN";
import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-note/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-table/facade";
import { LocaleType } from "@univerjs/core";
import { catalogue } from "../functions";
import type { Engine, HeadlessOptions } from "./engine";
import { univerEngine } from "./univer-engine";

/** An engine without a page, for the command line and for tests; until it is disposed of, Node does not end. */
export function createHeadlessEngine({ language, functions = catalogue }: HeadlessOptions): Promise<Engine> {
  return univerEngine({
    language,
    functions,
    univer: { locales: { [LocaleType.EN_US]: tableEnglish, [LocaleType.ZH_CN]: tableChinese } },
    plugins: (entries) => [
      [UniverFormulaEnginePlugin, { function: entries }],
      UniverSheetsPlugin,
      UniverSheetsNumfmtPlugin,
      [UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.FORCED }],
      UniverSheetsTablePlugin,
      UniverSheetsNotePlugin,
      UniverDataValidationPlugin,
      UniverSheetsDataValidationPlugin,
      UniverSheetsConditionalFormattingPlugin,
    ],
  });
}
