import { placeAttributes, placeIn, type RecordedPlace } from "../xlsx/record-places";
import { recordIn, recordsNamespace } from "../xlsx/records";
import { children } from "../xlsx/xml";
import { xmlElement } from "../xlsx/xml-editor";

export const runNamespace = `${recordsNamespace}run`;

/** An input of a run through the sheet, and what its cell held before the run. */
export interface HeldInput {
  readonly place: RecordedPlace;
  readonly formula: string | number | boolean;
}

/** What a workbook keeps while a run changes its inputs, and only then. */
export const runXml = (inputs: readonly HeldInput[]): string =>
  xmlElement("run", { xmlns: runNamespace }, inputs.map(({ place, formula }) =>
    xmlElement("input", { ...placeAttributes(place), formula: JSON.stringify(formula) })).join(""));

/** The inputs of a run that has not ended; undefined where there is none, or it cannot be read. */
export function runIn(customXml: readonly string[]): readonly HeldInput[] | undefined {
  const record = recordIn(customXml, runNamespace);
  if (!record) return undefined;
  try {
    return children(record, "input").map(({ attributes }) =>
      ({ place: placeIn(attributes), formula: JSON.parse(attributes.formula ?? "") }));
  } catch {
    return undefined;
  }
}
