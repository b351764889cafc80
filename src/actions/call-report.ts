import type { WrittenCall } from "../formulas/calls";
import {
  callWithCautions, unitWarnings, type Definition, type Outcome, type Parameter, type StatedArgument, type UnitWarning,
} from "../functions";
import { CellError, Refusal, type Texts } from "../refusal";
import { cellFrom, placeIn, type Place } from "./places";
import { readArguments, type ReadArgument } from "./read-arguments";

/** One argument of a call: what it is, what it holds now, and what is wrong with it. */
export interface ArgumentReport {
  readonly name: string;
  readonly parameter: Parameter;
  /** As written in the formula; empty where left out. */
  readonly text: string;
  /** Where it is read, as `Sheet1!B2:B4`. */
  readonly place?: string;
  /** A value, or a rectangle of them. */
  readonly value?: unknown;
  /** Cells that hold nothing, of how many. */
  readonly empty: number;
  readonly cells: number;
  /** Why its value is not known here. */
  readonly untold?: Texts;
  readonly fault?: Fault;
  /** The cell that is at fault, where one alone is. */
  readonly faultAt?: string;
  /** What is odd about its unit. */
  readonly unit?: UnitWarning;
}

/** A refusal in the words of the function, or an error that came with a cell. */
export type Fault = Refusal | CellError;

export interface CallReport {
  readonly definition: Definition;
  readonly args: readonly ArgumentReport[];
  /** Undefined where an argument has to be calculated by Excel first. */
  readonly outcome?: Outcome;
  /** What should be kept in mind about it. */
  readonly cautions: readonly Texts[];
  /** The calls among the arguments, with their own reports. */
  readonly nested: readonly CallReport[];
}

const needed: Texts = { en: "is needed", zh: "必须填写" };
const tooManyArguments: Texts = { en: "has too many arguments", zh: "参数过多" };

/** Reads the arguments from the workbook and calculates the call here, writing nothing. */
export async function reportCall(
  context: Excel.RequestContext,
  definition: Definition,
  texts: readonly string[],
  home: Place,
): Promise<CallReport> {
  const parameters = Object.entries(definition.parameters);
  const written = parameters.map((_, i) => texts[i] ?? "");
  const nested: CallReport[] = [];
  const reports: ArgumentReport[] = [];
  const found = await readArguments(context, written, home);
  for (const [i, read] of found.entries()) {
    const [name, parameter] = parameters[i]!;
    const inner = read.kind === "call" ? await reportNested(context, read.call, home) : undefined;
    if (inner) nested.push(inner);
    reports.push(argumentReport(name, parameter, written[i]!, inner ? valueOf(inner) : read));
  }
  const warnings = unitWarnings(definition, found.map(statedIn));
  const args = reports.map((report, i) => (warnings[i] ? { ...report, unit: warnings[i] } : report));
  if (texts.length > parameters.length) {
    const outcome = new Refusal("invalid", tooManyArguments, definition.name);
    return { definition, args, nested, outcome, cautions: [] };
  }
  return { definition, args, nested, ...resultOf(definition, args) };
}

/** The numbers of an argument and the unit that stands beside them. */
function statedIn(read: ReadArgument): StatedArgument {
  const value = read.kind === "cells" || read.kind === "value" ? read.value : undefined;
  const numbers = [value].flat(2).filter((cell) => typeof cell === "number");
  return { stated: read.kind === "cells" ? read.stated : undefined, numbers, isLiteral: read.kind !== "cells" };
}

const reportNested = (context: Excel.RequestContext, inner: WrittenCall, home: Place): Promise<CallReport> =>
  reportCall(
    context,
    inner.definition,
    inner.args.map(({ text }) => text),
    home,
  );

const innerUntold: Texts = { en: "Excel will calculate it.", zh: "由 Excel 计算。" };

const valueOf = ({ outcome }: CallReport): ReadArgument =>
  outcome === undefined ? { kind: "untold", why: innerUntold } : { kind: "value", value: outcome };

function argumentReport(name: string, parameter: Parameter, text: string, read: ReadArgument): ArgumentReport {
  const report = { name, parameter, text, empty: 0, cells: 0 };
  switch (read.kind) {
    case "omitted":
      return parameter.optional ? report : { ...report, fault: new Refusal("missing", needed, name) };
    case "missing":
      return { ...report, untold: read.why, fault: new CellError("#REF!") };
    case "untold":
      return { ...report, untold: read.why };
    case "cells":
      return { ...report, ...read, ...faultIn(name, parameter, read.value, read.place) };
    case "value":
      return { ...report, value: read.value, ...faultIn(name, parameter, read.value) };
    case "call":
      return report;
  }
}

type FaultFound = Pick<ArgumentReport, "fault" | "faultAt">;

/** What the function would say of an argument, and of which cell: each is read alone before all together. */
function faultIn(name: string, parameter: Parameter, value: unknown, place?: string): FaultFound {
  const rows = (Array.isArray(value) ? value : [[value]]) as readonly (readonly unknown[])[];
  for (const [i, row] of rows.entries()) {
    for (const [j, cell] of row.entries()) {
      const fault = faultOf(name, parameter, cell);
      if (fault) return { fault, faultAt: place && cellFrom(placeIn("", place), i, j).address };
    }
  }
  return { fault: parameter.shape === "range" ? faultOf(name, parameter, value) : undefined };
}

function faultOf(name: string, parameter: Parameter, value: unknown): Fault | undefined {
  try {
    parameter.read(value);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.about(name);
    if (thrown instanceof CellError) return thrown;
    throw thrown;
  }
}

function resultOf(definition: Definition, args: readonly ArgumentReport[]): Pick<CallReport, "outcome" | "cautions"> {
  const isUnknown = args.some(({ untold, text, parameter }) => untold || (text === "" && !parameter.optional));
  if (isUnknown) return { cautions: [] };
  return callWithCautions(
    definition,
    args.map(({ value }) => value ?? null),
  );
}
