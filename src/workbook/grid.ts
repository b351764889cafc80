import { IUndoRedoService } from "@univerjs/core";
import { ILayoutService } from "@univerjs/preset-sheets-core";
import { ChartLayer } from "../host/charts/chart-layer";
import type { Engine } from "../host/engine";
import { pageHost } from "../host/host-page";
import type { Preferences } from "./preferences";
import { Watchable } from "./watched";
import type { UndoState } from "./workplace";

export interface Grid {
  readonly engine: Engine;
  readonly undoState: Watchable<UndoState>;
  focus(): void;
}

/** The sheets on the page: they follow the page's language and theme. */
export async function showGrid(container: HTMLElement, preferences: Preferences): Promise<Grid> {
  const { language, gridTheme } = preferences.state;
  const { engine } = await pageHost({ container, language, theme: gridTheme });
  const injector = engine.univer.__getInjector();
  const focus = (): void => injector.get(ILayoutService).focus();
  const charts = new ChartLayer(engine, gridTheme, focus);
  let shown = preferences.state;
  preferences.onChange(() => {
    const before = shown;
    shown = preferences.state;
    if (shown.language !== before.language) engine.setLanguage(shown.language);
    if (shown.gridTheme !== before.gridTheme) engine.api.toggleDarkMode(shown.gridTheme === "dark");
    charts.setTheme(shown.gridTheme);
  });
  return { engine, undoState: undoStateOf(engine), focus };
}

function undoStateOf({ univer }: Engine): Watchable<UndoState> {
  const state = new Watchable<UndoState>({ canUndo: false, canRedo: false });
  univer.__getInjector().get(IUndoRedoService).undoRedoStatus$.subscribe(({ undos, redos }) => {
    state.set({ canUndo: undos > 0, canRedo: redos > 0 });
  });
  return state;
}
