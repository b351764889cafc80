import type { AstExpression, CallExpression, Identifier, LambdaExpression, LetExpression, ReferenceIdentifier } from "@borgar/fx";
import { bareFunction } from "../formulas/future-functions";
import { parseA1Ref } from "@borgar/fx/xlsx";
import type { Texts } from "../refusal";
import { noDraws } from "./blocks";
import { areaOf, nameKey } from "./book";
import { catalogueFunction } from "./catalogue-calls";
import { doesVary, eachDraw } from "./draws";
import * as say from "./faults";
import { forms } from "./forms";
import type { NativeFunction } from "./lifting";
import type { CellPlace } from "./model";
import { nativeFunction } from "./natives";
import { binary, outermost, unary } from "./operators";
import { parsedFormula } from "./parsing";
import { around, bridged, implicitCell, placeFunctions } from "./places";
import { type RangeReading, type Reading, SpillReading } from "./references";
import type { Found, Resolver } from "./resolving";
import { subtotalOf, type Subtotal } from "./subtotals";
import {
  constant, error, type Evaluate, type Given, Grid, Lambda, type Value, type Wide, wrongName,
  wrongReference, wrongValue,
} from "./values";

/** A formula made ready; with a fault it can still be told what it reads, as far as it was understood. */
export interface CompiledFormula {
  readonly evaluate: Evaluate;
  readonly readings: readonly Reading[];
  readonly faults: readonly Texts[];
  /** A fault that forbids even to take the value of the sheet: nobody knows what the formula depends on. */
  readonly hidden?: Texts;
}

const hiding: Readonly<Record<string, (name: string) => Texts>> = {
  INDIRECT: say.hiddenPrecedents, OFFSET: say.hiddenPrecedents,
  RAND: say.random, RANDBETWEEN: say.random, RANDARRAY: say.random,
};

const clocks = new Set(["NOW", "TODAY"]);

/** To these a reference through several sheets is one to each of them. */
const throughSheets = new Set([
  "SUM", "AVERAGE", "AVERAGEA", "COUNT", "COUNTA", "MAX", "MAXA", "MIN", "MINA", "PRODUCT", "SUMSQ", "STDEV", "STDEV.S",
  "STDEV.P", "STDEVP", "VAR", "VAR.S", "VAR.P", "VARP", "MEDIAN", "AVEDEV", "DEVSQ", "GEOMEAN", "HARMEAN", "SKEW", "KURT",
]);

interface NameEntry {
  evaluate: Evaluate;
  readonly readings: readonly Reading[];
  recursive: boolean;
}

const nothing: Evaluate = () => wrongName;

/** Compiles the formula of one cell; names are followed to what they stand for. */
export class FormulaCompiler {
  private readonly readings: Reading[] = [];
  private readonly faults: Texts[] = [];
  private readonly names = new Map<string, NameEntry>();
  private hidden: Texts | undefined;
  /** How often a bound name has been used so far: what uses none can be calculated once and kept. */
  private uses = 0;

  constructor(private readonly resolver: Resolver, private readonly place: CellPlace) {}

  compiled(formula: string): CompiledFormula {
    const evaluate = this.parsed(formula, true);
    return { evaluate, readings: this.readings, faults: this.faults, hidden: this.hidden };
  }

  private parsed(formula: string, isOutermost: boolean): Evaluate {
    try {
      return this.part(parsedFormula(formula), [], isOutermost);
    } catch (thrown) {
      return this.hide(say.unreadable(thrown instanceof Error ? thrown.message : String(thrown)));
    }
  }

  private fault(why: Texts): Evaluate {
    this.faults.push(why);
    return nothing;
  }

  private hide(why: Texts): Evaluate {
    this.hidden ??= why;
    return this.fault(why);
  }

  /** A part of the formula; `bound` are the names in force, the innermost first. */
  private part(node: AstExpression, bound: readonly string[], isOutermost = false): Evaluate {
    switch (node.type) {
      case "Literal": return constant(node.value as Value);
      case "ErrorLiteral": return constant(error(node.value));
      case "ArrayExpression": return this.array(node.elements);
      case "ReferenceIdentifier": return this.reference(node, bound);
      case "LetExpression": return this.let(node, bound);
      case "LambdaExpression": return this.lambda(node, bound);
      default: return this.kept(() => this.operation(node, bound, isOutermost));
    }
  }

  private operation(node: AstExpression, bound: readonly string[], isOutermost: boolean): Evaluate {
    if (node.type === "CallExpression") return this.call(node, bound);
    if (node.type === "UnaryExpression") return this.unary(node.operator, node.arguments[0]!, bound);
    if (node.type !== "BinaryExpression") return this.fault(say.notACall);
    const { operator } = node;
    const [one, other] = node.arguments as [AstExpression, AstExpression];
    if (operator === ":") return this.bridge(one, other, bound);
    const calculate = (isOutermost && outermost[operator]) || binary[operator];
    if (!calculate) return this.fault(say.severalSheets(operator === "," ? "A union" : "An intersection"));
    const [left, right] = [this.part(one, bound), this.part(other, bound)];
    return (block, scope) => calculate([left(block, scope), right(block, scope)], block);
  }

  private unary(operator: string, operand: AstExpression, bound: readonly string[]): Evaluate {
    if (operator === "#") return this.spill(operand);
    const inner = this.part(operand, bound);
    if (operator === "@") return (block, scope) => implicitCell(inner(block, scope), this.place);
    const calculate = unary[operator]!;
    return (block, scope) => calculate([inner(block, scope)], block);
  }

  /** What neither reads a cell that varies nor uses a bound name is calculated once. */
  private kept(build: () => Evaluate): Evaluate {
    const [from, used] = [this.readings.length, this.uses];
    const evaluate = build();
    if (this.uses !== used) return evaluate;
    const readings = this.readings.slice(from);
    let known: Wide | undefined;
    let steady: boolean | undefined;
    return (block, scope) => {
      if (known !== undefined) return known;
      const result = evaluate(block, scope);
      steady ??= readings.every(({ varies }) => !varies);
      if (steady && !doesVary(result) && !(result instanceof Lambda)) known = result;
      return result;
    };
  }

  private array(elements: readonly (readonly AstExpression[])[]): Evaluate {
    const rows = elements.map((row) => row.map((element) => this.part(element, [])));
    const [first = []] = rows;
    const lanes = rows.flat().map((element) => element(noDraws, undefined) as Value);
    return constant(new Grid(rows.length, first.length, lanes));
  }

  private reference({ value, kind }: ReferenceIdentifier, bound: readonly string[]): Evaluate {
    if (kind === "table") return this.reading(this.resolver.table(value, this.place));
    if (kind !== "name") return this.range(value);
    const at = bound.indexOf(value.toLowerCase());
    if (at >= 0) return this.boundName(at);
    return this.name(value) ?? this.passedFunction(value) ?? this.fault(say.unknownName(value));
  }

  /** What cannot be read here can still be told to depend on its cells. */
  private range(text: string): Evaluate {
    const found = this.resolver.range(text, this.place);
    if ("found" in found) return this.reading(found);
    this.readings.push(...this.resolver.through(text, this.place).flatMap((each) => ("found" in each ? [each.found] : [])));
    return this.reading(found);
  }

  private boundName(at: number): Evaluate {
    this.uses++;
    return (_, scope) => {
      let found = scope;
      for (let i = 0; i < at; i++) found = found?.outer;
      return found!.value as Wide;
    };
  }

  private reading(found: Found<Reading>): Evaluate {
    if ("code" in found) return constant(error(found.code));
    if ("fault" in found) return this.fault(found.fault);
    const reading = found.found;
    this.readings.push(reading);
    return (block) => reading.read(block);
  }

  /** `A1:INDEX(…)`: some part of the smallest range that holds all that either side may be. */
  private bridge(one: AstExpression, other: AstExpression, bound: readonly string[]): Evaluate {
    const from = this.readings.length;
    const [left, right] = [this.part(one, bound), this.part(other, bound)];
    const ranges = this.readings.slice(from) as RangeReading[];
    const [first] = ranges;
    if (!first || ranges.some(({ sheet, area }) => sheet !== first.sheet || !area)) return this.fault(say.severalSheets(":"));
    const whole = this.resolver.reading(first.sheet, around(ranges));
    this.readings.push(whole);
    const span: Evaluate = (block, scope) =>
      bridged(left(block, scope), right(block, scope), whole.read(block))
      ?? (block.isSingle ? wrongReference : eachDraw(span, block, scope));
    return span;
  }

  private spill(operand: AstExpression): Evaluate {
    const text = operand.type === "ReferenceIdentifier" ? operand.value : "";
    const found = text === "" ? undefined : this.resolver.range(text, this.place);
    if (!found || !("found" in found)) return this.fault(say.notSingleCell(text));
    const { sheet, whole } = found.found;
    const anchor = sheet.cell(whole.row, whole.column);
    if (!anchor?.formula || whole.rows * whole.columns !== 1) return this.fault(say.notSingleCell(text));
    return this.reading({ found: new SpillReading(sheet, anchor) });
  }

  private name(text: string): Evaluate | undefined {
    const entry = this.nameEntry(text);
    if (!entry) return undefined;
    this.readings.push(...entry.readings);
    return (block, scope) => entry.evaluate(block, scope);
  }

  private nameEntry(text: string): NameEntry | undefined {
    const reference = parseA1Ref(text);
    const bare = reference && "name" in reference ? reference.name : text;
    const known = this.resolver.book.name(bare, reference?.sheetName || this.place.sheet);
    if (!known) return this.tableEntry(text);
    const key = nameKey(known.name, known.sheet);
    const open = this.names.get(key);
    if (open) open.recursive ||= open.evaluate === nothing;
    if (open) return open;
    const readings: Reading[] = [];
    const entry: NameEntry = { evaluate: nothing, readings, recursive: false };
    this.names.set(key, entry);
    const [from, used] = [this.readings.length, this.uses];
    entry.evaluate = this.parsed(known.formula, false);
    this.uses = used;
    readings.push(...this.readings.slice(from));
    return entry;
  }

  /** The name of a table alone means its data. */
  private tableEntry(text: string): NameEntry | undefined {
    if (!this.resolver.book.table(text)) return undefined;
    return { evaluate: this.reading(this.resolver.table(`${text}[]`, this.place)), readings: [], recursive: false };
  }

  /** SUM in BYROW(A1:B9,SUM). */
  private passedFunction(name: string): Evaluate | undefined {
    const known = nativeFunction(bareFunction(name).toUpperCase());
    if (!known) return undefined;
    return constant(new Lambda(known.least || 1, (block, scope) => known.calculate([scope!.value], block), undefined));
  }

  private let({ declarations, body }: LetExpression, bound: readonly string[]): Evaluate {
    const used = this.uses;
    let names = bound;
    const parts: Evaluate[] = [];
    for (const { id, init } of declarations) {
      parts.push(init ? this.part(init, names) : constant(null));
      names = [id.name.toLowerCase(), ...names];
    }
    const result = body ? this.part(body, names) : constant(null);
    if (bound.length === 0) this.uses = used;
    return (block, scope) => {
      let inner = scope;
      for (const part of parts) inner = { value: part(block, inner), outer: inner };
      return result(block, inner);
    };
  }

  private lambda({ params, body }: LambdaExpression, bound: readonly string[]): Evaluate {
    const used = this.uses;
    const names = [...params.map(({ name }) => name.toLowerCase()).reverse(), ...bound];
    const inner = body ? this.part(body, names) : constant(null);
    if (bound.length === 0) this.uses = used;
    return (_, scope) => new Lambda(params.length, inner, scope);
  }

  private call(node: CallExpression, bound: readonly string[]): Evaluate {
    const callee: AstExpression | Identifier = node.callee;
    const at = callee.type === "Identifier" ? bound.indexOf(callee.name.toLowerCase()) : -1;
    const name = callee.type === "Identifier" && at < 0 ? bareFunction(callee.name).toUpperCase() : "";
    const subtotal = subtotalOf(name, node.arguments.map((argument) => argument?.type === "Literal" && argument.value));
    if (subtotal && !("fault" in subtotal)) return this.subtotal(name, subtotal, node.arguments, bound);
    const parts = node.arguments.flatMap((argument) => this.argument(argument, bound, throughSheets.has(name)));
    if (subtotal) return this.fault(subtotal.fault);
    if (callee.type !== "Identifier") return this.applied(this.part(callee, bound), parts);
    return at >= 0 ? this.applied(this.boundName(at), parts) : this.named(callee.name, parts, node);
  }

  private argument(
    node: AstExpression | null | undefined, bound: readonly string[], isThroughSheets: boolean,
  ): (Evaluate | undefined)[] {
    if (!node) return [undefined];
    if (!isThroughSheets || node.type !== "ReferenceIdentifier" || node.kind === "name" || node.kind === "table") {
      return [this.part(node, bound)];
    }
    return this.resolver.through(node.value, this.place).map((found) => this.reading(found));
  }

  private subtotal(
    name: string, { from, to, skips, known }: Subtotal, args: CallExpression["arguments"], bound: readonly string[],
  ): Evaluate {
    const parts = args.slice(from).map((argument, i) => {
      const isCells = to === undefined || i < to - from;
      return argument && (skips && isCells ? this.withoutSubtotals(argument, bound) : this.part(argument, bound));
    });
    return this.counted(name, known, parts) ?? calculated(known, parts.map((part) => part ?? undefined), false);
  }

  /** Under a name subtotals are not seen; where there are some, the base case is not what the sheet shows. */
  private withoutSubtotals(node: AstExpression, bound: readonly string[]): Evaluate {
    if (node.type !== "ReferenceIdentifier" || node.kind === "name") return this.part(node, bound);
    const found = node.kind === "table"
      ? this.resolver.table(node.value, this.place) : this.resolver.range(node.value, this.place);
    return this.reading("found" in found ? { found: this.resolver.withoutSubtotals(found.found) } : found);
  }

  private named(written: string, parts: readonly (Evaluate | undefined)[], node: CallExpression): Evaluate {
    const name = bareFunction(written).toUpperCase();
    if (name === "SINGLE") return (block, scope) => implicitCell(parts[0]!(block, scope), this.place);
    if (name === "ANCHORARRAY") return this.spill(node.arguments[0]!);
    if (hiding[name]) return this.hide(hiding[name](name));
    if (clocks.has(name)) return this.fault(say.clock(name));
    const form = forms[name];
    if (form) return this.counted(name, form, parts) ?? form.build(parts);
    const ofPlace = placeFunctions[name];
    if (ofPlace) return ofPlace(parts, this.place, this.wholeRange(node.arguments[0]));
    const known = nativeFunction(name) ?? catalogueFunction(written);
    if (known) return this.counted(name, known, parts) ?? calculated(known, parts, name === "ISOMITTED");
    return this.ownFunction(written, parts);
  }

  private counted(name: string, { least, most }: { least: number; most: number }, parts: readonly unknown[]) {
    return parts.length < least || parts.length > most ? this.fault(say.wrongCount(name)) : undefined;
  }

  private wholeRange(node: AstExpression | undefined) {
    if (node?.type !== "ReferenceIdentifier" || node.kind === "name" || node.kind === "table") return undefined;
    return areaOf(node.value.slice(node.value.lastIndexOf("!") + 1));
  }

  /** A LAMBDA of the workbook, by its name. */
  private ownFunction(name: string, parts: readonly (Evaluate | undefined)[]): Evaluate {
    const entry = this.nameEntry(name);
    if (!entry) return this.fault(say.unknownFunction(name));
    this.readings.push(...entry.readings);
    const once = this.applied((block, scope) => entry.evaluate(block, scope), parts);
    return (block, scope) => (entry.recursive ? eachDraw(once, block, scope) : once(block, scope));
  }

  private applied(callee: Evaluate, parts: readonly (Evaluate | undefined)[]): Evaluate {
    return (block, scope) => {
      const lambda = callee(block, scope);
      if (!(lambda instanceof Lambda)) return wrongValue;
      return lambda.apply(parts.map((part) => part?.(block, scope)), block);
    };
  }
}

/** A parameter of a LAMBDA that was left out counts as an empty cell, but for ISOMITTED. */
function calculated({ calculate }: NativeFunction, parts: readonly (Evaluate | undefined)[], asIs: boolean): Evaluate {
  return (block, scope) => {
    const args = new Array<Given>(parts.length);
    for (let i = 0; i < parts.length; i++) args[i] = parts[i] && (parts[i]!(block, scope) ?? (asIs ? undefined : null));
    return calculate(args, block);
  };
}
