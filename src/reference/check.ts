import { rowFaults } from "./check-rows";
import { pathsOf, type DataPackage, type Label, type Resource } from "./descriptor";
import { packages } from "./packages";
import { schemas, type Schema } from "./schemas";
import { idOf, tablesOf } from "./tables";
import { columns } from "./vocabulary";
import { wide } from "./wide";

/** Something wrong with a data package, and where. */
export interface Finding {
  /** The package, then the table or the line of a file. */
  readonly where: string;
  readonly message: string;
}

type Say = (message: string) => Finding;

const at =
  (...parts: readonly string[]): Say =>
  (message) => ({ where: parts.join(", "), message });

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

const doubled = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) < i);

const empty = (entries: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(entries)
    .filter(([, value]) => typeof value !== "string" || value.trim() === "")
    .map(([name]) => name);

function inDescriptor({ descriptor }: DataPackage): Finding[] {
  const { name, title, titleZh, description, descriptionZh, version, checked, licenses, sources } =
    descriptor;
  const say = at(name);
  return [
    ...empty({ title, titleZh, description, descriptionZh, version }).map((what) =>
      say(`${what} is missing`),
    ),
    ...(/^[a-z][a-z-]*$/.test(name) ? [] : [say("its name must be lower case letters")]),
    ...(isDate(checked) ? [] : [say(`checked: “${checked}” is not an ISO date`)]),
    ...(licenses && licenses.length > 0 ? [] : [say("has no licence")]),
    ...sources.flatMap(({ id, ...titles }) =>
      empty(titles).map((what) => say(`source ${id}: ${what} is missing`)),
    ),
    ...doubled(sources.map(({ id }) => id)).map((id) => say(`source ${id} is there twice`)),
  ];
}

function inSchema({ descriptor }: DataPackage, schema: Schema | undefined): Finding[] {
  const same = schema?.fields.map(({ name }) => name).join() === columns.join();
  const keyed = schema?.primaryKey.join() === "key,field,period";
  return same && keyed
    ? []
    : [at(descriptor.name, "schema.json")("must list the columns of every table and its key")];
}

const untitled = (label: Label, say: Say): Finding[] =>
  empty({ ...label }).map((what) => say(`${label.name}: ${what} is missing`));

function inResource(resource: Resource, { descriptor, files }: DataPackage): Finding[] {
  const say = at(descriptor.name, idOf(resource));
  const { title, titleZh, description, descriptionZh, key, fields, notes } = resource;
  return [
    ...(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(idOf(resource))
      ? []
      : [say("its name must be words joined by _")]),
    ...empty({ title, titleZh, description, descriptionZh }).map((what) => say(`${what} is missing`)),
    ...[key, ...fields].flatMap((label) => untitled(label, say)),
    ...(resource.schema === "schema.json" ? [] : [say("must name schema.json as its schema")]),
    ...pathsOf(resource)
      .filter((path) => !files[path])
      .map((path) => say(`${path} is not there`)),
    ...(notes ?? []).filter(({ en, zh }) => !en || !zh).map(() => say("a note is not in both languages")),
  ];
}

function inRows(resource: Resource, from: DataPackage): Finding[] {
  return rowFaults(resource, from).map(({ file, line, column, message }) =>
    at(from.descriptor.name, `${file} line ${line}`)(`${column} ${message}`.trim()),
  );
}

/** Structured references break on anything but words joined by underscores. */
const isHeader = (text: string): boolean => /^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/.test(text);

function inLayout(from: DataPackage): Finding[] {
  return tablesOf(from).flatMap((table) => {
    const say = at(table.package, table.id);
    const headers = wide(table, "en").columns.map(({ header }) => header);
    return [
      ...headers
        .filter((header) => !isHeader(header))
        .map((header) => say(`“${header}” cannot be the header of a column`)),
      ...doubled(headers).map((header) => say(`two columns have the header “${header}”`)),
    ];
  });
}

/** All that is wrong with a package: its descriptor, schema, tables, rows, and how they are laid out. */
export function checkPackage(from: DataPackage, schema?: Schema): Finding[] {
  const { resources } = from.descriptor;
  const findings = [
    ...inDescriptor(from),
    ...inSchema(from, schema),
    ...resources.flatMap((resource) => inResource(resource, from)),
    ...resources.flatMap((resource) => inRows(resource, from)),
  ];
  const once = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
  return once.length > 0 ? once : inLayout(from);
}

function doubledTables(): Finding[] {
  const ids = packages.flatMap(({ descriptor }) => descriptor.resources.map(idOf));
  return doubled(ids).map((id) => at(id)("two tables have this name"));
}

/** What is wrong with the packages that ship: nothing, or the build must stop. */
export const checkAll = (): Finding[] => [
  ...packages.flatMap((each) => checkPackage(each, schemas[each.descriptor.name])),
  ...doubledTables(),
];
