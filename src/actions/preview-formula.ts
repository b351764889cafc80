import type { Definition } from "../functions";
import { reportCall, type CallReport } from "./call-report";
import type { Place } from "./places";
import { reading } from "./run";

/** What a call would give in a cell, from what the workbook holds now; nothing is written. */
export const previewFormula = (definition: Definition, texts: readonly string[], home: Place): Promise<CallReport> =>
  reading((context) => reportCall(context, definition, texts, home));
