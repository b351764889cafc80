import { associateRibbon } from "../../src/excel/ribbon-commands";
import { actionOf, buttons } from "../../src/excel/ribbon";
import type { View } from "../../src/taskpane/surroundings";

type Command = (event: { completed: () => void }) => Promise<void>;

function ribbon(showAsTaskpane = jest.fn(() => Promise.resolve())) {
  const commands = new Map<string, Command>();
  const associate = (id: string, run: Command) => commands.set(id, run);
  const office = { addin: { showAsTaskpane }, actions: { associate } };
  const onOpenView = associateRibbon(office as unknown as typeof Office);
  const completed = jest.fn();
  const press = (id: string): Promise<void> => commands.get(id)!({ completed });
  return { commands, onOpenView, press, completed, showAsTaskpane };
}

describe("a ribbon button", () => {
  it("has an action for each button of the manifest", () => {
    expect([...ribbon().commands.keys()]).toEqual(buttons.map(actionOf));
  });

  it("opens a view of its own", () => {
    expect(new Set(buttons.map(({ view }) => view)).size).toBe(buttons.length);
  });

  it("shows the pane, names the view and says when it is done", async () => {
    const { onOpenView, press, completed, showAsTaskpane } = ribbon();
    const seen: View[] = [];
    onOpenView((view) => seen.push(view));
    await press("openData");
    expect(seen).toEqual(["data"]);
    expect(showAsTaskpane).toHaveBeenCalledTimes(1);
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it("is remembered until the pane stands, and the last one counts", async () => {
    const { onOpenView, press } = ribbon();
    await press("openFunctions");
    await press("openData");
    const seen: View[] = [];
    onOpenView((view) => seen.push(view))();
    expect(seen).toEqual(["data"]);
    onOpenView((view) => seen.push(view));
    expect(seen).toEqual(["data"]);
  });

  it("does not show the pane again while it is being shown, which Excel on the web cannot bear", async () => {
    let shown: () => void = () => undefined;
    const { press, completed, showAsTaskpane } = ribbon(jest.fn(() => new Promise<void>((done) => (shown = done))));
    const both = [press("openData"), press("openFunctions")];
    expect(showAsTaskpane).toHaveBeenCalledTimes(1);
    shown();
    await Promise.all(both);
    expect(completed).toHaveBeenCalledTimes(2);
  });

  it("ends for Excel even where the pane cannot be shown", async () => {
    const { press, completed } = ribbon(jest.fn(() => Promise.reject(new Error("no pane"))));
    await expect(press("openHelp")).rejects.toThrow("no pane");
    expect(completed).toHaveBeenCalledTimes(1);
  });
});
