import type { Place } from "./places";
import type { Remember } from "./run";

/** To put back a place that is blank, its number formats are all there is to know: these. */
export async function rememberBlank(
  context: Excel.RequestContext,
  place: Place,
  remember: Remember,
): Promise<string[][]> {
  const range = context.workbook.worksheets.getItem(place.sheet).getRange(place.address);
  range.load("numberFormat");
  await context.sync();
  const formats = range.numberFormat as string[][];
  remember(() => {
    range.clear("Contents");
    range.numberFormat = formats;
  });
  return formats;
}
