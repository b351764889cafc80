import { areaAddress } from "../../formulas/addresses";
import { tables } from "../../reference";
import { counted } from "../../refusal";
import type { Book } from "../book";
import { placeOf } from "../data/inserted";
import { newsOf } from "../data/news";
import { readRegister } from "../data/register";
import type { Finding } from "../finding";

/** Inserted tables of which the add-in has a newer version. */
export const staleData = (book: Book): Finding[] =>
  newsOf(readRegister(book.content.customXml), book, tables).map(({ registered, table, changes }) => {
    const { sheet, area } = placeOf(registered, book)!;
    return {
      rule: "stale-data",
      level: "warning",
      sheet: sheet.name,
      address: areaAddress(area),
      what: {
        en: `${registered.name} was inserted from version ${registered.version} of ${table.id}; there is ${table.version}`,
        zh: `${registered.name} 来自 ${table.id} 的 ${registered.version} 版；现有 ${table.version} 版`,
      },
      why: {
        en: `${counted(changes.length, "cell differs", "cells differ")}. Data › See what changes shows them before anything is touched.`,
        zh: `有 ${changes.length} 个单元格不同。可在“数据”›“查看变化”中先行核对。`,
      },
      about: `${registered.version} ${table.version}`,
    };
  });
