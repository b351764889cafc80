import { counted } from "../refusal";
import { hiddenSheetsOf, same, type Trace, type Traced } from "../sharing/scrub";
import { isRecord } from "../xlsx/records";
import { readContent } from "./read-content";
import { changing, reading, type Remember, type Supports } from "./run";

const people = ["author", "manager", "company"] as const;

async function propertiesOf(context: Excel.RequestContext): Promise<Excel.DocumentProperties> {
  const { properties } = context.workbook;
  properties.load(people.join());
  await context.sync();
  return properties;
}

/** What can be taken out from here; a file's list of authors and its threads need the command line. */
export const workbookTraces = (): Promise<Traced[]> =>
  reading(async (context) => {
    const properties = await propertiesOf(context);
    const content = await readContent(context);
    const authors = people.map((name) => properties[name]).filter((name) => name !== "");
    const { free, needed } = hiddenSheetsOf(content);
    const settings = content.customXml.filter(isRecord).length;
    const found: (Traced | false)[] = [
      authors.length > 0 && { trace: "authors", what: same(authors.join(", ")) },
      free.length + needed.length > 0 && {
        trace: "hidden-sheets",
        what: same([...free, ...needed].join(", ")),
        ...(needed.length > 0 && { stays: same(needed.join(", ")) }),
      },
      settings > 0 && { trace: "settings", what: { en: counted(settings, "record"), zh: `${settings} 项记录` } },
    ];
    return found.filter((each) => each !== false);
  });

/** Takes them out. A deleted sheet does not come back: the view says so first. */
export const scrubWorkbook = (wanted: readonly Trace[], supports: Supports): Promise<void> =>
  changing(supports, async (context, remember) => {
    if (wanted.includes("authors")) await dropAuthors(context, remember);
    if (wanted.includes("settings")) await dropRecords(context, remember);
    if (wanted.includes("hidden-sheets")) {
      const { free } = hiddenSheetsOf(await readContent(context));
      for (const name of free) context.workbook.worksheets.getItem(name).delete();
    }
    await context.sync();
  });

async function dropAuthors(context: Excel.RequestContext, remember: Remember): Promise<void> {
  const properties = await propertiesOf(context);
  const before = people.map((name) => properties[name]);
  remember(() => people.forEach((name, i) => (properties[name] = before[i]!)));
  for (const name of people) properties[name] = "";
}

async function dropRecords(context: Excel.RequestContext, remember: Remember): Promise<void> {
  const { customXmlParts } = context.workbook;
  customXmlParts.load("items/id");
  await context.sync();
  const parts = customXmlParts.items.map((part) => ({ part, xml: part.getXml() }));
  await context.sync();
  const ours = parts.filter(({ xml }) => isRecord(xml.value));
  remember(() => ours.forEach(({ xml }) => customXmlParts.add(xml.value)));
  for (const { part } of ours) part.delete();
}
