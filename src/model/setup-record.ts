import { placeAttributes, placeIn } from "../xlsx/record-places";
import { recordIn, recordsNamespace } from "../xlsx/records";
import { children } from "../xlsx/xml";
import { xmlElement } from "../xlsx/xml-editor";
import type { SimulationSetup } from "./simulation";

export const setupNamespace = `${recordsNamespace}simulation`;

type Attributes = Readonly<Record<string, string | undefined>>;

/** The set-up of a simulation for the workbook to keep. */
export function setupXml({ inputs, outputs, correlations, draws, seed, method }: SimulationSetup): string {
  const inner = [
    ...inputs.map(({ place, name, distribution }) =>
      xmlElement("input", { ...placeAttributes(place), name, distribution: JSON.stringify(distribution) })),
    ...outputs.map(({ place, name, threshold }) =>
      xmlElement("output", { ...placeAttributes(place), name, ...(threshold && { threshold: JSON.stringify(threshold) }) })),
    ...(correlations ? [xmlElement("correlations", { rows: JSON.stringify(correlations) })] : []),
  ];
  return xmlElement("simulation", { xmlns: setupNamespace, draws, seed, method }, inner.join(""));
}

/** The set-up that a workbook keeps; undefined where there is none, or none that can be read. */
export function setupIn(customXml: readonly string[]): SimulationSetup | undefined {
  const record = recordIn(customXml, setupNamespace);
  if (!record) return undefined;
  const { draws, seed, method } = record.attributes;
  try {
    const rows = children(record, "correlations")[0]?.attributes.rows;
    return {
      inputs: children(record, "input").map(({ attributes }) =>
        ({ ...named(attributes), distribution: JSON.parse(attributes.distribution ?? "") })),
      outputs: children(record, "output").map(({ attributes }) => {
        const { threshold } = attributes;
        return { ...named(attributes), ...(threshold && { threshold: JSON.parse(threshold) }) };
      }),
      ...(rows && { correlations: JSON.parse(rows) }),
      draws: Number(draws),
      seed: Number(seed),
      method: method === "plain" ? "plain" : "latin",
    };
  } catch {
    return undefined;
  }
}

const named = (attributes: Attributes) => ({ place: placeIn(attributes), name: attributes.name ?? "" });
