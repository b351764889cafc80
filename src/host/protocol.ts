import { ApiError, invalidArgument, itemNotFound, notImplemented } from "./api-error";
import { project, selectionOf, type QueryInfo } from "./projection";
import { Collection, HostObject } from "./objects/host-object";
import { call, put, read } from "./objects/members";

/** The numbers of Microsoft's protocol. */
const Act = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;
const Path = { global: 1, property: 4, method: 3, indexer: 5, reference: 6, nothing: 7 } as const;

const pathMark = "_ObjectPathId";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** One `context.sync()` as the client library sends it. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchAnswer {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly ActionIndex: number;
    readonly Location: string;
    readonly HttpStatusCode: number;
  };
}

type Resolved = HostObject | null;

/** Objects that the client tracks, by the reference id it was given. */
class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly ids = new Map<HostObject, string>();
  private last = 0;

  keep(object: HostObject): void {
    if (this.ids.has(object)) return;
    const id = `reference-${++this.last}`;
    this.ids.set(object, id);
    this.objects.set(id, object);
  }

  drop(id: string): void {
    const object = this.objects.get(id);
    this.objects.delete(id);
    if (object) this.ids.delete(object);
  }

  clear(): void {
    this.objects.clear();
    this.ids.clear();
  }

  find(id: string): HostObject {
    const object = this.objects.get(id);
    if (!object) throw new ApiError("InvalidReference");
    return object;
  }

  identity(object: HostObject): Record<string, unknown> {
    const id = this.ids.get(object);
    return id ? { ...object.identity(), _ReferenceId: id } : { ...object.identity() };
  }

  get size(): number {
    return this.objects.size;
  }
}

export interface Model {
  readonly root: HostObject;
  /** Awaited before anything is read. */
  calculated(): Promise<void>;
  /** Called at the end of each batch. */
  done(): void;
}

/** Carries out batches on an object model, one at a time and in order. */
export class Interpreter {
  private readonly references = new References();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly model: Model) {}

  run(batch: Batch): Promise<BatchAnswer> {
    const answer = this.queue.then(() => new Run(batch, this.model, this.references).answer());
    this.queue = answer;
    return answer;
  }
}

class Run {
  private readonly resolved = new Map<number, Promise<Resolved>>();
  private location = "";

  constructor(
    private readonly batch: Batch,
    private readonly model: Model,
    private readonly references: References,
  ) {}

  async answer(): Promise<BatchAnswer> {
    const answer = await this.carriedOut();
    try {
      this.model.done();
      return answer;
    } catch (error) {
      return { Error: this.failure(error, this.batch.Actions.length - 1), ...answer };
    }
  }

  /** Excel stops at the first action that fails; what was done before it stays done. */
  private async carriedOut(): Promise<BatchAnswer> {
    const answer: BatchAnswer = { Results: [], TraceIds: [] };
    for (const [index, action] of this.batch.Actions.entries()) {
      try {
        const value = await this.act(action);
        answer.Results.push({ ActionId: action.Id, Value: value ?? null });
        if (action.ActionType === Act.trace) answer.TraceIds.push(action.Id);
      } catch (error) {
        return { ...answer, Error: this.failure(error, index) };
      }
    }
    return answer;
  }

  private failure(error: unknown, index: number): BatchAnswer["Error"] {
    const known = error instanceof ApiError
      ? error
      : new ApiError("GeneralException", `${new ApiError("GeneralException").message} ${String(error)}`);
    return {
      Code: known.code,
      Message: known.message,
      ActionIndex: index,
      Location: this.location,
      HttpStatusCode: known.code === "ItemNotFound" ? 404 : 400,
    };
  }

  private async act(action: Action): Promise<unknown> {
    if (action.ActionType === Act.trace) return null;
    const object = await this.at(action.ObjectPathId);
    // Excel lets everything asked of a null object pass without effect.
    if (!object) return null;
    switch (action.ActionType) {
      case Act.instantiate: return this.references.identity(object);
      case Act.query: return this.query(object, action);
      case Act.method: return this.method(object, action);
      case Act.set: return this.set(object, action);
      default: throw notImplemented(`Action ${action.ActionType} on ${object.kind}`);
    }
  }

  private async query(object: HostObject, action: Action): Promise<unknown> {
    this.location = object.kind;
    await this.model.calculated();
    return project(object, selectionOf(action.QueryInfo), (seen) => this.references.identity(seen));
  }

  private async method(object: HostObject, action: Action): Promise<unknown> {
    const given = await this.given(action.ArgumentInfo);
    switch (action.Name) {
      case "_KeepReference": return this.references.keep(object);
      case "_RemoveReference": return this.references.drop(String(given[0]));
      case "_RemoveAllReferences": return this.references.clear();
      case "_GetReferenceCount": return this.references.size;
    }
    const event = /^_(?:R|Unr)egister(\w+)Event$/.exec(action.Name)?.[1];
    if (event && object.announces.has(event)) return null;
    if (event) throw notImplemented(`${object.kind}.on${event}`);
    const result = await this.located(object, action.Name, () => call(object, action.Name, given));
    return result instanceof HostObject ? this.references.identity(result) : result;
  }

  private async set(object: HostObject, action: Action): Promise<void> {
    const [value] = await this.given(action.ArgumentInfo);
    await this.located(object, action.Name, () => put(object, action.Name, value));
  }

  private at(id: number): Promise<Resolved> {
    const known = this.resolved.get(id);
    if (known) return known;
    const object = this.resolve(id);
    this.resolved.set(id, object);
    return object;
  }

  private async resolve(id: number): Promise<Resolved> {
    const path = this.batch.ObjectPaths[id];
    if (!path) throw new ApiError("InvalidRequest");
    switch (path.ObjectPathType) {
      case Path.global: return this.model.root;
      case Path.nothing: return null;
      case Path.reference: return this.references.find(path.Name);
      case Path.property:
      case Path.method:
      case Path.indexer: return this.step(path);
      default: throw notImplemented(`new ${path.Name}`);
    }
  }

  private async step(path: ObjectPath): Promise<Resolved> {
    const parent = await this.at(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const found = await this.walk(parent, path);
    if (found !== null && !(found instanceof HostObject)) throw itemNotFound();
    return found;
  }

  private async walk(parent: HostObject, path: ObjectPath): Promise<unknown> {
    if (path.ObjectPathType === Path.property) {
      return this.located(parent, path.Name, () => read(parent, path.Name));
    }
    const name = path.ObjectPathType === Path.indexer ? "GetItem" : path.Name;
    if (name === "GetItem" && !(parent instanceof Collection)) throw notImplemented(`${parent.kind}.getItem`);
    const given = await this.given(path.ArgumentInfo);
    return this.located(parent, name, () => call(parent, name, given));
  }

  private located<T>(object: HostObject, name: string, work: () => T): T {
    this.location = `${object.kind}.${name[0]!.toLowerCase()}${name.slice(1)}`;
    return work();
  }

  private async given(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const values = info?.Arguments ?? [];
    const paths = info?.ReferencedObjectPathIds;
    return Promise.all(values.map((value, index) => this.argument(value, paths?.[index])));
  }

  /** An argument that is an object of the model comes as the number of its path, one left out as null. */
  private async argument(value: unknown, path: unknown): Promise<unknown> {
    if (Array.isArray(path)) {
      return Promise.all((value as unknown[]).map((item, index) => this.argument(item, path[index])));
    }
    if (typeof path !== "number" || path === 0) return isRecord(value) ? this.record(value) : value ?? undefined;
    return this.named(path);
  }

  /** Inside a plain object, such as a rule of validation, an object of the model stands with its own mark. */
  private async record(value: Readonly<Record<string, unknown>>): Promise<unknown> {
    if (typeof value[pathMark] === "number") return this.named(value[pathMark]);
    const entries = Object.entries(value).map(async ([key, item]) =>
      [key, isRecord(item) ? await this.record(item) : item] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  private async named(path: number): Promise<HostObject> {
    const object = await this.at(path);
    if (!object) throw invalidArgument();
    return object;
  }
}
