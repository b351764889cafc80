import type { Package } from "./package";
import { workbookPath } from "./read-workbook";
import { children, type Element, innerText } from "./xml";

/** Where a file names people and programs, beside its cells. */
const people: Readonly<Record<string, readonly string[]>> = {
  "core-properties": ["creator", "lastModifiedBy"],
  "extended-properties": ["Company", "Manager"],
};

interface Named {
  readonly path: string;
  readonly element: Element;
  readonly text: string;
}

function namedIn(parts: Package): Named[] {
  return Object.entries(people).flatMap(([type, names]) => {
    const found = parts.related("", type);
    if (!found) return [];
    const path = found.target;
    return parts.read(path, (text) =>
      parts.root(path).children
        .filter((element) => names.includes(element.name) && element.innerEnd > element.innerStart)
        .map((element) => ({ path, element, text: innerText(text, element) })),
    );
  });
}

/** Who made and saved the file, and for whom, as it says itself. */
export const authorsIn = (parts: Package): string[] => [...new Set(namedIn(parts).map(({ text }) => text))];

export function dropAuthors(parts: Package): void {
  const named = namedIn(parts);
  for (const path of new Set(named.map((each) => each.path))) {
    parts.edit(path, (editor) => {
      for (const { element } of named.filter((each) => each.path === path)) {
        editor.replace({ start: element.innerStart, end: element.innerEnd }, "");
      }
    });
  }
}

const paneTypes = ["webextensiontaskpanes", "webextension"];

/** The parts by which a file asks its reader for an add-in. */
export const webExtensionsIn = (parts: Package): string[] =>
  [...parts.parts.keys()].filter((path) => /(^|\/)webextensions\/[^/]+\.xml$/i.test(path));

/** Takes out the parts and all that leads to them. */
export function dropWebExtensions(parts: Package): void {
  for (const { id, type } of parts.relationships()) if (paneTypes.includes(type)) parts.unrelate("", id);
  for (const path of webExtensionsIn(parts)) parts.delete(path);
}

interface Thread {
  readonly sheet: string;
  readonly id: string;
  readonly path: string;
}

function threadsIn(parts: Package): Thread[] {
  const sheets = parts.relationships(workbookPath(parts)).filter(({ type }) => type === "worksheet");
  return sheets.flatMap(({ target: sheet }) =>
    parts.relationships(sheet)
      .filter(({ type, target }) => type === "threadedComment" && parts.has(target))
      .map(({ id, target: path }) => ({ sheet, id, path })),
  );
}

/** How many remarks stand in comment threads. */
export const threadedCommentsIn = (parts: Package): number =>
  threadsIn(parts).reduce((sum, { path }) => sum + children(parts.root(path), "threadedComment").length, 0);

/** Takes out the threads and the list of those who wrote them. */
export function dropThreadedComments(parts: Package): void {
  for (const { sheet, id, path } of threadsIn(parts)) {
    parts.unrelate(sheet, id);
    parts.delete(path);
  }
  const workbook = workbookPath(parts);
  for (const { id, type, target } of parts.relationships(workbook)) {
    if (type !== "person") continue;
    parts.unrelate(workbook, id);
    parts.delete(target);
  }
}
