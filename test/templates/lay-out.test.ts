import { filledFrom } from "../../src/formulas/shifted-formula";
import { cellAddress, covers } from "../../src/formulas/addresses";
import { layOut, ruleLooks, templates, type Template } from "../../src/templates";
import { illustrative } from "../../src/templates/given";
import { looks } from "../../src/templates/looks";
import { check, input, worked } from "../../src/templates/rows";
import type { Across, Block, MatrixBlock } from "../../src/templates/template";
import { units } from "../../src/templates/units";

const text = (en: string) => ({ en, zh: en });

const years: Across = { key: "years", label: text("Year"), heads: [2024, 2025, 2026] };

const growth = input("growth", text("Growth"), units.perYear, illustrative(0.1));

const path = worked("path", text("Path"), units.vehicles, "={path.previous}*(1+{growth})", { opening: "={start}" });

const planOf = (...blocks: Block[]): Template => ({
  id: "small",
  prefix: "sm",
  title: text("Small"),
  question: text("How small?"),
  needs: [],
  sheets: [{ name: text("Small"), blocks: [
    { kind: "inputs", title: text("Inputs"), rows: [growth, input("start", text("Start"), units.vehicles, illustrative(100))] },
    ...blocks,
  ] }],
  moves: [],
  stresses: [],
});

const formulas = (template: Template): string[] =>
  layOut(template, "en").sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));

describe("the layout", () => {
  it("writes names for inputs, and addresses that move along for what is repeated over years", () => {
    const template = planOf({ kind: "workings", title: text("Path"), across: years, rows: [path] });
    // Title, question and a blank row; heading, head and two inputs; a blank; heading, head: row 11 it is.
    expect(formulas(template)).toEqual(["=sm_start", "=C11*(1+sm_growth)", "=D11*(1+sm_growth)", "=E11*(1+sm_growth)"]);
  });

  it("takes the heads of a second block from the first", () => {
    const row = (key: string) => worked(key, text(key), units.year, "={years}");
    const block = (key: string): Block => ({ kind: "workings", title: text(key), across: years, rows: [row(key)] });
    expect(formulas(planOf(block("one"), block("two"))).filter((formula) => formula === "=D10")).toHaveLength(3);
  });

  it("names the key that nothing bears, and the key that two things bear", () => {
    const wrong = worked("wrong", text("Wrong"), units.share, "={growht}");
    expect(() => layOut(planOf({ kind: "outputs", title: text("Out"), rows: [wrong] }), "en")).toThrow("nothing is called growht");
    const twice = worked("growth", text("Twice"), units.share, "=1");
    expect(() => layOut(planOf({ kind: "outputs", title: text("Out"), rows: [twice] }), "en")).toThrow("called growth");
  });

  it("begins all names anew where one of them is taken, in any case", () => {
    const { names, sheets } = layOut(planOf(), "en", { sheets: ["small"], names: ["SM_START"] });
    expect(names.map(({ name }) => name)).toEqual(["sm2_growth", "sm2_start"]);
    expect(sheets.map(({ name }) => name)).toEqual(["Small (2)"]);
  });

  it("takes the labels of a matrix from another one, each from its own place", () => {
    const matrix = (key: string, rows: string[], columns: string[], body: MatrixBlock["body"]): MatrixBlock => ({
      kind: "matrix", key, title: text(key), corner: text(key), unit: units.share, rows: rows.map(text), columns: columns.map(text), body,
    });
    const first = matrix("first", ["a", "b"], ["c", "d"], { given: [[1, 2], [3, 4]].map((line) => line.map((value) => illustrative(value))) });
    const labels = ["={first.rows.row}", "={first.rows.row}"];
    const heads = ["={first.columns.column}", "={first.columns.column}"];
    const second = matrix("second", labels, heads, { formula: "={first}" });
    // Where the path above stands, its head in row 10: heads are B10:C10, labels A11:A12.
    expect(formulas(planOf(first, second))).toEqual(["=B10", "=C10", "=A11", "=A12", "=B11", "=C11", "=B12", "=C12"]);
  });

  it("refuses a choice that Excel's list would break in two", () => {
    const allowed = { oneOf: ["China, OICA"] };
    const block: Block = {
      kind: "inputs", title: text("In"), rows: [input("which", text("Which"), units.text, illustrative("a"), { allowed })],
    };
    expect(() => layOut(planOf(block), "en")).toThrow("comma");
  });

  it("says of a workbook whether all of its checks pass", () => {
    const block: Block = { kind: "checks", rows: [check("a", text("A"), "={growth}>0"), check("b", text("B"), "={start}>0")] };
    expect(formulas(planOf(block))).toContain("=AND($B$11,$B$12)");
  });
});

describe("every template", () => {
  it.each(templates.map((template) => [template.id, template] as const))("has one formula a row in %s", (_, template) => {
    for (const block of template.sheets.flatMap(({ blocks }) => blocks)) {
      if (block.kind !== "workings" && block.kind !== "outputs") continue;
      const placed = layOut(template, "en");
      for (const { key } of block.rows) {
        const area = placed.places.get(key)!;
        const sheet = placed.sheets.find(({ name }) => name === area.sheet)!;
        const cells = sheet.cells.filter(({ row, column, formula }) => formula && covers(area, row, column));
        const [first] = cells;
        const filled = filledFrom(first!.formula!, cellAddress(first!.row, first!.column));
        for (const { row, column, formula } of cells) expect(formula).toBe(filled(cellAddress(row, column)));
      }
    }
  });
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (colour: string): number =>
  [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i]!, 0);

const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};

describe("the colours", () => {
  it.each([...Object.entries(looks), ...Object.entries(ruleLooks)])("of %s can be read", (_, { colour = "#000000", fill = "#ffffff" }) => {
    expect(contrast(colour, fill)).toBeGreaterThanOrEqual(4.5);
  });
});
