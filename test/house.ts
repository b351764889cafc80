import { posix } from "node:path";
import ts from "typescript";

export interface Source {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** From the ground up; what stands side by side never imports each other. */
const floors: readonly (readonly string[])[] = [
  ["refusal.ts"],
  ["maths"],
  ["reference"],
  ["functions"],
  ["formulas"],
  ["xlsx"],
  ["model", "sharing"],
  ["carried"],
  ["templates"],
  ["actions"],
  ["taskpane"],
  ["host", "worker"],
  ["excel", "workbook", "cli"],
];

/** Files of functions/ that are no chapter: every chapter may use them, and only the index uses chapters. */
const groundOfFunctions = ["cells", "kinds", "define", "call", "fragments", "cautions", "native", "sector-tables", "unit-check", "index"];

const roomOf = (path: string): string => path.split("/")[0]!;

export const floorOf = (path: string): number => floors.findIndex((rooms) => rooms.includes(roomOf(path)));

const browserGlobals = ["window", "document", "localStorage", "sessionStorage", "navigator", "location", "indexedDB", "fetch",
  "XMLHttpRequest", "WebSocket"];
const nodeGlobals = ["process", "Buffer", "__dirname", "__filename", "require"];
const officeGlobals = ["Office", "CustomFunctions", "OfficeExtension"];

const mayUsePlatform = (room: string): boolean => ["host", "excel", "workbook", "cli"].includes(room);

export function faultsOf(sources: readonly Source[]): string[] {
  const known = new Set(sources.map(({ path }) => path));
  const graph = new Map(sources.map((source) => [source.path, importsOf(source)] as const));
  const resolved = (path: string) =>
    graph.get(path)!.filter((name) => name.startsWith(".")).map((name) => target(path, name, known));
  return [
    ...sources.flatMap(({ path }) => resolved(path).flatMap((to) => misplaced(path, to))),
    ...sources.flatMap(({ path }) => graph.get(path)!.flatMap((name) => foreign(path, name))),
    ...sources.flatMap(globalsAbove),
    ...sources.flatMap(shape),
    ...circles(sources.map(({ path }) => path), resolved),
  ];
}

function importsOf({ path, text }: Source): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) => fileName).filter((name) => name !== path);
}

function target(from: string, name: string, known: ReadonlySet<string>): string {
  const base = posix.join(posix.dirname(from), name);
  const guesses = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`];
  return guesses.find((guess) => known.has(guess)) ?? base;
}

function misplaced(from: string, to: string): string[] {
  if (to.startsWith("..")) return roomOf(from) === "reference" || mayUsePlatform(roomOf(from)) ? [] : [`${from}: leaves src for ${to}`];
  if (roomOf(from) === roomOf(to)) return acrossFamilies(from, to);
  return floorOf(to) < floorOf(from) ? [] : [`${from}: reaches up to ${to}`];
}

function acrossFamilies(from: string, to: string): string[] {
  const chapter = (path: string) => /^functions\/([\w-]+)\.ts$/.exec(path)?.[1];
  const [one, other] = [chapter(from), chapter(to)];
  if (!one || !other || one === "index" || groundOfFunctions.includes(other)) return [];
  return [`${from}: imports another family, ${to}`];
}

function foreign(path: string, name: string): string[] {
  const room = roomOf(path);
  const isReact = /^(react|react-dom|@fluentui\/.+)(\/|$)/.test(name);
  if (isReact && !["taskpane", "workbook", "excel"].includes(room)) return [`${path}: uses ${name} below the pane`];
  const isNode = name.startsWith("node:");
  return isNode && !["host", "cli"].includes(room) ? [`${path}: uses ${name} outside host and cli`] : [];
}

function globalsAbove({ path, text }: Source): string[] {
  const room = roomOf(path);
  if (mayUsePlatform(room)) return excelRun(path, text);
  const forbidden = [...browserGlobals, ...nodeGlobals, ...officeGlobals, ...(room === "actions" ? [] : ["Excel"])];
  const used = new Set<string>();
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true), (node) => {
    if (ts.isIdentifier(node) && forbidden.includes(node.text) && isGlobalUse(node)) used.add(node.text);
  });
  return [...used].map((name) => `${path}: uses the global ${name}`);
}

/** The console of the page may call Excel.run; our own code does so in actions alone. */
const excelRun = (path: string, text: string): string[] =>
  /\bExcel\.run\(/.test(text) && roomOf(path) !== "host" ? [`${path}: calls Excel.run outside actions`] : [];

function isGlobalUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.expression !== node) return false;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent) || ts.isTypeQueryNode(parent)) return false;
  const isName = "name" in parent && parent.name === node;
  return !isName && !ts.isBindingElement(parent) && !ts.isImportSpecifier(parent) && !declares(node);
}

/** A local of the same name hides the global. */
function declares(node: ts.Identifier): boolean {
  let found = false;
  visit(node.getSourceFile(), (other) => {
    const isDeclaration = ts.isVariableDeclaration(other) || ts.isParameter(other) || ts.isBindingElement(other)
      || ts.isImportSpecifier(other) || ts.isFunctionDeclaration(other);
    if (isDeclaration && other.name && ts.isIdentifier(other.name) && other.name.text === node.text) found = true;
  });
  return found;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

function shape({ path, text }: Source): string[] {
  const lines = text.replace(/\n$/, "").split("\n").length;
  const name = posix.basename(path);
  return [
    ...(lines > 400 ? [`${path}: ${lines} lines, at most 400`] : []),
    ...(/^(utils?|helpers?|common|managers?|misc)\./.test(name) ? [`${path}: a name that says nothing`] : []),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(name) ? [] : [`${path}: not kebab-case`]),
  ];
}

function circles(paths: readonly string[], resolved: (path: string) => string[]): string[] {
  const done = new Set<string>();
  const faults: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      faults.push(`${path}: imports in a circle: ${[...trail.slice(trail.indexOf(path)), path].join(" → ")}`);
      return;
    }
    if (done.has(path) || !paths.includes(path)) return;
    for (const to of resolved(path)) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of paths) walk(path, []);
  return faults;
}
