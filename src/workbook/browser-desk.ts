import type { Engine } from "../host/engine";
import { emptyWorkbook } from "../host/univer-engine";
import { BrowserDrafts } from "./drafts";
import type { TabMemory } from "./former-draft";
import type { Preferences } from "./preferences";
import type { Desk, FileFormat } from "./session";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Reading and writing files is loaded when the first file comes. */
const format: FileFormat = {
  read: async (bytes) => (await import("../xlsx")).readWorkbook(bytes),
  write: async (content, original) => (await import("../xlsx")).writeWorkbook(content, original),
};

const key = "draft";

/** Session storage outlasts a reload, and every tab has its own. */
const memory: TabMemory = {
  read() {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(id) {
    try {
      sessionStorage.setItem(key, id);
    } catch {
      return;
    }
  },
};

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: workbookType }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  // The browser has taken hold of the data by then, even of a large file on a slow disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export const browserDesk = (engine: Engine, preferences: Preferences): Desk => ({
  engine,
  drafts: new BrowserDrafts(),
  format,
  memory,
  emptyWorkbook,
  language: () => preferences.state.language,
  download,
});
