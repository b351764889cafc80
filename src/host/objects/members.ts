import { notImplemented } from "../api-error";
import { HostObject } from "./host-object";

/** Batches write `GetRange`; the object model, like the library's users, writes `getRange`. */
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Only what subclasses of HostObject declare: never `constructor`, nor a field. */
function find(object: HostObject, name: string): PropertyDescriptor | undefined {
  let level: object | null = Object.getPrototypeOf(object) as object;
  while (level && level !== HostObject.prototype) {
    const found = name === "constructor" ? undefined : Object.getOwnPropertyDescriptor(level, name);
    if (found) return found;
    level = Object.getPrototypeOf(level) as object | null;
  }
  return undefined;
}

export function read(object: HostObject, name: string): unknown {
  const getter = find(object, camel(name))?.get;
  if (!getter) throw notImplemented(`${object.kind}.${camel(name)}`);
  return getter.call(object);
}

export function put(object: HostObject, name: string, value: unknown): unknown {
  const setter = find(object, camel(name))?.set;
  if (!setter) throw notImplemented(`Setting ${object.kind}.${camel(name)}`);
  return setter.call(object, value);
}

export function call(object: HostObject, name: string, given: readonly unknown[]): unknown {
  const method: unknown = find(object, camel(name))?.value;
  if (typeof method !== "function") throw notImplemented(`${object.kind}.${camel(name)}`);
  return method.call(object, ...given);
}

export const has = (object: HostObject, name: string): boolean =>
  find(object, camel(name))?.get !== undefined;

/** The names of all getters, in lower camel case. */
export function getters(object: HostObject): string[] {
  const names = new Set<string>();
  let level: object | null = Object.getPrototypeOf(object) as object;
  while (level && level !== HostObject.prototype) {
    for (const [name, found] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (found.get) names.add(name);
    }
    level = Object.getPrototypeOf(level) as object | null;
  }
  return [...names];
}
