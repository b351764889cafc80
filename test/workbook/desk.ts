import type { CellValue, WorkbookContent } from "../../src/xlsx/content";
import { damagedFile } from "../../src/xlsx/failures";
import type { Draft, Drafts } from "../../src/workbook/drafts";
import type { ChosenFile, Desk } from "../../src/workbook/session";

export const workbookOf = (value: CellValue, formula?: string): WorkbookContent => ({
  sheets: [{
    name: "Sheet1",
    cells: [{ row: 0, column: 0, value, ...formula && { formula } }],
    tables: [],
    merges: [],
    columnWidths: {},
  }],
  names: [],
  customXml: [],
});

export const emptyWorkbook: WorkbookContent = {
  sheets: [{ name: "Sheet1", cells: [], tables: [], merges: [], columnWidths: {} }],
  names: [],
  customXml: [],
};

const bytesOf = (content: WorkbookContent): Uint8Array => new TextEncoder().encode(JSON.stringify(content));

/** A file in the format of these tests, which is JSON. */
export const fileOf = (name: string, content: WorkbookContent | string): ChosenFile => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : bytesOf(content);
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
};

/** An engine that only holds what it is given. */
class HeldWorkbook {
  private held = emptyWorkbook;
  private readonly listeners = new Set<() => void>();

  content(): WorkbookContent {
    return this.held;
  }

  edit(content: WorkbookContent): void {
    this.held = content;
    for (const listener of this.listeners) listener();
  }

  async open(content: WorkbookContent): Promise<void> {
    this.edit(content);
  }

  async calculated(): Promise<void> {}

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Drafts of a browser, which every tab of it shares. */
export class HeldDrafts implements Drafts {
  readonly held = new Map<string, Draft>();
  failure: Error | undefined;

  async titles() {
    if (this.failure) throw this.failure;
    return [...this.held.values()].sort((a, b) => b.keptAt - a.keptAt);
  }

  async read(id: string) {
    return this.held.get(id);
  }

  async keep(draft: Draft) {
    if (this.failure) throw this.failure;
    this.held.set(draft.id, draft);
  }

  async forget(ids: readonly string[]) {
    for (const id of ids) this.held.delete(id);
  }
}

export interface TestDesk extends Desk {
  readonly engine: HeldWorkbook;
  readonly drafts: HeldDrafts;
  readonly downloads: { readonly name: string; readonly content: WorkbookContent }[];
}

/** One tab; `remembered` is what it had before it was reloaded. */
export function desk(drafts: HeldDrafts, remembered: string | null = null): TestDesk {
  const downloads: { name: string; content: WorkbookContent }[] = [];
  let memory = remembered;
  return {
    engine: new HeldWorkbook(),
    drafts,
    downloads,
    emptyWorkbook,
    format: {
      async read(bytes) {
        try {
          const content = JSON.parse(new TextDecoder().decode(bytes)) as WorkbookContent;
          return { content, warnings: [], macros: false };
        } catch (error) {
          throw damagedFile(error);
        }
      },
      write: async (content) => bytesOf(content),
    },
    memory: {
      read: () => memory,
      write: (id) => void (memory = id),
    },
    language: () => "en",
    download: (bytes, name) => {
      downloads.push({ name, content: JSON.parse(new TextDecoder().decode(bytes)) as WorkbookContent });
    },
  };
}

/** As much of the browser's lock manager as claims use: locks by name, for all tabs of a test. */
export function installLocks(): { releaseAll(): void } {
  const held = new Map<string, () => void>();
  const request = async (name: string, options: LockOptions, use: (lock: Lock | null) => unknown): Promise<void> => {
    while (held.has(name)) {
      if (options.ifAvailable) return void await use(null);
      if (options.signal?.aborted) throw options.signal.reason;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    held.set(name, () => held.delete(name));
    await use({ name, mode: "exclusive" });
    held.delete(name);
  };
  const query = async () => ({ held: [...held.keys()].map((name) => ({ name })), pending: [] });
  Object.defineProperty(globalThis, "navigator", { value: { locks: { request, query } }, configurable: true });
  return { releaseAll: () => held.clear() };
}
