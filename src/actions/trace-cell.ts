import type { Language } from "../refusal";
import { Book } from "../sharing/book";
import { readRegister } from "../sharing/data/register";
import { trace, type TraceStep } from "../sharing/data/trace";
import type { Place } from "./places";
import { Problem } from "./problem";
import { readContent } from "./read-content";
import { reading } from "./run";

/** Where the value of a cell comes from: through formulas up to sources and typed numbers. Nothing is written. */
export const traceCell = (place: Place, language: Language): Promise<TraceStep> =>
  reading(async (context) => {
    const content = await readContent(context);
    const step = trace(place, new Book(content), readRegister(content.customXml), language);
    if (!step) throw noSuchCell;
    return step;
  });

const noSuchCell = new Problem(
  { en: "The cell was not found.", zh: "未找到该单元格。" },
  { en: "Its sheet is no longer there.", zh: "其工作表已不存在。" },
  { en: "Select a cell again.", zh: "请重新选择单元格。" },
);
