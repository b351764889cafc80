import { readRegister, registerNamespace, registerXml, type DataRegister } from "../sharing/data/register";
import type { Remember } from "./run";

/** The part in which the workbook says what data stand in it; the first where somebody has doubled it. */
async function registerPart(context: Excel.RequestContext): Promise<Excel.CustomXmlPart | undefined> {
  const parts = context.workbook.customXmlParts.getByNamespace(registerNamespace);
  parts.load("items/id");
  await context.sync();
  return parts.items[0];
}

/** Changes what the workbook says of the data in it. */
export async function changeRegister(
  context: Excel.RequestContext,
  remember: Remember,
  change: (register: DataRegister) => DataRegister,
): Promise<void> {
  const part = await registerPart(context);
  const before = part?.getXml();
  await context.sync();
  const after = registerXml(change(readRegister(before ? [before.value] : [])));
  remember(() => putBack(context, part?.id, before?.value));
  if (part) part.setXml(after);
  else context.workbook.customXmlParts.add(after);
  await context.sync();
}

/** A batch that failed may have been done or not: the part is looked for anew. */
async function putBack(context: Excel.RequestContext, id: string | undefined, xml: string | undefined): Promise<void> {
  const part = await registerPart(context);
  if (id !== undefined && xml !== undefined) context.workbook.customXmlParts.getItem(id).setXml(xml);
  else part?.delete();
}

export async function registerOf(context: Excel.RequestContext): Promise<DataRegister> {
  const part = await registerPart(context);
  const xml = part?.getXml();
  await context.sync();
  return readRegister(xml ? [xml.value] : []);
}
