import { createRoot } from "react-dom/client";
import { Page } from "./page";
import { paneDivider, paneVisibility } from "./pane-divider";
import { paneSurroundings } from "./pane-surroundings";
import { Preferences } from "./preferences";
import { focusFirst, leadWithF6 } from "./regions";
import { Session } from "./session";
import { product, regions, starting } from "./texts";
import "./workbook.css";

const element = (id: string): HTMLElement => document.getElementById(id)!;

const places = { bar: element("bar"), sheet: element("sheet"), divider: element("divider"), pane: element("pane") };

/** What stands in the sheet's place while there is none. */
function showInstead(lines: readonly string[], role: "status" | "alert"): HTMLElement {
  const shown = Object.assign(document.createElement("div"), { className: "page-state", role });
  shown.append(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  places.sheet.replaceChildren(shown);
  return shown;
}

function nameRegions(preferences: Preferences): void {
  const { language } = preferences.state;
  document.title = product[language];
  places.sheet.setAttribute("aria-label", regions.sheet[language]);
  places.sheet.setAttribute("aria-description", regions.moveOn[language]);
  places.divider.setAttribute("aria-label", regions.divider[language]);
}

/** A page that goes keeps what it has; it asks the user to stay only where that would be lost. */
function guard(session: Session): void {
  const keep = (): void => void session.flush();
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  addEventListener("beforeunload", (event) => {
    keep();
    const isLost = session.state.keeping === "full" || session.state.keeping === "denied";
    if (isLost && session.isUnsaved) event.preventDefault();
  });
}

async function start(preferences: Preferences): Promise<void> {
  const waiting = showInstead([starting.loading[preferences.state.language]], "status");
  const [{ showGrid }, { browserDesk }, { mountPane }] =
    await Promise.all([import("./grid"), import("./browser-desk"), import("../taskpane")]);
  const grid = await showGrid(places.sheet, preferences);
  const session = new Session(browserDesk(grid.engine, preferences));
  await session.begin();
  waiting.remove();
  guard(session);
  const paneOpen = paneVisibility(places.pane, places.divider);
  const workplace = {
    session,
    undoState: grid.undoState,
    undo: () => void grid.engine.undo(),
    redo: () => void grid.engine.redo(),
  };
  createRoot(places.bar).render(<Page preferences={preferences} paneOpen={paneOpen} workplace={workplace} />);
  mountPane(places.pane, paneSurroundings(preferences, grid.focus));
  leadWithF6([
    { element: places.bar, focus: () => focusFirst(places.bar) },
    { element: places.sheet, focus: grid.focus },
    { element: places.pane, focus: () => focusFirst(places.pane) },
  ]);
}

const preferences = new Preferences();
nameRegions(preferences);
preferences.onChange(() => nameRegions(preferences));
paneDivider(places.divider);
start(preferences).catch((error: unknown) => {
  const { language } = preferences.state;
  const why = error instanceof Error ? error.message : String(error);
  showInstead([starting.failed[language], why, starting.next[language]], "alert");
});
