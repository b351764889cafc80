import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import { isCount, tokenFaults } from "./no-constants";
import { layOut, templates, toContent, type PlacedTemplate, type Taken } from "../../src/templates";
import { standings } from "../../src/templates/words";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import type { WorkbookContent } from "../../src/xlsx/content";
import { calculated, change, valueOf } from "./laid-out";

jest.setTimeout(60_000);

let engine: Engine;
beforeAll(async () => {
  engine = await createHeadlessEngine({ language: "en" });
});
afterAll(() => engine.dispose());

const formulaCells = ({ sheets }: PlacedTemplate) =>
  sheets.flatMap(({ name, cells }) =>
    cells.flatMap((cell) => (cell.formula ? [{ sheet: name, ...cell, formula: cell.formula }] : [])));

const namesOf = ({ names, sheets }: PlacedTemplate): string[] =>
  [...names, ...sheets.flatMap(({ tables }) => tables)].map(({ name }) => name);

const besides = (placed: PlacedTemplate): Taken => ({
  sheets: placed.sheets.map(({ name }) => name),
  names: namesOf(placed),
});

const errorsIn = (placed: PlacedTemplate): string[] =>
  formulaCells(placed).flatMap(({ sheet, row, column, formula, spill = { rows: 1, columns: 1 } }) => {
    const values = engine.values(sheet, { row, column, ...spill }).flat();
    const faulty = values.some((value) => value === null || typeof value === "object" || Number.isNaN(value));
    return faulty ? [`${sheet} ${row + 1},${column + 1}: ${formula} gives ${JSON.stringify(values)}`] : [];
  });

/** The legend, in the first column, is none. */
const isInput = ({ role, column }: PlacedTemplate["sheets"][number]["cells"][number]): boolean =>
  column > 0 && (role === "real" || role === "illustrative");

/** A file holds the long form of `[@Column]`. */
const inFile = (formula: string | undefined): string | undefined =>
  formula && /\[@|\[#This Row\]/.test(formula) ? "of this row" : formula;

const essence = ({ sheets, names }: WorkbookContent) => ({
  names: names.map(({ name, formula }) => ({ name, formula })),
  sheets: sheets.map(({ cells, tables, merges }) => ({
    cells: cells.map(({ row, column, value, formula }) => ({ row, column, value, formula: inFile(formula) })),
    tables: tables.map(({ name, area, columns }) => ({ name, area, columns })),
    merges,
  })),
});

const all = templates.map((template) => [template.id, template] as const);

describe.each(all)("the template %s", (_, template) => {
  const english = layOut(template, "en");

  const answers = { en: /[a-z]{3}.*\.$/s, zh: /[\u4e00-\u9fff]{3}.*。$/s };

  const expectSound = (placed: PlacedTemplate): void => {
    expect(errorsIn(placed)).toEqual([]);
    expect(valueOf(engine, placed, "checks_pass")).toBe(true);
    expect(valueOf(engine, placed, "answer")).toMatch(answers[placed.language]);
  };

  it("calculates without an error in Chinese beside itself in English; all checks pass, and it answers in words", async () => {
    const [first, beside] = [toContent(english), layOut(template, "zh", besides(english))];
    const second = toContent(beside);
    const both = { sheets: [...first.sheets, ...second.sheets], names: [...first.names, ...second.names] };
    await calculated(engine, { ...both, customXml: [] });
    expectSound(english);
    expectSound(beside);
  });

  it("has the same formulas in both languages", () => {
    const counts = (placed: PlacedTemplate) =>
      placed.sheets.map(({ cells }) => cells.filter(({ formula }) => formula).length);
    expect(counts(layOut(template, "zh"))).toEqual(counts(english));
  });

  it("keeps numbers out of formulas", () => {
    expect(formulaCells(english).flatMap(({ formula }) => tokenFaults(formula))).toEqual([]);
  });

  it("says of each real figure where it comes from, and of each illustrative one that it is", () => {
    for (const { cells } of english.sheets) {
      const notes = cells.filter(({ role }) => role === "note");
      for (const { row, role } of cells.filter(isInput)) {
        const beside = notes.filter((note) => note.row === row);
        const below = notes.filter((note) => note.row > row && note.column === 0).slice(0, 1);
        const said = (beside.length > 0 ? beside : below).map(({ value }) => String(value)).join(" ");
        expect(said).toMatch(new RegExp(`^(${standings[role as "real"].en}|${standings.mixed.en})`));
        if (role === "real") expect(said.length).toBeGreaterThan(30);
      }
    }
  });

  it("has inputs, workings, outputs and checks, with outputs and inputs apart", () => {
    const kinds = template.sheets.map(({ blocks }) => new Set(blocks.map(({ kind }) => kind)));
    for (const kind of ["answer", "reading", "outputs", "checks", "notes", "chart"] as const) {
      expect(kinds.some((set) => set.has(kind))).toBe(true);
    }
    expect(template.sheets[0]!.blocks[0]!.kind).toBe("answer");
    for (const set of kinds.filter((each) => each.has("inputs"))) expect([...set]).not.toContain("outputs");
  });

  it("names nothing twice, and its names differ from what the workbook has", () => {
    const names = namesOf(english);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const again = layOut(template, "en", besides(english));
    expect(namesOf(again).filter((name) => names.includes(name))).toEqual([]);
    const sheets = english.sheets.map(({ name }) => name);
    expect(again.sheets.filter(({ name }) => sheets.includes(name))).toEqual([]);
  });

  describe("alone in a workbook", () => {
    beforeAll(() => calculated(engine, toContent(english)));

    it("comes out of a file as it went in", async () => {
      const content = engine.content();
      const { content: read } = await readWorkbook(await writeWorkbook(content));
      expect(essence(read)).toEqual(essence(content));
    });

    it("moves as it says when an input moves", async () => {
      expect(template.moves.length).toBeGreaterThanOrEqual(4);
      const before = new Map(template.moves.map(({ output }) => [output, valueOf(engine, english, output)]));
      for (const { input, to, output, direction } of template.moves) {
        const putBack = await change(engine, english, input, to);
        const difference = Number(valueOf(engine, english, output)) - Number(before.get(output));
        const sign = Math.abs(difference) < 1e-12 ? 0 : Math.sign(difference);
        putBack();
        expect({ input, output, sign }).toEqual({ input, output, sign: { up: 1, same: 0, down: -1 }[direction] });
      }
    });
  });
});

describe("the rule against numbers in formulas", () => {
  it("lets 0, 1 and the digits of a rounding pass, and nothing else", () => {
    expect(tokenFaults("=ROUND(1-B2,6)=0")).toEqual([]);
    expect(tokenFaults('=TEXT(B2,"0.0%")&INDEX(A1:A3,2)')).toEqual([]);
    expect(tokenFaults("=B2*12")).toEqual(["=B2*12: 12"]);
    expect(isCount("2.5")).toBe(false);
  });
});
