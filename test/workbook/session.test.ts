import { Session } from "../../src/workbook/session";
import { desk, emptyWorkbook, fileOf, HeldDrafts, installLocks, workbookOf, type TestDesk } from "./desk";

const locks = installLocks();
beforeEach(() => locks.releaseAll());

async function tab(drafts: HeldDrafts, remembered: string | null = null): Promise<{ session: Session; at: TestDesk }> {
  const at = desk(drafts, remembered);
  const session = new Session(at);
  await session.begin();
  return { session, at };
}

const said = (session: Session): string => session.state.notice?.parts.map(({ en }) => en).join(" ") ?? "";

describe("a session", () => {
  it("begins with an empty workbook on the first visit, and keeps nothing of it", async () => {
    const drafts = new HeldDrafts();
    const { session, at } = await tab(drafts);
    await session.flush();
    expect(at.engine.content()).toEqual(emptyWorkbook);
    expect(session.state).toMatchObject({ name: "Workbook.xlsx", unsaved: false, keeping: "kept" });
    expect(drafts.held.size).toBe(0);
  });

  it("has all of the work again after a reload", async () => {
    const drafts = new HeldDrafts();
    const { session, at } = await tab(drafts);
    at.engine.edit(workbookOf(81));
    session.rename("Anhui");
    await session.flush();
    locks.releaseAll();
    const reloaded = await tab(drafts, at.memory.read());
    expect(reloaded.at.engine.content()).toEqual(workbookOf(81));
    expect(reloaded.session.state).toMatchObject({ name: "Anhui.xlsx", unsaved: true });
  });

  it("brings back the latest workbook when the browser is opened again", async () => {
    const drafts = new HeldDrafts();
    const { session, at } = await tab(drafts);
    at.engine.edit(workbookOf(81));
    await session.flush();
    locks.releaseAll();
    expect((await tab(drafts)).at.engine.content()).toEqual(workbookOf(81));
  });

  it("is clean after saving, and again when a change is taken back", async () => {
    const { session, at } = await tab(new HeldDrafts());
    at.engine.edit(workbookOf(1));
    expect(session.isUnsaved).toBe(true);
    await session.save();
    expect(at.downloads).toEqual([{ name: "Workbook.xlsx", content: workbookOf(1) }]);
    expect(session.isUnsaved).toBe(false);
    at.engine.edit(workbookOf(2));
    at.engine.edit(workbookOf(1));
    expect(session.isUnsaved).toBe(false);
  });

  it("does not count a result that comes out differently as work", async () => {
    const { session, at } = await tab(new HeldDrafts());
    await session.openFile(fileOf("model.xlsx", workbookOf(0.5, "=RAND()")));
    at.engine.edit(workbookOf(0.7, "=RAND()"));
    expect(session.isUnsaved).toBe(false);
  });
});

describe("opening a file", () => {
  it("shows it under its name, and again after a reload", async () => {
    const drafts = new HeldDrafts();
    const { session, at } = await tab(drafts);
    await session.openFile(fileOf("model.xlsx", workbookOf(7)));
    await session.flush();
    expect(session.state).toMatchObject({ name: "model.xlsx", unsaved: false, busy: false });
    locks.releaseAll();
    const reloaded = await tab(drafts, at.memory.read());
    expect(reloaded.at.engine.content()).toEqual(workbookOf(7));
    expect(reloaded.session.state.unsaved).toBe(false);
  });

  it("leaves the workbook as it was when the file is broken, and says why", async () => {
    const { session, at } = await tab(new HeldDrafts());
    at.engine.edit(workbookOf(81));
    session.rename("Mine");
    await session.openFile(fileOf("broken.xlsx", "PK"));
    expect(at.engine.content()).toEqual(workbookOf(81));
    expect(session.state.name).toBe("Mine.xlsx");
    expect(said(session)).toContain("The workbook was not opened. The file is damaged or cut off.");
  });

  it("refuses a file that is too large without reading it", async () => {
    const { session } = await tab(new HeldDrafts());
    const arrayBuffer = jest.fn();
    await session.openFile({ name: "huge.xlsx", size: 2 ** 40, arrayBuffer });
    expect(arrayBuffer).not.toHaveBeenCalled();
    expect(said(session)).toContain("larger than");
  });

  it("keeps the former workbook at hand", async () => {
    const { session, at } = await tab(new HeldDrafts());
    at.engine.edit(workbookOf(81));
    session.rename("Mine");
    await session.openFile(fileOf("other.xlsx", workbookOf(7)));
    const [former] = await session.earlier();
    expect(former).toMatchObject({ name: "Mine.xlsx", unsaved: true, open: false });
    await session.recover(former!.id);
    expect(at.engine.content()).toEqual(workbookOf(81));
    expect(session.state).toMatchObject({ name: "Mine.xlsx", unsaved: true });
  });

  it("keeps all work that no file holds, and the last ten workbooks of those that one holds", async () => {
    const drafts = new HeldDrafts();
    const { session, at } = await tab(drafts);
    at.engine.edit(workbookOf(81));
    for (let i = 0; i < 13; i++) {
      await session.openFile(fileOf(`${i}.xlsx`, workbookOf(i)));
      await session.flush();
    }
    await session.startNew();
    const earlier = await session.earlier();
    expect(earlier.filter(({ unsaved }) => unsaved)).toHaveLength(1);
    expect(earlier.filter(({ unsaved }) => !unsaved)).toHaveLength(10);
  });
});

describe("two tabs", () => {
  it("never write the same draft", async () => {
    const drafts = new HeldDrafts();
    const one = await tab(drafts);
    one.at.engine.edit(workbookOf(1));
    one.session.rename("First");
    await one.session.flush();
    const two = await tab(drafts);
    expect(two.at.engine.content()).toEqual(emptyWorkbook);
    expect(said(two.session)).toContain("Another tab is at work on First.xlsx.");
    two.at.engine.edit(workbookOf(2));
    await two.session.flush();
    expect([...drafts.held.values()].map(({ content }) => content)).toEqual([workbookOf(1), workbookOf(2)]);
  });

  it("part ways when one is a duplicate of the other", async () => {
    const drafts = new HeldDrafts();
    const one = await tab(drafts);
    one.at.engine.edit(workbookOf(1));
    await one.session.flush();
    const two = await tab(drafts, one.at.memory.read());
    expect(two.at.memory.read()).not.toBe(one.at.memory.read());
    expect(two.at.engine.content()).toEqual(emptyWorkbook);
  });

  it("do not open a draft that the other has open", async () => {
    const drafts = new HeldDrafts();
    const one = await tab(drafts);
    one.at.engine.edit(workbookOf(1));
    await one.session.flush();
    const two = await tab(drafts);
    const [first] = await two.session.earlier();
    expect(first).toMatchObject({ open: true });
    await two.session.recover(first!.id);
    expect(said(two.session)).toContain("Another tab has it open");
    expect(two.at.engine.content()).toEqual(emptyWorkbook);
  });
});

describe("a browser that keeps nothing", () => {
  it("lets the user work, and says that a reload would lose it", async () => {
    const drafts = new HeldDrafts();
    drafts.failure = new DOMException("no", "SecurityError");
    const { session, at } = await tab(drafts);
    expect(session.state.keeping).toBe("denied");
    at.engine.edit(workbookOf(1));
    await session.flush();
    expect(session.state).toMatchObject({ keeping: "denied", unsaved: true });
    expect(await session.save()).toBe(true);
    expect(at.downloads).toHaveLength(1);
  });

  it("says when it has no more room", async () => {
    const drafts = new HeldDrafts();
    const { session, at } = await tab(drafts);
    drafts.failure = new DOMException("full", "QuotaExceededError");
    at.engine.edit(workbookOf(1));
    await session.flush();
    expect(session.state.keeping).toBe("full");
  });
});
