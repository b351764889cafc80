import { delimitedRows } from "../../reference/import-delimited";
import type { RawTable } from "../../reference/import-raw";
import { ImportRefusal } from "../../reference/import-refusal";
import { decodedText } from "../../reference/import-text";
import type { Parts } from "../../xlsx";

/** The part of a Data Package descriptor that is read of other people's packages; all of it may be missing. */
interface Descriptor {
  readonly title?: string;
  readonly name?: string;
  readonly sources?: readonly { readonly title?: string }[];
  readonly resources?: readonly Resource[];
}

interface Resource {
  readonly name?: string;
  readonly title?: string;
  readonly path?: string | readonly string[];
  readonly sources?: Descriptor["sources"];
  readonly schema?: string | { readonly fields?: readonly { readonly name?: string; readonly unit?: string }[] };
}

const descriptorName = "datapackage.json";

/** The folder of a package within its zip file, or undefined where there is no package. */
export function packageFolder(parts: Parts): string | undefined {
  const found = [...parts.keys()].filter((path) => path.endsWith(descriptorName));
  return found.sort((a, b) => a.length - b.length)[0]?.slice(0, -descriptorName.length);
}

/** The tables of a Data Package: of what lies in it, never of an address that it names. */
export function packageTables(parts: Parts, folder: string): RawTable[] {
  const descriptor = descriptorIn(parts, folder);
  const tables = (descriptor.resources ?? []).flatMap((resource) => resourceTable(resource, descriptor, parts, folder));
  if (tables.length === 0) throw noTables;
  return tables;
}

function descriptorIn(parts: Parts, folder: string): Descriptor {
  try {
    const read: unknown = JSON.parse(decodedText(parts.get(folder + descriptorName)!).text);
    if (typeof read === "object" && read !== null) return read as Descriptor;
  } catch {
    throw badDescriptor;
  }
  throw badDescriptor;
}

function resourceTable(resource: Resource, of: Descriptor, parts: Parts, folder: string): RawTable[] {
  const paths = typeof resource.path === "string" ? [resource.path] : (resource.path ?? []);
  const files = paths.flatMap((path) => parts.get(folder + path) ?? []);
  if (files.length === 0 || files.length < paths.length) return [];
  const name = resource.title ?? resource.name ?? of.title ?? of.name ?? "";
  const read = files.map((bytes) => delimitedRows(decodedText(bytes).text, name));
  const source = sourceText(resource.sources) || sourceText(of.sources);
  return [
    {
      name,
      firstRow: 1,
      rows: read.flatMap(({ rows }, i) => (i === 0 ? rows : rows.slice(1))),
      ...(source && { source }),
      units: unitsOf(resource),
    },
  ];
}

const sourceText = (sources: Descriptor["sources"]): string =>
  (Array.isArray(sources) ? sources : []).flatMap(({ title }) => title ?? []).join("; ");

function unitsOf({ schema }: Resource): Record<string, string> {
  const fields = typeof schema === "object" ? (schema.fields ?? []) : [];
  return Object.fromEntries(fields.flatMap(({ name, unit }) => (name && unit ? [[name, unit]] : [])));
}

const noTables = new ImportRefusal(
  {
    en: "The Data Package has no CSV files in it; what it only names by a web address is never fetched.",
    zh: "该 Data Package 内没有 CSV 文件；仅以网址列出的数据不会被下载。",
  },
  { en: "Choose a package that holds its files.", zh: "请选择自带数据文件的数据包。" },
);

const badDescriptor = new ImportRefusal(
  { en: "The datapackage.json of the file cannot be read.", zh: "文件中的 datapackage.json 无法读取。" },
  { en: "Get the package again, or choose its CSV file.", zh: "请重新获取该数据包，或直接选择其中的 CSV 文件。" },
);
