import { call, catalogue, type Answer, type Definition, type Outcome } from "../functions";
import { Refusal, type CellError, type Language } from "../refusal";
import { checkPayload } from "./payload";

/** The part of Excel's global `CustomFunctions` that registration needs. */
export interface CustomFunctionsRuntime {
  associate(id: string, calculate: (...args: unknown[]) => unknown): void;
  /** Only there once Excel's own library has loaded, which may be after registration. */
  readonly Error: new (code: CustomFunctions.ErrorCode, message?: string) => CustomFunctions.Error;
}

type Faults = (fault: Refusal | CellError) => CustomFunctions.Error;

/** Hands every function of the catalogue to Excel. */
export function register(runtime: CustomFunctionsRuntime, language: () => Language): void {
  const faults: Faults = (fault) => {
    const { code, message } = excelError(fault, language());
    return new runtime.Error(code as CustomFunctions.ErrorCode, message);
  };
  for (const definition of catalogue) {
    runtime.associate(definition.name, (...args) => calculated(definition, args, faults));
  }
}

function calculated(definition: Definition, args: readonly unknown[], faults: Faults): unknown {
  const outcome = passable(definition, argumentsOf(definition, args));
  if (!isRange(outcome)) return isFault(outcome) ? declined(faults(outcome)) : outcome;
  return outcome.map((row) => row.map((answer) => (isFault(answer) ? faults(answer) : answer)));
}

/** The outcome, unless it or an argument is larger than what Excel passes. */
function passable(definition: Definition, args: readonly unknown[]): Outcome {
  try {
    const names = Object.keys(definition.parameters);
    args.forEach((argument, i) => checkPayload(argument, names[i]));
    const outcome = call(definition, args);
    checkPayload(outcome, "result");
    return outcome;
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown;
    throw thrown;
  }
}

/** Excel's library turns a thrown #REF! into #VALUE!; returned, it stays what it was. */
function declined(error: CustomFunctions.Error): CustomFunctions.Error {
  if ((error.code as string) === "#REF!") return error;
  throw error;
}

/**
 * Excel appends its invocation object to whatever it passes, declared or not, and may pass fewer values
 * than the function has parameters: the object is known by what it is, not by where it stands.
 */
function argumentsOf(definition: Definition, args: readonly unknown[]): readonly unknown[] {
  const given = args.slice(0, Object.keys(definition.parameters).length);
  return isInvocation(given.at(-1)) ? given.slice(0, -1) : given;
}

/** Errors and data types are objects too, but they have a basic type or a code. */
const isInvocation = (value: unknown): boolean =>
  isObject(value) && !Array.isArray(value) && !("basicType" in value) && !("code" in value);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const isRange = (outcome: unknown): outcome is readonly (readonly Answer[])[] => Array.isArray(outcome);

const isFault = (answer: unknown): answer is Refusal | CellError => isObject(answer);

/** What a custom function may answer; any other error that came in with an input is told in words. */
const answerable = new Set(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#REF!"]);

function excelError(fault: Refusal | CellError, language: Language): { code: string; message?: string } {
  if (fault instanceof Refusal) return { code: fault.code, message: fault.message(language) };
  if (answerable.has(fault.code)) return { code: fault.code };
  const said = { en: `an input holds ${fault.code}`, zh: `某个参数含有 ${fault.code}` };
  return { code: "#VALUE!", message: said[language] };
}
