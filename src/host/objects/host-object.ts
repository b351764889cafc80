import { ApiError, itemNotFound } from "../api-error";

/** What the client library keeps of an object, to find it again in a later batch. */
export interface Identity {
  readonly Id?: string | number;
  readonly _Id?: string | number;
}

export type Awaitable<T> = T | Promise<T>;

/**
 * An object of Excel's model. Getters, setters and methods bear Excel's names in lower camel case and are
 * what a batch may ask for; whatever a subclass keeps for itself stands in fields, which no batch can reach.
 */
export abstract class HostObject {
  /** Microsoft's name of the class. */
  abstract readonly kind: string;
  /** The events that the host tells handlers of, as in `_RegisterActivatedEvent`. */
  readonly announces: ReadonlySet<string> = new Set();

  identity(): Identity {
    return {};
  }
}

export abstract class Collection<Item extends HostObject = HostObject> extends HostObject {
  abstract readonly list: () => Item[];

  /** By Excel's key: a name, an id or a number. */
  abstract getItem(key: unknown): Awaitable<Item>;

  getItemAt(index: number): Item {
    const item = this.list()[index];
    if (!item) throw itemNotFound();
    return item;
  }

  getCount(): number {
    return this.list().length;
  }

  async getItemOrNullObject(key: unknown): Promise<Item | null> {
    try {
      return await this.getItem(key);
    } catch (error) {
      if (error instanceof ApiError && error.code === "ItemNotFound") return null;
      throw error;
    }
  }
}
