import type { Definition, Parameter, Scalar } from "../functions";
import type { Language } from "../refusal";

/** Excel's description of custom functions, as functions.json holds it. */
export interface FunctionsFile {
  readonly allowCustomDataForDataTypeAny: true;
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionEntry[];
  readonly enums?: readonly EnumEntry[];
}

export interface FunctionEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ParameterEntry[];
  readonly result: { readonly dimensionality: "matrix" };
}

export interface ParameterEntry {
  readonly name: string;
  readonly description: string;
  readonly type: "any" | "string" | "number";
  readonly dimensionality?: "matrix";
  readonly optional?: true;
  readonly customEnumId?: string;
}

export interface EnumEntry {
  readonly id: string;
  readonly type: "string" | "number";
  readonly values: readonly EnumValue[];
}

interface EnumValue {
  readonly name: string;
  readonly stringValue?: string;
  readonly numberValue?: number;
  readonly tooltip: string;
}

/**
 * Names are English in every language: Excel does not translate a custom function's name in a formula
 * that the add-in writes, and a localised name would come out as #NAME?.
 */
export function functionsFile(definitions: readonly Definition[], language: Language): FunctionsFile {
  const enums = definitions.flatMap((definition) => enumsOf(definition, language));
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: definitions.map((definition) => functionEntry(definition, language)),
    ...(enums.length > 0 && { enums }),
  };
}

/** Every result may be a range, because a range given for a single value broadcasts. */
const functionEntry = (definition: Definition, language: Language): FunctionEntry => ({
  id: definition.name,
  name: definition.name,
  description: definition.summary[language],
  parameters: Object.entries(definition.parameters).map(([name, parameter]) =>
    parameterEntry(name, parameter, enumId(definition, name), language)),
  result: { dimensionality: "matrix" },
});

function parameterEntry(
  name: string, parameter: Parameter, customEnumId: string, language: Language,
): ParameterEntry {
  const enumType = enumTypeOf(parameter);
  const single = parameter.type === "choice" || parameter.type === "flag";
  return {
    name,
    description: descriptionOf(parameter, language),
    type: enumType ?? "any",
    ...(!single && { dimensionality: "matrix" }),
    ...(parameter.optional && { optional: true }),
    ...(enumType && { customEnumId }),
  };
}

/** Excel shows no default of its own, so the sentence ends with it. */
function descriptionOf({ text, default: usual }: Parameter, language: Language): string {
  if (usual === undefined || usual === "") return text[language];
  return language === "zh" ? `${text.zh}默认 ${written(usual)}。` : `${text.en} Default ${written(usual)}.`;
}

const written = (value: Scalar): string =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value);

function enumsOf(definition: Definition, language: Language): EnumEntry[] {
  return Object.entries(definition.parameters).flatMap(([name, parameter]) => {
    const type = enumTypeOf(parameter);
    if (!type) return [];
    const tooltip = parameter.text[language];
    const values = parameter.choices!.map((value) => ({
      name: String(value),
      ...(typeof value === "number" ? { numberValue: value } : { stringValue: value }),
      tooltip,
    }));
    return [{ id: enumId(definition, name), type, values }];
  });
}

const enumId = ({ name }: Definition, parameter: string): string => `${name}_${parameter.toUpperCase()}`;

/** Excel lists the members of an enumeration while one types; they are all texts or all numbers. */
function enumTypeOf({ choices }: Parameter): EnumEntry["type"] | undefined {
  const types = new Set(choices?.map((choice) => typeof choice));
  if (types.size !== 1) return undefined;
  return types.has("number") ? "number" : "string";
}
