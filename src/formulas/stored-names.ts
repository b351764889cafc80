import { catalogue } from "../functions";

/** What users type before a function's name. */
export const NAMESPACE = "POLICY";

/** The namespaces our functions are met under: that of the product and that of its development manifest. */
const ours = /^(?:_xlfn\.)?(?:_xldudf_POLICY(?:DEV)?_|POLICY(?:DEV)?\.)(.+)$/i;

export interface StoredNames {
  /** The name as Excel stores it, `_xldudf_POLICY_HHI_INDEX`; undefined when it is not one of ours. */
  stored(name: string): string | undefined;
  /** The name as typed, from any form that files were seen to hold; undefined when it is not one of ours. */
  typed(name: string): string | undefined;
}

/**
 * Excel writes `.` and `_` alike as `_`, so that a stored name says which function
 * is meant only to somebody who knows the functions there are.
 */
export function storedNames(functions: readonly string[]): StoredNames {
  const known = new Map(functions.map((name) => [key(name), name]));
  const find = (name: string) => known.get(key(ours.exec(name)?.[1] ?? ""));
  return {
    stored: (name) => {
      const found = find(name);
      return found === undefined ? undefined : `_xldudf_${NAMESPACE}_${key(found)}`;
    },
    typed: (name) => {
      const found = find(name);
      return found === undefined ? undefined : `${NAMESPACE}.${found}`;
    },
  };
}

function key(name: string): string {
  return name.toUpperCase().replaceAll(".", "_");
}

let ofCatalogue: StoredNames | undefined;

export function catalogueNames(): StoredNames {
  ofCatalogue ??= storedNames(catalogue.map(({ name }) => name));
  return ofCatalogue;
}
