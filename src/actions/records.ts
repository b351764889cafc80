import type { Remember } from "./run";

/** The part in which the workbook keeps something for this add-in; the first where somebody has doubled it. */
async function partIn(context: Excel.RequestContext, namespace: string): Promise<Excel.CustomXmlPart | undefined> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load("items/id");
  await context.sync();
  return parts.items[0];
}

/** What the workbook keeps in a namespace of ours. */
export async function recordXml(context: Excel.RequestContext, namespace: string): Promise<string | undefined> {
  const xml = (await partIn(context, namespace))?.getXml();
  await context.sync();
  return xml?.value;
}

/** Changes what the workbook keeps in a namespace of ours; undefined takes it out. */
export async function changeRecord(
  context: Excel.RequestContext,
  remember: Remember,
  namespace: string,
  change: (before: string | undefined) => string | undefined,
): Promise<void> {
  const before = await recordXml(context, namespace);
  const after = change(before);
  if (after === before) return;
  remember(() => keep(context, namespace, before));
  await keep(context, namespace, after);
  await context.sync();
}

/** A batch that failed may have been done or not: the part is looked for anew. */
async function keep(context: Excel.RequestContext, namespace: string, xml: string | undefined): Promise<void> {
  const part = await partIn(context, namespace);
  if (xml === undefined) part?.delete();
  else if (part) part.setXml(xml);
  else context.workbook.customXmlParts.add(xml);
}
