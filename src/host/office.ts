import type { Language } from "../refusal";
import type { Library } from "./library";

export interface OfficeOptions {
  readonly language: Language;
  readonly theme: "light" | "dark";
}

/** The newest sets that this host answers; what it lacks of them it refuses member by member. */
const supported: Readonly<Record<string, string>> = {
  ExcelApi: "1.20",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.3",
};

const languages = { en: "en-US", zh: "zh-CN" } as const;

/** Office's own colours for its light and its dark theme. */
const themes = {
  light: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#262626",
    controlBackgroundColor: "#F3F2F1",
    controlForegroundColor: "#262626",
    isDarkTheme: false,
  },
  dark: {
    bodyBackgroundColor: "#262626",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#3B3A39",
    controlForegroundColor: "#FFFFFF",
    isDarkTheme: true,
  },
} as const;

const hostInfo = { host: "Excel", platform: "OfficeOnline" } as const;

/** The part of `Office` that office.js brings and the Excel library alone does not have. */
export function provideOffice(library: Library, options: OfficeOptions): void {
  const ready = (callback?: (info: typeof hostInfo) => unknown): Promise<typeof hostInfo> =>
    Promise.resolve(hostInfo).then(async (info) => {
      await callback?.(info);
      return info;
    });
  const added = {
    onReady: ready,
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
    context: context(options),
  };
  const office = Object.create(library.Office) as typeof Office;
  for (const [name, value] of Object.entries(added)) {
    Object.defineProperty(office, name, { value, enumerable: true, configurable: true, writable: true });
  }
  library.Office = office;
}

function context({ language, theme }: OfficeOptions): object {
  return {
    ...hostInfo,
    displayLanguage: languages[language],
    contentLanguage: languages[language],
    officeTheme: themes[theme],
    diagnostics: { ...hostInfo, version: "16.0" },
    requirements: { isSetSupported: supports },
  };
}

/** Versions are two whole numbers: 1.20 is newer than 1.3. */
function supports(set: string, version: string | number = "1.1"): boolean {
  const newest = supported[set];
  if (!newest) return false;
  const [major = 0, minor = 0] = String(version).split(".").map(Number);
  const [newestMajor = 0, newestMinor = 0] = newest.split(".").map(Number);
  return major < newestMajor || (major === newestMajor && minor <= newestMinor);
}
