import {
  attribute,
  contentOf,
  elementsNamed,
  everyValue,
  pathBelow,
  resourcesOf,
  unless,
  type Document,
  type Element,
  type ResourceElement,
  type Served,
} from "./manifest-document";
import type { FunctionEntry, FunctionsFile } from "./metadata";

/** The metadata of every locale there and alike, the functions well named, and code behind each. */
export function functionFaults(document: Document, served: Served): string[] {
  const metadata = resourceOf(document, contentOf(document, "Metadata"));
  if (!metadata) return [];
  const files = everyValue(metadata).map((address) => ({
    name: address.slice(address.lastIndexOf("/") + 1),
    content: read(served.file(pathBelow(document, address))),
  }));
  const missing = files.flatMap(({ name, content }) => unless(!!content, `${name} is missing or no JSON`));
  const main = files[0]!.content;
  if (!main) return missing;
  return [
    ...missing,
    ...namespaceFaults(document),
    ...associationFaults(main, served),
    ...nameFaults(main.functions.map(({ id }) => id)),
    ...main.functions.flatMap(({ id, name }) => unless(id === name, `${id} has another name than its id`)),
    ...files.slice(1).flatMap(({ name, content }) => (content ? differences(name, main, content) : [])),
  ];
}

const resourceOf = (document: Document, [element]: readonly Element[]): ResourceElement | undefined =>
  resourcesOf(document).find(({ id }) => id === attribute(element, "resid"));

function read(bytes: Uint8Array | undefined): FunctionsFile | undefined {
  try {
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as FunctionsFile);
  } catch {
    return undefined;
  }
}

function namespaceFaults(document: Document): string[] {
  const namespace = resourceOf(document, elementsNamed(document, "Namespace"));
  if (!namespace) return [];
  const { value, overrides } = namespace;
  return [
    ...unless(/^[A-Z][A-Z0-9_]{2,31}$/.test(value), `the namespace "${value}" is not 3 to 32 capital letters`),
    ...unless(overrides.length === 0, "the namespace changes with the language, and formulas with it"),
  ];
}

function associationFaults({ functions }: FunctionsFile, { associated }: Served): string[] {
  const ids = functions.map(({ id }) => id);
  return [
    ...ids.flatMap((id) => unless(associated.includes(id), `functions.js has no code for ${id}`)),
    ...associated.flatMap((id) => unless(ids.includes(id), `functions.json does not describe ${id}`)),
  ];
}

const allowed = /^[A-Z][A-Z0-9_.]{2,127}$/;
const rule = "3 to 128 capital letters, digits, points and underscores that begin with a letter";

const relativeAddress = /^(R\d*C\d*|R\d+|C\d+)$/;

/** From A1 to XFD1048576, or in the style of R1C1. */
function looksLikeCell(name: string): boolean {
  if (relativeAddress.test(name)) return true;
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(name) ?? [];
  if (!letters) return false;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return column <= 16384 && Number(row) >= 1 && Number(row) <= 1048576;
}

/** Excel stores `.` and `_` alike, so two names that differ in them alone are one in a saved workbook. */
export function nameFaults(ids: readonly string[]): string[] {
  const stored = ids.map((id) => id.toUpperCase().replaceAll(".", "_"));
  return ids.flatMap((id, i) => {
    const first = stored.indexOf(stored[i]!);
    return [
      ...unless(allowed.test(id), `${id} is not ${rule}`),
      ...unless(!looksLikeCell(id.toUpperCase()), `${id} looks like a cell`),
      ...unless(first === i, `${id} is stored as ${ids[first]} is: _xldudf_…_${stored[i]}`),
    ];
  });
}

/** Another language changes words only: what Excel stores and passes must stay the same. */
function differences(name: string, main: FunctionsFile, other: FunctionsFile): string[] {
  const known = new Set(main.functions.map(signature));
  const strange = other.functions.filter((one) => !known.has(signature(one)));
  const [count, wanted] = [other.functions.length, main.functions.length];
  return [
    ...strange.map(({ id }) => `${name} describes ${id} with another signature`),
    ...unless(count === wanted, `${name} describes ${count} functions, not ${wanted}`),
    ...unless(members(main) === members(other), `${name} has other enumerations`),
  ];
}

const signature = ({ id, name, parameters }: FunctionEntry): string =>
  JSON.stringify([id, name, parameters.map((parameter) => ({ ...parameter, description: "" }))]);

const members = ({ enums = [] }: FunctionsFile): string =>
  JSON.stringify(enums, (key, value: unknown) => (key === "name" || key === "tooltip" ? undefined : value));
