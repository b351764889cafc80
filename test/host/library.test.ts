import { connect, internals, type Library } from "../../src/host/library";
import { loadLibrary } from "../../src/host/library-node";
import { provideOffice } from "../../src/host/office";
import type { Batch } from "../../src/host/protocol";
import { version } from "@microsoft/office-js/package.json";

/*
 * What we rely on and Microsoft does not document. When the pinned library is
 * raised, this file fails first and says which of it has changed.
 */
describe("the pinned client library", () => {
  it("is the one these tests were written against", () => expect(version).toBe("1.1.110"));

  it("starts in a bare context within a second", () => {
    const start = performance.now();
    loadLibrary();
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("keeps a session that may be overridden, with events and a way to send them", () => {
    const inside = internals(loadLibrary());
    expect(typeof inside.SessionBase).toBe("function");
    expect(Object.getOwnPropertyNames(inside.SessionBase.prototype)).toEqual(expect.arrayContaining([
      "_resolveRequestUrlAndHeaderInfo", "_createRequestExecutorOrNull", "getEventRegistration",
    ]));
    expect(typeof new inside.EventRegistration(async () => undefined, async () => undefined).callHandlers).toBe("function");
    expect(typeof inside._testSetRichApiMessageReadyImpl).toBe("function");
    expect(typeof inside._testTriggerRichApiMessageEvent).toBe("function");
  });

  it("checks `mergeUndoGroup` no more than any other option, and does not send it", async () => {
    const sent: Batch[] = [];
    const library = answered((batch) => sent.push(batch));
    await library.Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, async ({ workbook }) => {
      workbook.application.calculate("Full");
    });
    expect(JSON.stringify(sent)).not.toMatch(/undo/i);
  });
});

describe("what the client library sends", () => {
  const sent = async (work: (context: Excel.RequestContext) => void): Promise<Batch> => {
    const batches: Batch[] = [];
    const library = answered((batch) => batches.push(batch));
    await library.Excel.run(async (context) => work(context));
    return batches[0]!;
  };

  it("is a list of actions on numbered object paths", async () => {
    const batch = await sent(({ workbook }) => workbook.worksheets.getItem("One").load("name"));
    expect(batch.Actions.map(({ ActionType }) => ActionType)).toEqual([1, 1, 1, 2]);
    expect(batch.Actions.at(-1)).toMatchObject({ Name: "", QueryInfo: { Select: ["name"] } });
    expect(Object.values(batch.ObjectPaths)).toMatchObject([
      { ObjectPathType: 1, Name: "" },
      { ObjectPathType: 4, Name: "Worksheets" },
      { ObjectPathType: 5, ArgumentInfo: { Arguments: ["One"] } },
    ]);
  });

  it("names methods and properties in PascalCase, and objects among the arguments by path", async () => {
    const batch = await sent(({ workbook }) => {
      const [one, two] = ["One", "Two"].map((name) => workbook.worksheets.getItem(name).getRange("A1"));
      one!.values = [[1]];
      one!.getBoundingRect(two!);
    });
    const paths = Object.values(batch.ObjectPaths);
    const box = paths.find(({ Name }) => Name === "GetBoundingRect")!;
    expect(box.ArgumentInfo!.ReferencedObjectPathIds).toEqual(box.ArgumentInfo!.Arguments);
    expect(batch.Actions.find(({ ActionType }) => ActionType === 4))
      .toMatchObject({ Name: "Values", ArgumentInfo: { Arguments: [[[1]]] } });
  });

  it("asks to keep ranges, and cuts long writes into pieces after it has checked their size", async () => {
    const batch = await sent(({ workbook }) => {
      workbook.worksheets.getItem("One").getRange("A1:A3000").values = Array.from({ length: 3000 }, () => [0]);
    });
    expect(batch.Actions.filter(({ Name }) => Name === "_KeepReference").length).toBeGreaterThan(0);
    expect(batch.Actions.find(({ Name }) => Name === "_ValidateArraySize"))
      .toMatchObject({ ArgumentInfo: { Arguments: [3000, 1] } });
    expect(batch.Actions.filter(({ Name }) => Name === "Values")).toHaveLength(2);
  });

  it("registers for events with a method of its own, and waits for the trace that follows", async () => {
    const batch = await sent(({ workbook }) => workbook.worksheets.onChanged.add(async () => undefined));
    expect(batch.Actions.map(({ ActionType, Name }) => [ActionType, Name])).toEqual(expect.arrayContaining([
      [3, "_RegisterDataChangedEvent"], [5, "Trace"],
    ]));
  });
});

/** A library whose batches are seen and answered with nothing. */
function answered(see: (batch: Batch) => unknown): Library {
  const library = loadLibrary();
  provideOffice(library, { language: "en", theme: "light" });
  connect(library, {
    execute: async (batch) => {
      see(batch);
      return { Results: batch.Actions.map(({ Id }) => ({ ActionId: Id, Value: {} })), TraceIds: [] };
    },
    undoGroup: (work) => work(),
  });
  return library;
}
