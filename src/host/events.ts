import type { IDisposable } from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/sheets";
import { areaOf } from "./areas-and-ranges";
import type { Engine } from "./engine";
import type { Announcer } from "./library";
import { localAddress } from "./objects/references";
import { selectedArea } from "./objects/sheet-area";

/** Microsoft's numbers for the types of events, from the library's event definitions. */
const Type = {
  dataChanged: 10, activated: 11, deactivated: 12, added: 13, selectionChanged: 14, deleted: 15,
} as const;

/** Tells the library's handlers what happens in the workbook, by the user's hand or by a batch. */
export function announceEvents(engine: Engine, announcer: Announcer): IDisposable {
  const { api, univer } = engine;
  const news = new News(announcer);
  const selections = univer.__getInjector().get(SheetsSelectionsService);
  const activeSheet = (): string => api.getActiveWorkbook()!.getActiveSheet().getSheetId();
  news.activated(activeSheet());
  const selecting = selections.selectionChanged$.subscribe((ranges) => {
    const addresses = (ranges ?? []).map(({ range }) => localAddress(selectedArea(range)));
    if (addresses.length > 0) news.selected(activeSheet(), addresses.join(","));
  });
  const listening = [
    api.addEvent(api.Event.ActiveSheetChanged, () => news.activated(activeSheet())),
    api.addEvent(api.Event.SheetCreated, ({ worksheet }) =>
      news.tell(Type.added, worksheet.getSheetId(), local)),
    api.addEvent(api.Event.SheetDeleted, ({ sheetId }) => news.tell(Type.deleted, sheetId, local)),
    api.addEvent(api.Event.SheetValueChanged, ({ effectedRanges }) => {
      for (const range of effectedRanges) {
        news.edited(range.getSheetId(), localAddress(areaOf(range.getRange())));
      }
    }),
    { dispose: () => selecting.unsubscribe() },
  ];
  return { dispose: () => listening.forEach((one) => one.dispose()) };
}

const local = { source: "Local" } as const;

/** What is worth telling: Univer says the same thing more than once. */
class News {
  private active: string | undefined;
  private selection = "";

  constructor(private readonly announcer: Announcer) {}

  /** Handlers of the workbook listen to `Workbook`, those of a sheet to its id. */
  tell(type: number, sheet: string, detail: object): void {
    for (const target of ["Workbook", sheet]) {
      this.announcer.announce(type, target, { worksheetId: sheet, ...detail });
    }
  }

  activated(sheet: string): void {
    if (sheet === this.active) return;
    const before = this.active;
    this.active = sheet;
    if (before === undefined) return;
    this.tell(Type.deactivated, before, {});
    this.tell(Type.activated, sheet, {});
    this.announcer.selectionChanged();
  }

  selected(sheet: string, address: string): void {
    const selection = `${sheet}!${address}`;
    if (selection === this.selection) return;
    this.selection = selection;
    this.tell(Type.selectionChanged, sheet, { address });
    this.announcer.selectionChanged();
  }

  edited(sheet: string, address: string): void {
    const how = { changeType: "RangeEdited", triggerSource: "Unknown", ...local };
    this.tell(Type.dataChanged, sheet, { address, ...how });
  }
}
