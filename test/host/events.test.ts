import { desk } from "./excel";

const made = desk();
const { run } = made;

/** Handlers are called after the batch that caused the event. */
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

type Register<Event> =
  (workbook: Excel.Workbook, hear: (event: Event) => Promise<void>) => OfficeExtension.EventHandlerResult<Event>;

/** What a handler was told, while it was registered. */
async function heard<Event>(
  register: Register<Event>,
  cause: (workbook: Excel.Workbook, sheet: Excel.Worksheet) => void,
): Promise<Event[]> {
  const events: Event[] = [];
  const handler = await run(async ({ workbook, sync }) => {
    const result = register(workbook, async (event) => void events.push(event));
    await sync();
    return result;
  });
  const causing = (): Promise<void> => run(async ({ workbook }, sheet) => cause(workbook, sheet));
  await causing();
  await soon();
  await made.host.excel.Excel.run(handler.context as Excel.RequestContext, async ({ sync }) => {
    handler.remove();
    await sync();
  });
  const before = events.length;
  await causing().catch(() => undefined);
  await soon();
  expect(events).toHaveLength(before);
  return events;
}

describe("handlers hear", () => {
  it("of a new selection, on the workbook and on the sheet", async () => {
    let cell = "B2";
    const select = (_workbook: Excel.Workbook, sheet: Excel.Worksheet): void => sheet.getRange(cell).select();
    const onBook = await heard<Excel.SelectionChangedEventArgs>(
      (workbook, hear) => workbook.onSelectionChanged.add(hear), select);
    expect(onBook).toHaveLength(1);
    cell = "C3:D4";
    const onSheets = await heard<Excel.WorksheetSelectionChangedEventArgs>(
      (workbook, hear) => workbook.worksheets.onSelectionChanged.add(hear), select);
    expect(onSheets).toMatchObject([{ type: "WorksheetSelectionChanged", address: "C3:D4" }]);
    cell = "E5";
    const onSheet = await heard<Excel.WorksheetSelectionChangedEventArgs>(
      (workbook, hear) => workbook.worksheets.getItem("Sheet1").onSelectionChanged.add(hear), select);
    expect(onSheet.map(({ address }) => address)).toEqual(["E5"]);
  });

  it("of changed cells, and on which sheet", async () => {
    const id = await run(async ({ sync }, sheet) => {
      sheet.load("id");
      await sync();
      return sheet.id;
    });
    const events = await heard<Excel.WorksheetChangedEventArgs>(
      (workbook, hear) => workbook.worksheets.onChanged.add(hear),
      (_workbook, sheet) => (sheet.getRange("A1:B2").values = [[1, 2], [3, 4]]));
    expect(events).toMatchObject([{ type: "WorksheetChanged", address: "A1:B2", changeType: "RangeEdited", worksheetId: id }]);
  });

  it("of sheets that are added, activated, left and deleted", async () => {
    const added = await heard<Excel.WorksheetAddedEventArgs>(
      ({ worksheets }, hear) => worksheets.onAdded.add(hear), ({ worksheets }) => void worksheets.add());
    expect(added).toMatchObject([{ type: "WorksheetAdded", source: "Local" }]);
    const activated = await heard<Excel.WorksheetActivatedEventArgs>(
      ({ worksheets }, hear) => worksheets.onActivated.add(hear), ({ worksheets }) => worksheets.getLast().activate());
    expect(activated).toMatchObject([{ type: "WorksheetActivated" }]);
    const left = await heard<Excel.WorksheetDeactivatedEventArgs>(
      ({ worksheets }, hear) => worksheets.onDeactivated.add(hear),
      ({ worksheets }) => worksheets.getFirst().activate());
    expect(left).toMatchObject([{ type: "WorksheetDeactivated", worksheetId: activated[0]!.worksheetId }]);
    const deleted = await heard<Excel.WorksheetDeletedEventArgs>(
      ({ worksheets }, hear) => worksheets.onDeleted.add(hear), ({ worksheets }) => worksheets.getLast().delete());
    expect(deleted).toMatchObject([{ type: "WorksheetDeleted" }]);
  });

  it("nothing of what the embedded workbook does not tell, and are told so", async () => {
    await expect(run(async ({ workbook }) => void workbook.worksheets.onFormatChanged.add(async () => undefined)))
      .rejects.toMatchObject({
        code: "ApiNotImplemented",
        message: expect.stringContaining("WorksheetCollection.onFormatChanged") as string,
      });
  });
});
