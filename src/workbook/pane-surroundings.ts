import { version } from "../../package.json";
import { pickFile, today } from "../host/device";
import type { Surroundings } from "../taskpane/surroundings";
import { startSimulationWorker } from "../worker/start";
import { settings, type Preferences } from "./preferences";

/** What the pane may know and do beside the embedded workbook. */
export function paneSurroundings(preferences: Preferences, focusGrid: () => void): Surroundings {
  return {
    language: () => preferences.state.language,
    onLanguageChange: (listener) => preferences.onChange(listener),
    chooseLanguage: (language) => preferences.chooseLanguage(language),
    theme: () => preferences.state.theme,
    onThemeChange: (listener) => preferences.onChange(listener),
    settings: {
      read: (key) => settings.read(`pane/${key}`),
      write: (key, value) => settings.write(`pane/${key}`, value),
    },
    hasWorkbook: true,
    supports: (set, least) => Office.context.requirements.isSetSupported(set, least),
    namespace: "POLICY",
    version,
    // No ribbon stands beside this pane: nobody asks for a view from outside.
    onOpenView: () => () => undefined,
    copyText: (text) => navigator.clipboard.writeText(text),
    chooseFile: pickFile,
    today,
    startSimulation: startSimulationWorker,
    focusGrid,
  };
}
