import { createHeadlessEngine } from "../../src/host/engine-headless";
import type { Engine } from "../../src/host/engine";
import { portable } from "../../src/cli/portable";
import { recalculate } from "../../src/cli/recalculation";
import { restore } from "../../src/cli/restore";
import { isSameResult } from "../../src/sharing/portable/compare";
import { byPlace } from "../../src/xlsx/cell-changes";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import type { CellValue, WorkbookContent } from "../../src/xlsx/content";
import { cellAt } from "../../src/xlsx/places";
import { cellAddress } from "../../src/formulas/addresses";
import { pythonWithOpenpyxl, runScript } from "./python";
import { isThere, recalculated, spreadsheets } from "./spreadsheets";

/** A plan as an analyst keeps one: capacities, shares, totals and a summary, with our functions put in by openpyxl. */
const script = `
from openpyxl import Workbook
try:
    from openpyxl.worksheet.formula import ArrayFormula
except ImportError:
    ArrayFormula = None
book = Workbook()
plan = book.active
plan.title = "Plan 2025"
rates = book.create_sheet("Rates")
rates["A1"], rates["B1"] = "growth", 0.08
plan.append(["Maker", "Output", "Capacity", "Use", "Prior year", "Idle", "Plain"])
makers = [("A", 310000, 400000), ("B", 152000, 300000), ("C", 98000, 120000), ("D", 41000, 90000), ("E", 7000, 50000)]
def put(cell, text, ref=None):
    plan[cell] = ArrayFormula(ref or cell, text) if ArrayFormula else text
    if not ArrayFormula:
        plan.formula_attributes[cell] = {"t": "array", "ref": ref or cell}
for i, (name, output, capacity) in enumerate(makers, start=2):
    plan.append([name, output, capacity])
    put(f"D{i}", f"=_xldudf_POLICY_CAPACITY_UTIL(B{i},C{i})")
    put(f"E{i}", f"=_xldudf_POLICY_PRIOR_VALUE(B{i},Rates!$B$1)")
    put(f"F{i}", f"=IF(D{i}<0.9,_xldudf_POLICY_IDLE_CAPACITY(B{i},C{i},0.85),0)")
    plan[f"G{i}"] = f"=B{i}/SUM(B$2:B$6)"
put("B9", "=_xldudf_POLICY_HHI_INDEX(B2:B6)")
put("B10", "=_xldudf_POLICY_CONC_RATIO(B2:B6,2)*100")
put("B11", "=_xldudf_POLICY_GINI_COEF(B2:B6)")
put("B12", "=_xldudf_POLICY_CAPEX_INTENSITY(SUM(B2:B6)*2,MAX(C2:C6))")
put("B13", "=_xldudf_POLICY_ENTROPY_INDEX(B2:B6*1)")
put("B14", "=_xldudf_POLICY_REF_VALUE(\\"EU_CVD\\",\\"BYD\\")*B2")
put("B15", "=SUM(_xldudf_POLICY_IDLE_CAPACITY(B2:B6,C2:C6))")
put("D9", "=_xldudf_POLICY_LQ_MATRIX(B2:C6)", "D9:E13")
put("B16", "=_xldudf_POLICY_OEM_SHOCK_LOSS(B2:B6,1)+G2")
book.save(path)
`;

const python = pythonWithOpenpyxl();

/** Another output of maker B; without results, which LibreOffice would believe in a file of its own. */
const edited = (content: WorkbookContent): WorkbookContent => ({
  ...content,
  sheets: content.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      if (cell.formula !== undefined) return { ...cell, value: null };
      return sheet.name === "Plan 2025" && cell.row === 2 && cell.column === 1 ? { ...cell, value: 222_000 } : cell;
    }),
  })),
});

const bookValues = ({ sheets }: WorkbookContent): Map<string, CellValue> => new Map(
  sheets.filter(({ name }) => ["Plan 2025", "Rates"].includes(name)).flatMap(({ name, cells }) =>
    [...byPlace(cells)].map(([place, { value }]) => [`${name}!${cellAddress(cellAt(place).row, cellAt(place).column)}`, value] as const)));

const formulasIn = ({ sheets }: WorkbookContent): Record<string, string | undefined> => Object.fromEntries(
  sheets.flatMap(({ name, cells }) => cells.filter(({ formula }) => formula?.includes("POLICY")).map(
    ({ row, column, formula }) => [`${name}!${cellAddress(row, column)}`, formula])));

const differing = (ours: WorkbookContent, theirs: WorkbookContent): string[] => {
  const found = bookValues(theirs);
  return [...bookValues(ours)].flatMap(([place, value]) =>
    (isSameResult(value, found.get(place) ?? null) ? [] : [`${place}: ${JSON.stringify(value)} ≠ ${JSON.stringify(found.get(place))}`]));
};

describe.each(spreadsheets)("a portable copy in $name", (program) => {
  const given = python && isThere(program) ? it : it.skip;
  let engine: Engine;
  beforeAll(async () => { engine = await createHeadlessEngine({ language: "en" }); });
  afterAll(() => engine.dispose());

  given("gives our values, follows edited inputs, and can be turned back", async () => {
    const { book } = runScript(python!, script);
    const original = await readWorkbook(book);
    const copy = await portable(book, { recipient: "libreoffice", language: "en" });
    expect(copy.differences).toEqual([]);
    const ours = (await recalculate(original.content, engine)).content;
    const back = await readWorkbook(recalculated(program, await copy.save()));
    expect(differing(ours, back.content)).toEqual([]);

    const edit = await writeWorkbook(edited(back.content), back);
    const again = await readWorkbook(recalculated(program, edit));
    const oursAgain = (await recalculate(edited(original.content), engine)).content;
    expect(differing(oursAgain, again.content)).toEqual([]);

    const { report, save } = await restore(await writeWorkbook(again.content, again));
    expect(report.left).toEqual([]);
    expect(formulasIn((await readWorkbook(await save())).content)).toEqual(formulasIn(original.content));
  });
});
