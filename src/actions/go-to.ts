import type { Place } from "./places";
import { reading } from "./run";

/** Selects a place and brings it into sight. */
export const goTo = ({ sheet, address }: Place): Promise<void> =>
  reading(async (context) => {
    const found = context.workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(address).select();
    await context.sync();
  });
