import { recordIn, recordsNamespace } from "../xlsx/records";
import { children } from "../xlsx/xml";
import { xmlElement } from "../xlsx/xml-editor";

/** The part of the workbook in which the author's reasons travel with it. */
export const reasonsNamespace = `${recordsNamespace}accepted-findings`;

/** Why findings are accepted, by their keys, from the custom XML parts of a workbook. */
export function reasonsIn(customXml: readonly string[]): ReadonlyMap<string, string> {
  const record = recordIn(customXml, reasonsNamespace);
  const accepted = record ? children(record, "accepted") : [];
  return new Map(accepted.map(({ attributes: { finding = "", reason = "" } }) => [finding, reason]));
}

export function reasonsXml(reasons: ReadonlyMap<string, string>): string {
  const accepted = [...reasons].map(([finding, reason]) => xmlElement("accepted", { finding, reason }));
  return xmlElement("acceptedFindings", { xmlns: reasonsNamespace }, accepted.join(""));
}
