import { FunctionType, type IFunctionInfo } from "@univerjs/engine-formula";
import { literal, type Definition, type Parameter, type Scalar } from "../functions";
import type { Language, Texts } from "../refusal";

/** What Univer shows while one of our functions is typed: keys to the texts of the page's language. */
export const functionInfos = (catalogue: readonly Definition[]): IFunctionInfo[] => catalogue.map(infoOf);

function infoOf({ name, parameters, examples }: Definition): IFunctionInfo {
  const key = keyOf(name);
  return {
    functionName: `POLICY.${name}`,
    functionType: FunctionType.User,
    description: `${key}.description`,
    abstract: `${key}.abstract`,
    functionParameter: Object.entries(parameters).map(([name, parameter], position) => ({
      name: `${key}.${name}.name`,
      detail: `${key}.${name}.detail`,
      example: exampleOf(parameter, position, examples[0]?.given[name]),
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  };
}

/** A value as in the first worked example, or the usual one; for ranges the columns of a small table. */
function exampleOf({ shape, default: usual, choices }: Parameter, position: number, given: unknown): string {
  const column = String.fromCharCode("A".charCodeAt(0) + position);
  const value = Array.isArray(given) ? undefined : (given ?? usual ?? choices?.[0]);
  if (shape === "range") return `${column}2:${column}9`;
  return value === undefined ? `${column}2` : literal(value as Scalar);
}

const keyOf = (name: string): string => `policyFunctions.${name}`;

/** The texts behind those keys, for Univer's store of the language. */
export function functionTexts(catalogue: readonly Definition[], language: Language): Record<string, object> {
  const said = ({ [language]: text }: Texts): string => text;
  const entries = catalogue.map(({ name, title, summary, method, parameters }) => {
    const details = Object.entries(parameters).map(([parameter, { text }]) => [
      parameter,
      { name: parameter, detail: said(text) },
    ]);
    const description = `${said(summary)} ${said(method)}`;
    return [name, { abstract: said(title), description, ...Object.fromEntries(details) }];
  });
  return { policyFunctions: Object.fromEntries(entries) };
}
