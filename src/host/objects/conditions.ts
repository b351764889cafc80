import {
  AddCfCommand, ConditionalFormattingRuleModel, DeleteCfCommand, SetCfCommand,
} from "@univerjs/sheets-conditional-formatting";
import type { ConditionalContent } from "../../xlsx/rule-content";
import { conditionOf, univerCondition } from "../condition-rules";
import type { Book } from "./book";

/** A conditional format under Univer's id. */
export interface Condition {
  readonly id: string;
  readonly content: ConditionalContent;
}

/** Those of a sheet, from the one that goes first to the last. */
export function conditionsOf(book: Book, sheet: string): Condition[] {
  const model = book.engine.univer.__getInjector().get(ConditionalFormattingRuleModel);
  return (model.getSubunitRules(book.workbook.getId(), sheet) ?? []).flatMap((rule) => {
    const content = conditionOf(rule);
    return content ? [{ id: rule.cfId, content }] : [];
  });
}

const command = (id: string) => (book: Book, sheet: string, params: object): void => {
  book.engine.api.syncExecuteCommand(id, { unitId: book.workbook.getId(), subUnitId: sheet, ...params });
};

const add = command(AddCfCommand.id);
const set = command(SetCfCommand.id);
const remove = command(DeleteCfCommand.id);

export const addCondition = (book: Book, sheet: string, { id, content }: Condition): void =>
  add(book, sheet, { rule: univerCondition(content, id) });

export const changeCondition = (book: Book, sheet: string, { id, content }: Condition): void =>
  set(book, sheet, { cfId: id, rule: univerCondition(content, id) });

export const deleteCondition = (book: Book, sheet: string, id: string): void => remove(book, sheet, { cfId: id });
