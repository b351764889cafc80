import { call as evaluated, literal, nativeBlock, nativeFormula, type Parameter, whyNotNative } from "../functions";
import { CellError } from "../refusal";
import { absoluteAddress, parseArea } from "./addresses";
import { needsArrays } from "./array-formulas";
import { type LiteralValue, type ParsedArgument, parsedArgument } from "./arguments";
import { boundNames } from "./bound-names";
import type { WrittenCall } from "./calls";
import { isPlainText, isReferenceText, usesAny } from "./expressions";
import { type Use, usesOf } from "./native-uses";
import { movedToHelper } from "./portable-references";
import { onSheet, sheetAndAddress } from "./sheet-names";
import { tokensOf } from "./tokens";
import { reasons, Unportable } from "./unportable";
import type { HelperBlock, Located, Writing } from "./workroom";

interface Size {
  readonly rows: number;
  readonly columns: number;
}

interface Given {
  readonly parameter: Parameter;
  readonly name: string;
  /** As the user wrote it. */
  readonly raw: string;
  /** Without our functions; null where it is left out. */
  readonly text: string | null;
  readonly parsed: ParsedArgument;
  readonly size: Size;
}

const ONE: Size = { rows: 1, columns: 1 };
const isOne = ({ rows, columns }: Size): boolean => rows * columns === 1;

/** One call of ours, written natively. */
export class NativeCall {
  private readonly given: readonly Given[];
  /** What LET binds before the native form: names and expressions by turns. */
  private readonly bindings: string[] = [];

  constructor(private readonly call: WrittenCall, private readonly writer: Writing) {
    const names = Object.keys(call.definition.parameters);
    const isConstant = call.definition.name.startsWith("REF_");
    this.given = Object.values(call.definition.parameters).map((parameter, i) => {
      const raw = call.args[i]?.text ?? "";
      const parsed = parsedArgument(raw);
      const text = raw === "" ? null : isConstant ? raw : writer.text(raw);
      const size = isConstant || parameter.shape === "range" ? ONE : this.sizeOf(raw, parsed);
      return { parameter, name: names[i]!, raw, text, parsed, size };
    });
  }

  written(): string {
    const { definition } = this.call;
    if (definition.name.startsWith("REF_")) return this.constant();
    const why = whyNotNative(definition, this.texts());
    if (why) throw new Unportable(why);
    const many = this.given.flatMap(({ size }, i) => (isOne(size) ? [] : [i]));
    if (many.length === 0) return this.bound(this.single(this.texts()));
    if ("block" in definition.native) throw new Unportable(reasons.many);
    this.writer.array = true;
    const uses = usesOf(definition, this.texts(), (i) => many.includes(i));
    if (many.every((i) => uses[i]!.elementwise)) return this.bound(this.single(this.texts()));
    return this.writer.room.dynamic && this.areAlike(many) ? this.mapped(many) : this.unrolled(many);
  }

  private texts(): (string | null)[] {
    return this.given.map(({ text }) => text);
  }

  private single(texts: readonly (string | null)[]): string {
    const { definition } = this.call;
    if ("block" in definition.native) return this.inBlocks(texts);
    const needs = this.given.map(({ parsed }, i) => texts[i] !== null && this.needsPlace(i, texts[i]!, parsed));
    const uses = needs.includes(true) ? usesOf(definition, texts, (i) => needs[i]!) : [];
    const placed = texts.map((text, i) => {
      return text !== null && needs[i] ? this.placed(this.given[i]!, text, uses[i]!) : text;
    });
    const native = nativeFormula(definition, placed);
    if (native === undefined) throw new Unportable(whyNotNative(definition, placed)!);
    return native;
  }

  /** A native form whose steps stand in cells of their own. */
  private inBlocks(texts: readonly (string | null)[]): string {
    const { room } = this.writer;
    const placed = texts.map((text, i) => {
      if (text === null || !this.needsPlace(i, text, this.given[i]!.parsed)) return text;
      return this.inCells(this.given[i]!.raw, text);
    });
    const sizes = this.given.map(({ raw, parsed }) => (parsed.kind === "omitted" ? null : this.sizeOf(raw, parsed)));
    const { helpers, result } = nativeBlock(this.call.definition, placed, sizes)!;
    const places: Record<string, string> = {};
    for (const { name, rows, columns, formula } of helpers) {
      places[name] = this.helper({ rows, columns, fill: movedToHelper(formula(places), room) });
    }
    return result(places);
  }

  private needsPlace(i: number, text: string, parsed: ParsedArgument): boolean {
    const { names } = this.writer;
    if (text !== this.given[i]!.text) return false;
    const isArray = parsed.kind === "value" && typeof parsed.value === "object" && !(parsed.value instanceof CellError);
    if (this.given[i]!.parameter.shape === "range" && isArray) return true;
    if (!isPlainText(text, parsedArgument(text), names)) return true;
    return this.isRange(i) && !isReferenceText(text, names) && !isOneValue(parsed);
  }

  private isRange(i: number): boolean {
    return this.given[i]!.parameter.shape === "range";
  }

  /** Where an argument is to stand several times, or as a reference that it is none of. */
  private placed({ parameter, name, raw, size }: Given, text: string, use: Use): string {
    const { room, bound } = this.writer;
    const isReference = isReferenceText(text, this.writer.names);
    if (use.asReference && !isReference) return this.inCells(raw, text);
    if (use.times <= 1 || (text.startsWith("{") && !use.asReference)) return text;
    if (room.dynamic) {
      const fresh = this.writer.freshName(name);
      this.bindings.push(fresh, text);
      return fresh;
    }
    if (usesAny(text, bound)) throw new Unportable(reasons.bound);
    if (isReference && parameter.shape === "range") return text;
    if (parameter.shape === "scalar" && isOne(size)) return this.helper({ ...ONE, each: () => movedToHelper(text, room) });
    return this.inCells(raw, text);
  }

  /** Lays the value of an expression out in cells: as large as it is now, or spilling where the reader can. */
  private inCells(raw: string, text: string): string {
    const { room, bound } = this.writer;
    if (usesAny(text, bound)) throw new Unportable(reasons.bound);
    const size = sizeOfValues(room.values(raw));
    const fill = movedToHelper(text, room);
    const address = this.helper({ ...size, fill });
    return room.dynamic && !isOne(size) ? `${address.replace(/:.*$/, "")}#` : address;
  }

  private helper(block: HelperBlock): string {
    return this.writer.room.helper(block);
  }

  private bound(native: string): string {
    return this.bindings.length === 0 ? native : `LET(${[...this.bindings, native].join(",")})`;
  }

  private areAlike(many: readonly number[]): boolean {
    const sizes = many.map((i) => this.given[i]!.size);
    return sizes.every(({ rows, columns }) => rows === sizes[0]!.rows && columns === sizes[0]!.columns);
  }

  /** `MAP(A1:A9,LAMBDA(x,…))`: for a native form that would make one value of many. */
  private mapped(many: readonly number[]): string {
    const texts = this.texts();
    const names = many.map((i) => this.writer.freshName(this.given[i]!.name));
    const each = this.single(texts.map((text, i) => (many.includes(i) ? names[many.indexOf(i)]! : text)));
    const lists = many.map((i) => texts[i]!);
    return this.bound(`MAP(${lists.join(",")},LAMBDA(${[...names, each].join(",")}))`);
  }

  /** A helper cell for each result, for readers that have no MAP. */
  private unrolled(many: readonly number[]): string {
    const { room } = this.writer;
    const rows = Math.max(...many.map((i) => this.given[i]!.size.rows));
    const columns = Math.max(...many.map((i) => this.given[i]!.size.columns));
    const sizes = many.map((i) => this.given[i]!.size);
    if (sizes.some((size) => ![1, rows].includes(size.rows) || ![1, columns].includes(size.columns))) {
      throw new Unportable(reasons.otherSizes);
    }
    const elements = new Map(many.map((i) => [i, this.elementsOf(this.given[i]!)]));
    const each = (row: number, column: number): string => {
      const texts = this.given.map(({ text }, i) => {
        const element = elements.get(i)?.(row, column);
        return element ?? (text === null ? null : movedToHelper(text, room));
      });
      return this.single(texts);
    };
    return this.helper({ rows, columns, each });
  }

  private elementsOf({ raw, text, parsed, size }: Given): (row: number, column: number) => string {
    const pick = (row: number, column: number) => [size.rows === 1 ? 0 : row, size.columns === 1 ? 0 : column] as const;
    if (parsed.kind === "value" && Array.isArray(parsed.value)) {
      const grid = parsed.value as readonly (readonly LiteralValue[])[];
      return (row, column) => written(grid[pick(row, column)[0]]![pick(row, column)[1]]!);
    }
    const located = this.writer.room.area(text!) ?? this.writer.room.area(raw);
    const { sheet, area } = located ?? this.laidOut(raw, text!);
    return (row, column) => {
      const [r, c] = pick(row, column);
      return onSheet(sheet, absoluteAddress({ ...ONE, row: area.row + r, column: area.column + c }));
    };
  }

  private laidOut(raw: string, text: string): Located {
    const { sheet = "", address } = sheetAndAddress(this.inCells(raw, text).replace(/#$/, ""));
    return { sheet, area: parseArea(address)! };
  }

  /** A row of the reference data: what it says now, with what cites it. */
  private constant(): string {
    const { definition, args } = this.call;
    const { room, bound } = this.writer;
    const text = `POLICY.${definition.name}(${args.map((arg) => arg.text).join(",")})`;
    if (usesAny(text, bound)) throw new Unportable(reasons.bound);
    const grid = this.literals() ?? room.values(text);
    if (definition.name === "REF_VALUE") this.writer.citations.push(this.citation());
    if (grid.length === 1 && grid[0]!.length === 1) return written(grid[0]![0]!);
    this.writer.array = true;
    return `{${grid.map((row) => row.map(written).join(",")).join(";")}}`;
  }

  /** The result where every argument is written out, so that nothing needs to be asked of the workbook. */
  private literals(): readonly (readonly LiteralValue[])[] | undefined {
    const values = this.given.map(({ parsed }) => {
      if (parsed.kind === "omitted") return null;
      return parsed.kind === "value" ? parsed.value : undefined;
    });
    if (values.includes(undefined)) return undefined;
    return gridOf(evaluated(this.call.definition, values));
  }

  private citation(): string {
    const [table = "", key = "", , period] = this.call.args.map(({ text }) => text);
    const text = `POLICY.REF_SOURCE(${[table, key, ...(period ? [period] : [])].join(",")})`;
    return String(this.writer.room.values(text)[0]?.[0] ?? "");
  }

  private sizeOf(raw: string, parsed: ParsedArgument): Size {
    const { room, bound } = this.writer;
    if (parsed.kind === "omitted" || usesAny(raw, bound)) return ONE;
    if (parsed.kind === "value") return Array.isArray(parsed.value) ? sizeOfValues(parsed.value as never) : ONE;
    const located = room.area(raw);
    if (located) return located.area;
    const tokens = tokensOf(raw);
    const isMany = parsed.kind === "call" || raw.includes("POLICY") || needsArrays(tokens, boundNames(tokens), room.names);
    return isMany ? sizeOfValues(room.values(raw)) : ONE;
  }
}

const sizeOfValues = (grid: readonly (readonly unknown[])[]): Size => {
  return { rows: grid.length, columns: grid[0]?.length ?? 0 };
};

const isOneValue = (parsed: ParsedArgument): boolean => parsed.kind === "value" && !Array.isArray(parsed.value);

const written = (value: LiteralValue): string => (value instanceof CellError ? value.code : literal(value));

/** What a function answers, as values of a formula. */
export function gridOf(outcome: ReturnType<typeof evaluated>): readonly (readonly LiteralValue[])[] {
  const rows = Array.isArray(outcome) ? (outcome as readonly (readonly unknown[])[]) : [[outcome]];
  return rows.map((row) => row.map((value) => {
    if (typeof value === "object" && value !== null && "code" in value) return new CellError(String(value.code));
    return value as LiteralValue;
  }));
}
