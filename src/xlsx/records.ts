import { rootNamespace } from "./root-namespace";
import { type Element, parseXml } from "./xml";

/** What this add-in keeps in a workbook stands in custom XML parts whose namespaces begin so. */
export const recordsNamespace = "urn:industry-policy-workbench:";

export const isRecord = (xml: string): boolean => rootNamespace(xml)?.startsWith(recordsNamespace) === true;

/** The root of the record in a namespace; undefined where there is none, or it cannot be read. */
export function recordIn(customXml: readonly string[], namespace: string): Element | undefined {
  const xml = customXml.find((each) => rootNamespace(each) === namespace);
  if (xml === undefined) return undefined;
  try {
    return parseXml(xml);
  } catch {
    return undefined;
  }
}
