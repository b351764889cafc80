/** @jest-environment jsdom */
import { development, published } from "../../src/excel/edition";
import { excelSurroundings } from "../../src/excel/excel-surroundings";

let media: Record<string, boolean>;
let systemChanged: () => void;
let paneShown: () => void;
let context: Record<string, unknown>;

beforeEach(() => {
  localStorage.clear();
  media = {};
  context = { displayLanguage: "zh-CN", requirements: { isSetSupported: (set: string) => set === "ExcelApi" } };
  window.matchMedia = ((query: string) => ({
    get matches() {
      return media[query] ?? false;
    },
    addEventListener: (_: string, listener: () => void) => (systemChanged = listener),
    removeEventListener: () => (systemChanged = () => undefined),
  })) as unknown as typeof window.matchMedia;
  const onVisibilityModeChanged = (listener: () => void) => {
    paneShown = listener;
    return Promise.resolve(() => Promise.resolve((paneShown = () => undefined)));
  };
  Object.assign(globalThis, { Office: { context, addin: { onVisibilityModeChanged } } });
});

const surroundings = (edition = published) => excelSurroundings(edition, () => () => undefined);

describe("the language", () => {
  it("is Excel's until the user chooses another, which is kept", () => {
    const heard = jest.fn();
    const here = surroundings();
    here.onLanguageChange(heard);
    expect(here.language()).toBe("zh");
    here.chooseLanguage("en");
    expect(here.language()).toBe("en");
    expect(heard).toHaveBeenCalledTimes(1);
    expect(surroundings().language()).toBe("en");
  });
});

describe("the theme", () => {
  it.each([
    ["light", { bodyBackgroundColor: "#FFFFFF", isDarkTheme: false }],
    ["dark", { bodyBackgroundColor: "#262626", isDarkTheme: true }],
    ["dark", { bodyBackgroundColor: "#262626" }],
    ["light", { bodyBackgroundColor: "#F3F2F1" }],
    ["light", undefined],
  ])("is %s where Excel tells %j", (expected, officeTheme) => {
    context.officeTheme = officeTheme;
    expect(surroundings().theme()).toBe(expected);
  });

  it("is the system's where Excel tells none", () => {
    media["(prefers-color-scheme: dark)"] = true;
    expect(surroundings().theme()).toBe("dark");
  });

  it("is contrast wherever the system draws in few colours", () => {
    context.officeTheme = { bodyBackgroundColor: "#FFFFFF", isDarkTheme: false };
    media["(forced-colors: active)"] = true;
    expect(surroundings().theme()).toBe("contrast");
  });

  it("is told again when the system's changes and when the pane is shown again, until stopped", async () => {
    const heard = jest.fn();
    const stop = surroundings().onThemeChange(heard);
    systemChanged();
    paneShown();
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    await Promise.resolve();
    systemChanged();
    paneShown();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe("small settings", () => {
  it("are kept apart for each site that holds the workbook", () => {
    context.partitionKey = "one";
    surroundings().settings.write("favourites", "[1]");
    expect(surroundings().settings.read("favourites")).toBe("[1]");
    context.partitionKey = "two";
    expect(surroundings().settings.read("favourites")).toBeNull();
  });

  it("are forgotten without a word where nothing can be kept", () => {
    const blocked = () => {
      throw new DOMException("denied", "SecurityError");
    };
    jest.spyOn(Storage.prototype, "getItem").mockImplementation(blocked);
    jest.spyOn(Storage.prototype, "setItem").mockImplementation(blocked);
    const { settings } = surroundings();
    expect(() => settings.write("favourites", "[1]")).not.toThrow();
    expect(settings.read("favourites")).toBeNull();
    jest.restoreAllMocks();
  });
});

describe("copying", () => {
  const execCommand = jest.fn(() => true);
  beforeEach(() => Object.assign(document, { execCommand }));

  it("uses the clipboard, or a selection where a frame may not", async () => {
    const writeText = jest.fn(() => Promise.resolve());
    Object.assign(navigator, { clipboard: { writeText } });
    await surroundings().copyText("=POLICY.HHI_INDEX(A1:A4)");
    expect(writeText).toHaveBeenCalledWith("=POLICY.HHI_INDEX(A1:A4)");
    writeText.mockRejectedValueOnce(new Error("denied") as never);
    await surroundings().copyText("=POLICY.HHI_INDEX(A1:A4)");
    expect(execCommand).toHaveBeenCalledWith("copy");
    expect(document.querySelector("textarea")).toBeNull();
  });

  it("says so where neither is allowed", async () => {
    Object.assign(navigator, { clipboard: undefined });
    execCommand.mockReturnValueOnce(false);
    await expect(surroundings().copyText("x")).rejects.toThrow("the clipboard refused the text");
  });
});

it("knows the namespace of its edition, the product's version and what Excel supports", () => {
  const here = surroundings(development);
  expect(here.namespace).toBe("POLICYDEV");
  expect(here.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(here.hasWorkbook).toBe(true);
  expect([here.supports("ExcelApi", "1.13"), here.supports("DialogApi", "1.2")]).toEqual([true, false]);
});

it("hands the keyboard to the page around the pane", () => {
  const focus = jest.spyOn(window.parent, "focus").mockImplementation(() => undefined);
  document.body.innerHTML = "<input>";
  document.querySelector("input")!.focus();
  surroundings().focusGrid();
  expect(document.activeElement).toBe(document.body);
  expect(focus).toHaveBeenCalledTimes(1);
});
