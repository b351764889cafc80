import type { Language } from "../refusal";
import type { Theme } from "../taskpane/surroundings";
import { Watchable } from "./watched";

export const languages = ["en", "zh"] as const satisfies readonly Language[];

/** What the user chooses; `system` follows the machine. */
export const themeChoices = ["light", "dark", "system"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export interface Chosen {
  readonly language: Language;
  readonly themeChoice: ThemeChoice;
  readonly theme: Theme;
  /** The grid knows no contrast theme: under one it is light or dark, as the user or the system prefers. */
  readonly gridTheme: "light" | "dark";
}

const prefix = "industry-policy-workbench/";

/** Small settings of this browser. Where it keeps none, the page works with what it starts from. */
export const settings = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(prefix + key);
    } catch {
      return null;
    }
  },
  write(key: string, value: string): void {
    try {
      localStorage.setItem(prefix + key, value);
    } catch {
      return;
    }
  },
};

function startingLanguage(): Language {
  const kept = settings.read("language");
  const system = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  return languages.find((language) => language === kept) ?? system;
}

function startingTheme(): ThemeChoice {
  const kept = settings.read("theme");
  return themeChoices.find((choice) => choice === kept) ?? "system";
}

/** Language and theme of the whole page: bar, grid and pane follow them alike. */
export class Preferences extends Watchable<Chosen> {
  private readonly dark: MediaQueryList;
  private readonly contrast: MediaQueryList;

  constructor() {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const contrast = matchMedia("(forced-colors: active)");
    super(seen(startingLanguage(), startingTheme(), dark, contrast));
    this.dark = dark;
    this.contrast = contrast;
    const follow = (): void => this.choose(this.state.language, this.state.themeChoice);
    for (const query of [dark, contrast]) query.addEventListener("change", follow);
    mark(this.state);
  }

  chooseLanguage(language: Language): void {
    settings.write("language", language);
    this.choose(language, this.state.themeChoice);
  }

  chooseTheme(themeChoice: ThemeChoice): void {
    settings.write("theme", themeChoice);
    this.choose(this.state.language, themeChoice);
  }

  private choose(language: Language, themeChoice: ThemeChoice): void {
    const chosen = seen(language, themeChoice, this.dark, this.contrast);
    mark(chosen);
    this.set(chosen);
  }
}

function seen(
  language: Language,
  themeChoice: ThemeChoice,
  dark: MediaQueryList,
  contrast: MediaQueryList,
): Chosen {
  const isDark = themeChoice === "system" ? dark.matches : themeChoice === "dark";
  const gridTheme = isDark ? "dark" : "light";
  return { language, themeChoice, gridTheme, theme: contrast.matches ? "contrast" : gridTheme };
}

/** For the style sheet, and for what reads the page aloud. */
function mark({ language, gridTheme }: Chosen): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset.theme = gridTheme;
}
