import type { Texts } from "../refusal";
import type { Keeping } from "./keeper";
import type { ThemeChoice } from "./preferences";

export const product: Texts = { en: "Industry Policy Workbench", zh: "产业政策工作台" };

export const bar = {
  label: { en: "Workbook", zh: "工作簿" },
  tools: { en: "File and undo", zh: "文件与撤消" },
  fileName: { en: "File name", zh: "文件名" },
  startNew: { en: "New", zh: "新建" },
  open: { en: "Open…", zh: "打开…" },
  earlier: { en: "Earlier…", zh: "历史…" },
  save: { en: "Save", zh: "保存" },
  undo: { en: "Undo", zh: "撤消" },
  redo: { en: "Redo", zh: "恢复" },
  theme: { en: "Theme", zh: "主题" },
  showPane: { en: "Task pane", zh: "任务窗格" },
} satisfies Record<string, Texts>;

/** Names of languages are written in themselves. */
export const languageNames = { en: "English", zh: "中文" } as const;

export const themeNames: Readonly<Record<ThemeChoice, Texts>> = {
  light: { en: "Light", zh: "浅色" },
  dark: { en: "Dark", zh: "深色" },
  system: { en: "As the system", zh: "跟随系统" },
};

/** What the bar says of the draft in the browser, when all of the work is not in a file. */
export const keepingNames: Readonly<Record<Keeping, Texts>> = {
  kept: { en: "Kept in this browser", zh: "已保留在本浏览器" },
  pending: { en: "Keeping…", zh: "正在保留…" },
  full: { en: "Not kept: the browser's storage is full", zh: "未保留：浏览器存储空间已满" },
  denied: { en: "Not kept: the browser allows no storage", zh: "未保留：浏览器不允许存储" },
};

export const inFile: Texts = { en: "No unsaved changes", zh: "没有未保存的更改" };

export const keepingAdvice: Readonly<Record<"full" | "denied", Texts>> = {
  full: {
    en: "A reload would lose what you do now. Save the workbook as a file, or remove workbooks under Earlier.",
    zh: "重新加载会丢失当前的更改。请将工作簿保存为文件，或在“历史”中移除旧工作簿。",
  },
  denied: {
    en: "A reload would lose what you do now. Save the workbook as a file, or allow storage for this page.",
    zh: "重新加载会丢失当前的更改。请将工作簿保存为文件，或允许本页面使用存储。",
  },
};

export const unsavedDialog = {
  title: (name: string): Texts => ({ en: `Save the changes to ${name}?`, zh: `是否保存对 ${name} 的更改？` }),
  kept: {
    en: "They are in no file yet. If you go on without saving, you find this workbook again under Earlier.",
    zh: "这些更改尚未保存到文件。如不保存而继续，仍可在“历史”中找回此工作簿。",
  },
  lost: {
    en: "They are in no file yet, and this browser could not keep them. If you go on without saving, they are lost.",
    zh: "这些更改尚未保存到文件，本浏览器也未能保留。如不保存而继续，更改将丢失。",
  },
  save: { en: "Save and go on", zh: "保存并继续" },
  leave: { en: "Go on without saving", zh: "不保存并继续" },
  stay: { en: "Cancel", zh: "取消" },
};

export const earlierDialog = {
  title: { en: "Earlier workbooks", zh: "历史工作簿" },
  about: {
    en: "Kept in this browser, on this machine only.",
    zh: "仅保留在本机的此浏览器中。",
  },
  none: {
    en: "There are none yet. A workbook that you leave for another one is kept here.",
    zh: "暂无。离开某个工作簿后，它会保留在这里。",
  },
  unreadable: {
    en: "This browser does not let the page read its storage. Allow storage for this page and try again.",
    zh: "本浏览器不允许页面读取存储。请允许本页面使用存储后重试。",
  },
  unsaved: { en: "not saved as a file", zh: "未保存为文件" },
  openElsewhere: { en: "open in another tab", zh: "在其他标签页中打开" },
  open: { en: "Open", zh: "打开" },
  openOne: (name: string): Texts => ({ en: `Open ${name}`, zh: `打开 ${name}` }),
  remove: { en: "Remove", zh: "移除" },
  removeOne: (name: string): Texts => ({ en: `Remove ${name}`, zh: `移除 ${name}` }),
  removeForGood: { en: "Remove for good", zh: "永久移除" },
  close: { en: "Close", zh: "关闭" },
};

export const dropHere: Texts = { en: "Drop the workbook to open it", zh: "松开以打开工作簿" };

export const oneFile: readonly Texts[] = [
  { en: "The files were not opened.", zh: "未打开这些文件。" },
  { en: "Only one workbook can be open in a tab.", zh: "一个标签页只能打开一个工作簿。" },
  { en: "Drop one file, or use a tab for each.", zh: "请只拖入一个文件，或为每个文件使用一个标签页。" },
];

export const dismiss: Texts = { en: "Close this message", zh: "关闭此消息" };

export const regions = {
  sheet: { en: "Sheet", zh: "工作表" },
  divider: { en: "Width of the task pane", zh: "任务窗格宽度" },
  moveOn: {
    en: "F6 moves between the bar, the sheet and the task pane.",
    zh: "按 F6 在工具栏、工作表和任务窗格之间切换。",
  },
} satisfies Record<string, Texts>;

export const starting = {
  loading: { en: "Loading the workbook…", zh: "正在加载工作簿…" },
  failed: { en: "The workbook could not be started.", zh: "工作簿无法启动。" },
  next: {
    en: "Reload the page. If that does not help, stop the program, run npm start again and use a current browser.",
    zh: "请重新加载页面；若无效，请停止程序后重新运行 npm start，并使用新版浏览器。",
  },
} satisfies Record<string, Texts>;
