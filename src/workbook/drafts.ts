import { createStore, delMany, get, getMany, keys, promisifyRequest, type UseStore } from "idb-keyval";
import type { WorkbookContent } from "../xlsx/content";

/** What is known of a workbook kept in this browser, without reading it. */
export interface DraftTitle {
  readonly id: string;
  readonly name: string;
  /** It holds work that no file holds. */
  readonly unsaved: boolean;
  readonly keptAt: number;
}

/** A workbook as this browser keeps it between two visits. */
export interface Draft extends DraftTitle {
  readonly content: WorkbookContent;
  /** The file it was opened from: saving takes over what only that holds. */
  readonly original?: Uint8Array;
}

export interface Drafts {
  /** Newest first. */
  titles(): Promise<DraftTitle[]>;
  read(id: string): Promise<Draft | undefined>;
  /** Refused with a `QuotaExceededError` when the browser grants no more room. */
  keep(draft: Draft): Promise<void>;
  forget(ids: readonly string[]): Promise<void>;
}

type Key = readonly ["title" | "draft", string];

const titleKey = (id: string): IDBValidKey => ["title", id];
const draftKey = (id: string): IDBValidKey => ["draft", id];

/** In IndexedDB. Titles lie beside the drafts, so that a list of them reads no workbook. */
export class BrowserDrafts implements Drafts {
  private readonly store: UseStore = createStore("industry-policy-workbench", "drafts");

  async titles(): Promise<DraftTitle[]> {
    const all = await keys<Key & IDBValidKey>(this.store);
    const found = await getMany<DraftTitle>(all.filter(([kind]) => kind === "title"), this.store);
    return found.filter((title) => title !== undefined).sort((a, b) => b.keptAt - a.keptAt);
  }

  read(id: string): Promise<Draft | undefined> {
    return get<Draft>(draftKey(id), this.store);
  }

  keep(draft: Draft): Promise<void> {
    const { id, name, unsaved, keptAt } = draft;
    const title: DraftTitle = { id, name, unsaved, keptAt };
    return this.store("readwrite", (store) => {
      store.put(draft, draftKey(id));
      store.put(title, titleKey(id));
      // Said aloud, because a page that is closing is not there to end the transaction by falling silent.
      store.transaction.commit();
      return promisifyRequest(store.transaction);
    });
  }

  async forget(ids: readonly string[]): Promise<void> {
    await delMany(ids.flatMap((id) => [draftKey(id), titleKey(id)]), this.store);
  }
}
