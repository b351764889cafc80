import product from "../../package.json";
import { pickFile, today } from "../host/device";
import type { Language } from "../refusal";
import type { Stop, Surroundings, Theme } from "../taskpane/surroundings";
import { startSimulationWorker } from "../worker/start";
import { displayLanguage } from "./display-language";
import type { Edition } from "./edition";

const languageKey = "language";

/** Excel's side pane as the pane knows it. */
export function excelSurroundings(edition: Edition, onOpenView: Surroundings["onOpenView"]): Surroundings {
  const settings = deviceSettings();
  const languageListeners = new Set<() => void>();
  return {
    language: () => chosenLanguage(settings.read(languageKey)) ?? displayLanguage(),
    onLanguageChange: (listener) => joined(languageListeners, listener),
    chooseLanguage(language) {
      settings.write(languageKey, language);
      for (const listener of languageListeners) listener();
    },
    theme,
    onThemeChange,
    settings,
    hasWorkbook: true,
    supports: (requirementSet, wanted) => Office.context.requirements.isSetSupported(requirementSet, wanted),
    namespace: edition.namespace,
    version: product.version,
    onOpenView,
    copyText,
    chooseFile: pickFile,
    today,
    startSimulation: startSimulationWorker,
    focusGrid,
  };
}

const chosenLanguage = (kept: string | null): Language | undefined =>
  kept === "en" || kept === "zh" ? kept : undefined;

function joined(listeners: Set<() => void>, listener: () => void): Stop {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Excel on the web gives each site that embeds it a storage of its own, told apart by this key. */
function deviceSettings(): Surroundings["settings"] {
  const named = (key: string): string => `${Office.context.partitionKey ?? ""}policy.${key}`;
  const quietly = <T>(deed: () => T): T | null => {
    try {
      return deed();
    } catch {
      return null;
    }
  };
  return {
    read: (key) => quietly(() => localStorage.getItem(named(key))),
    write: (key, value) => void quietly(() => localStorage.setItem(named(key), value)),
  };
}

const fewColours = "(forced-colors: active)";
const systemDark = "(prefers-color-scheme: dark)";

function theme(): Theme {
  if (matchMedia(fewColours).matches) return "contrast";
  return isDark(Office.context.officeTheme) ? "dark" : "light";
}

/** Some versions of Excel tell colours but not whether they are dark, and some tell nothing. */
function isDark(office: Partial<Office.OfficeTheme> | undefined): boolean {
  if (!office?.bodyBackgroundColor) return matchMedia(systemDark).matches;
  if (office.isDarkTheme !== undefined) return office.isDarkTheme;
  const parts = office.bodyBackgroundColor.match(/[0-9a-f]{2}/gi) ?? [];
  const [red = 255, green = 255, blue = 255] = parts.map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Excel has no event for its theme: a change is seen when the system's changes too, or the pane is shown again. */
function onThemeChange(listener: () => void): Stop {
  const queries = [matchMedia(fewColours), matchMedia(systemDark)];
  for (const query of queries) query.addEventListener("change", listener);
  const stopShown = Office.addin.onVisibilityModeChanged(listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
    void stopShown.then((stop) => stop());
  };
}

/** Excel on the web may not let its frames use the clipboard; copying a selection is allowed everywhere. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copySelected(text);
  }
}

function copySelected(text: string): void {
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  document.body.append(field);
  const focused = document.activeElement as HTMLElement | null;
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  focused?.focus();
  if (!copied) throw new Error("the clipboard refused the text");
}

/** The desktop keeps the keyboard in the pane until F6; on the web the page around the pane takes it back. */
function focusGrid(): void {
  (document.activeElement as HTMLElement | null)?.blur();
  window.parent.focus();
}
