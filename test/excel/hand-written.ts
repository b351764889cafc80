import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import type { Definition, Parameter } from "../../src/functions";
import type { Language } from "../../src/refusal";

/**
 * What Microsoft's own generator makes of the function, were it written by hand as its documentation
 * asks: a top-level function with JSDoc, and an enumeration in the same file for each choice.
 */
export async function parsedByMicrosoft(definition: Definition, language: Language): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "functions-"));
  try {
    const file = join(folder, "functions.ts");
    writeFileSync(file, source(definition, language));
    const { metadataJson, errors } = await generateCustomFunctionsMetadata(file);
    if (errors.length > 0) throw new Error(errors.join("\n"));
    return JSON.parse(metadataJson) as Record<string, unknown>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function source(definition: Definition, language: Language): string {
  const parameters = Object.entries(definition.parameters);
  const enums = parameters.filter(([, { type }]) => type === "choice");
  return [
    ...enums.map(([name, parameter]) => enumeration(`${definition.name}_${name.toUpperCase()}`, parameter, language)),
    "/**",
    ` * ${definition.summary[language]}`,
    ` * @customfunction ${definition.name}`,
    ...parameters.map(([name, parameter]) => ` * @param ${name} ${described(parameter, language)}`),
    " */",
    `function calculate(${parameters.map(([name, parameter]) => declared(definition, name, parameter)).join(", ")}): any[][] {`,
    "  return [[]];",
    "}",
  ].join("\n");
}

function described({ text, default: usual }: Parameter, language: Language): string {
  if (usual === undefined || usual === "") return text[language];
  const shown = usual === true ? "TRUE" : usual === false ? "FALSE" : usual;
  return { en: `${text.en} Default ${shown}.`, zh: `${text.zh}默认 ${shown}。` }[language];
}

function declared(definition: Definition, name: string, { type, optional }: Parameter): string {
  const written = { choice: `${definition.name}_${name.toUpperCase()}`, flag: "any" }[type as string] ?? "any[][]";
  return `${name}${optional ? "?" : ""}: ${written}`;
}

function enumeration(id: string, { choices, text }: Parameter, language: Language): string {
  const numbers = choices!.every((choice) => typeof choice === "number");
  const members = choices!.map((choice) => `  /** ${text[language]} */\n  "${choice}" = ${JSON.stringify(choice)},`);
  return [`/** @customenum {${numbers ? "number" : "string"}} */`, `enum ${id} {`, ...members, "}"].join("\n");
}
