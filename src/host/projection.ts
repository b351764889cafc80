import { Collection, HostObject } from "./objects/host-object";
import { getters, has, read } from "./objects/members";

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

/** What of an object was asked for: all its plain properties, or some, each with what is asked of it. */
interface Selection {
  all: boolean;
  readonly parts: Map<string, Selection>;
  readonly top?: number;
  readonly skip?: number;
}

type Identify = (object: HostObject) => Record<string, unknown>;

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const nothing = (): Selection => ({ all: false, parts: new Map() });

export function selectionOf(query: QueryInfo = {}): Selection {
  const selection: Selection = { ...nothing(), top: query.Top, skip: query.Skip };
  for (const path of query.Select ?? ["*"]) select(selection, path);
  for (const path of query.Expand ?? []) select(selection, path);
  return selection;
}

function select(selection: Selection, path: string): void {
  let level = selection;
  for (const name of path.split(/[/.]/)) {
    if (name === "" || name === "items") continue;
    if (name === "*" || name === "$all") {
      level.all = true;
      continue;
    }
    const key = camel(name);
    const next = level.parts.get(key) ?? nothing();
    level.parts.set(key, next);
    level = next;
  }
}

/** An object as the client library reads it: PascalCase names, a collection's members under `_Items`. */
export async function project(object: HostObject, selection: Selection, identify: Identify): Promise<object> {
  if (object instanceof Collection) return projectItems(object, selection, identify);
  const result = identify(object);
  for (const name of names(object, selection)) {
    const asked = selection.parts.get(name);
    const value = await read(object, name);
    if (asked) result[pascal(name)] = await nested(value, asked, identify);
    else if (!(value instanceof HostObject)) result[pascal(name)] = value ?? null;
  }
  return result;
}

function names(object: HostObject, selection: Selection): string[] {
  const asked = [...selection.parts.keys()];
  if (!selection.all && asked.length > 0) return asked;
  return [...new Set([...getters(object), ...asked])];
}

function nested(value: unknown, selection: Selection, identify: Identify): unknown {
  return value instanceof HostObject ? project(value, selection, identify) : value ?? null;
}

async function projectItems(
  collection: Collection,
  selection: Selection,
  identify: Identify,
): Promise<object> {
  const result = identify(collection);
  const own = [...selection.parts.keys()].filter((name) => has(collection, name));
  for (const name of own) result[pascal(name)] = await read(collection, name);
  const parts = new Map([...selection.parts].filter(([name]) => !own.includes(name)));
  if (own.length > 0 && parts.size === 0 && !selection.all) return result;
  const { skip = 0, top = Infinity } = selection;
  const items = collection.list().slice(skip, skip + top);
  const ofItems: Selection = { all: selection.all, parts };
  result["_Items"] = await Promise.all(items.map((item) => project(item, ofItems, identify)));
  return result;
}
