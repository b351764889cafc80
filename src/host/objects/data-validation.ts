import { DataValidationStatus, generateRandomId, type DependencyIdentifier } from "@univerjs/core";
import { DataValidationModel } from "@univerjs/data-validation";
import {
  AddSheetDataValidationCommand,
  ClearRangeDataValidationCommand,
  SheetsDataValidationValidatorService,
} from "@univerjs/sheets-data-validation";
import { numberIn, type ValidationContent } from "../../xlsx/rule-content";
import { rangeOf } from "../areas-and-ranges";
import { keyOf } from "../key-of";
import { univerValidation, validationOf } from "../validation-rules";
import { intersection } from "./areas";
import { flag } from "./given";
import { bounded, SheetArea, univerRange } from "./sheet-area";
import { alertFrom, comparing, contentOfRule, messageFrom, operatorNames, typeNames } from "./validation-words";

/** What may be entered in the cells of a range. */
export class DataValidation extends SheetArea {
  readonly kind = "DataValidation";

  get type(): string {
    const found = this.#found();
    if (found.length > 1) return "Inconsistent";
    const [one] = found;
    if (!one || one.type === "any") return "None";
    return this.#coversAll(one) ? typeNames[one.type] : "MixedCriteria";
  }

  get rule(): object | null {
    const rule = this.#only();
    return rule ? saidOf(rule) : null;
  }

  /** Replaces what was there; what cells prompt and answer stays. */
  set rule(rule: unknown) {
    const { prompt, alert = { style: "stop" as const }, required } = this.#only() ?? {};
    this.#set({ ...contentOfRule(this.book, this.place, rule), prompt, alert, required });
  }

  get ignoreBlanks(): boolean {
    return !this.#only()?.required;
  }

  set ignoreBlanks(ignore: unknown) {
    this.#set({ ...this.#present(), required: flag(ignore) ? undefined : true });
  }

  get prompt(): object | null {
    const { prompt } = this.#only() ?? {};
    return { showPrompt: prompt !== undefined, title: prompt?.title ?? "", message: prompt?.message ?? "" };
  }

  set prompt(given: unknown) {
    this.#set({ ...this.#present(), prompt: messageFrom(given, "showPrompt") });
  }

  get errorAlert(): object | null {
    const { alert } = this.#only() ?? {};
    const style = alert?.style ?? "stop";
    return {
      showAlert: alert !== undefined, style: style.charAt(0).toUpperCase() + style.slice(1),
      title: alert?.title ?? "", message: alert?.message ?? "",
    };
  }

  set errorAlert(given: unknown) {
    this.#set({ ...this.#present(), alert: alertFrom(given) });
  }

  /** Null where some cells hold what is valid and others what is not. */
  get valid(): Promise<boolean | null> {
    const ranges = [univerRange(this.book, this.place)];
    const validator = this.#get(SheetsDataValidationValidatorService);
    return validator.validatorRanges(this.#unit, this.place.sheet, ranges).then((rows) => {
      const answers = new Set(rows.flat().map((status) => status !== DataValidationStatus.INVALID));
      return answers.size > 1 ? null : !answers.has(false);
    });
  }

  clear(): void {
    this.book.engine.api.syncExecuteCommand(ClearRangeDataValidationCommand.id, {
      unitId: this.#unit, subUnitId: this.place.sheet, ranges: [rangeOf(bounded(this.book, this.place).area)],
    });
  }

  readonly #get = <Service>(service: DependencyIdentifier<Service>): Service =>
    this.book.engine.univer.__getInjector().get(service);

  get #unit(): string {
    return this.book.workbook.getId();
  }

  #found(): ValidationContent[] {
    const rules = this.#get(DataValidationModel).getRules(this.#unit, this.place.sheet);
    const here = bounded(this.book, this.place).area;
    const known = rules.map((rule) => validationOf(rule)).filter((rule) => rule !== undefined);
    return known.filter(({ areas }) => areas.some((area) => intersection(area, here)));
  }

  #only(): ValidationContent | undefined {
    const found = this.#found();
    return found.length === 1 && this.#coversAll(found[0]!) ? found[0] : undefined;
  }

  /** A prompt without a rule lets any entry pass. */
  #present(): ValidationContent {
    return this.#only() ?? { areas: [], type: "any" };
  }

  #coversAll({ areas }: ValidationContent): boolean {
    const here = bounded(this.book, this.place).area;
    const covered = areas.reduce((sum, area) => {
      const common = intersection(area, here);
      return sum + (common ? common.rows * common.columns : 0);
    }, 0);
    return covered === here.rows * here.columns;
  }

  #set(rule: Omit<ValidationContent, "areas">): void {
    const content = { ...rule, areas: [bounded(this.book, this.place).area] };
    this.book.engine.api.syncExecuteCommand(AddSheetDataValidationCommand.id, {
      unitId: this.#unit, subUnitId: this.place.sheet, rule: univerValidation(content, generateRandomId(6)),
    });
  }

}

function saidOf({ type, first = "", second, comparison = "between", noDropDown }: ValidationContent): object {
  if (type === "any") return {};
  if (type === "list") return { list: { inCellDropDown: !noDropDown, source: first } };
  if (type === "custom") return { custom: { formula: first } };
  const bounds = { formula1: numberOr(first), ...(second !== undefined && { formula2: numberOr(second) }) };
  return { [keyOf(comparing, type)!]: { ...bounds, operator: keyOf(operatorNames, comparison) } };
}

const numberOr = (operand: string): number | string => numberIn(operand) ?? operand;
