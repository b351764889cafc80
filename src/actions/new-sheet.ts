import { parseArea } from "../formulas/addresses";
import { freeSheetName } from "../formulas/free-names";
import { blockAt, type Place } from "./places";
import type { Remember } from "./run";

/** A new sheet of this name, or a cell of a sheet that is there. */
export type Destination = { readonly newSheet: string } | Place;

/** The first cell of a destination; the sheet is made if it is to be new, under the nearest free name. */
export async function startOf(context: Excel.RequestContext, to: Destination, remember: Remember): Promise<Place> {
  if (!("newSheet" in to)) return to;
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  const before = worksheets.getActiveWorksheet();
  before.load("name");
  await context.sync();
  const name = freeSheetName(
    to.newSheet,
    worksheets.items.map((sheet) => sheet.name),
  );
  remember(async () => {
    const added = worksheets.getItemOrNullObject(name);
    await context.sync();
    if (added.isNullObject) return;
    worksheets.getItem(before.name).activate();
    added.delete();
  });
  worksheets.add(name);
  await context.sync();
  return { sheet: name, address: "A1" };
}

/** How it looks is no reason to take back what is there: a host that cannot show it leaves it be. */
export async function show(context: Excel.RequestContext, place: Place, widen: boolean): Promise<void> {
  try {
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const first = sheet.getRange(firstRows(place));
    if (widen) first.format.autofitColumns();
    sheet.activate();
    sheet.getRange(place.address).select();
    await context.sync();
    if (widen) await narrow(context, first);
  } catch {
    return;
  }
}

const rowsLookedAt = 200;

/** Of a long table the first rows tell how wide its columns should be. */
function firstRows({ sheet, address }: Place): string {
  const { rows, columns } = parseArea(address)!;
  return blockAt({ sheet, address }, Math.min(rows, rowsLookedAt), columns).address;
}

/** In points: a long text must not push the next column out of sight. */
const widest = 220;

async function narrow(context: Excel.RequestContext, range: Excel.Range): Promise<void> {
  range.load("columnCount");
  await context.sync();
  const columns = Array.from({ length: range.columnCount }, (_, i) => range.getColumn(i).format.load("columnWidth"));
  await context.sync();
  for (const format of columns) {
    if (format.columnWidth > widest) format.columnWidth = widest;
  }
  await context.sync();
}
