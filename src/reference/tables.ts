import { Refusal, type Texts } from "../refusal";
import { pathsOf, type DataPackage, type Label, type Resource, type WrittenRow } from "./descriptor";
import { notFound } from "./missing";
import { plain } from "./near";
import { packages } from "./packages";
import type { Bound, Certainty } from "./vocabulary";

/** One figure, or one text, with all that is known of it. */
export interface Row {
  readonly table: string;
  readonly key: Texts;
  readonly field: Field;
  readonly value: number | Texts;
  readonly bound: Bound;
  /** A name in `units`. */
  readonly unit: string;
  readonly period: string;
  /** A name in `places`. */
  readonly place: string;
  readonly sources: readonly Texts[];
  /** The texts in which it was seen, each with its date or `undated`. */
  readonly seen: string;
  /** The day on which it was last compared with them. */
  readonly checked: string;
  readonly certainty: Certainty;
  /** Whether it must be verified before use, because it changes by decree. */
  readonly verify: boolean;
  /** Empty in the script that Excel loads to calculate. */
  readonly note: Texts;
}

export interface Field {
  readonly name: string;
  readonly title: Texts;
}

export interface ReferenceTable {
  readonly id: string;
  readonly package: string;
  readonly topic: Texts;
  readonly title: Texts;
  readonly description: Texts;
  /** What a key is: a country, a maker, an item. */
  readonly key: Field;
  readonly fields: readonly Field[];
  readonly places: readonly string[];
  readonly periods: readonly string[];
  readonly certainties: readonly Certainty[];
  readonly version: string;
  readonly checked: string;
  readonly licence: string;
  /** Corrections of the sources, and cautions. */
  readonly notes: readonly Texts[];
  readonly rows: readonly Row[];
}

const labelled = ({ name, title, titleZh }: Label): Field => ({ name, title: { en: title, zh: titleZh } });

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

function sourcesOf(ids: string, { descriptor }: DataPackage): Texts[] {
  return descriptor.sources
    .filter(({ id }) => ids.split(";").includes(id))
    .map(({ title, titleZh }) => ({ en: title, zh: titleZh }));
}

const noField: Label = { name: "", title: "", titleZh: "" };

function rowOf(written: WrittenRow, resource: Resource, fields: readonly Field[], from: DataPackage): Row {
  const { key, keyZh, value, valueZh, note = "", noteZh = "" } = written;
  return {
    table: idOf(resource),
    key: { en: key, zh: keyZh },
    field: fields.find(({ name }) => name === written.field) ?? labelled(noField),
    value: written.unit === "text" ? { en: value, zh: valueZh } : Number(value),
    bound: written.bound as Bound,
    unit: written.unit,
    period: written.period,
    place: written.geography,
    sources: sourcesOf(written.source, from),
    seen: written.seen,
    checked: from.descriptor.checked,
    certainty: written.certainty as Certainty,
    verify: resource.verify === true,
    note: { en: note, zh: noteZh },
  };
}

/** `eu_cvd` in a package, where names are lower case, is EU_CVD in a formula. */
export const idOf = ({ name }: Resource): string => name.toUpperCase();

/** The tables of a package that `checkPackage` has found nothing against. */
export function tablesOf(from: DataPackage): ReferenceTable[] {
  return from.descriptor.resources.map((resource) => tableOf(resource, from));
}

function tableOf(resource: Resource, from: DataPackage): ReferenceTable {
  const { descriptor, files } = from;
  const fields = resource.fields.map(labelled);
  const written = pathsOf(resource).flatMap((path) => files[path]);
  const rows = written.map((row) => rowOf(row, resource, fields, from));
  return {
    id: idOf(resource),
    package: descriptor.name,
    topic: { en: descriptor.title, zh: descriptor.titleZh },
    title: { en: resource.title, zh: resource.titleZh },
    description: { en: resource.description ?? "", zh: resource.descriptionZh ?? "" },
    key: labelled(resource.key),
    fields,
    places: distinct(rows.map(({ place }) => place)),
    periods: distinct(rows.map(({ period }) => period)),
    certainties: distinct(rows.map(({ certainty }) => certainty)),
    version: descriptor.version,
    checked: descriptor.checked,
    licence: descriptor.licenses?.[0].title ?? "",
    notes: resource.notes ?? [],
    rows,
  };
}

export const tables: readonly ReferenceTable[] = packages.flatMap(tablesOf);

/** The table of this name, in any case, or why there is none. */
export function table(id: string): ReferenceTable | Refusal {
  const found = tables.find((candidate) => plain(candidate.id) === plain(id));
  if (found) return found;
  return notFound(
    "table",
    id,
    { en: "is no reference table", zh: "不是参考数据表" },
    tables.map(nameAndTitle),
  );
}

/** A table is also found near its title, and always answered with its name. */
const nameAndTitle = ({ id, title }: ReferenceTable): Texts => ({
  en: `${id} (${title.en})`,
  zh: `${id}（${title.zh}）`,
});
