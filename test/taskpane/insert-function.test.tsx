/** @jest-environment jsdom */
import { screen, waitFor } from "@testing-library/react";
import type { Deeds } from "../../src/actions";
import { Refusal } from "../../src/refusal";
import { field, openInsert, press, previewFormula, reportOf } from "./function-pages";
import { selection, showPane } from "./show-pane";

describe("inserting a function", () => {
  const start = selection("E2");

  it("takes three steps: inputs, options, preview", async () => {
    const insertCells = jest.fn<ReturnType<Deeds["insertCells"]>, Parameters<Deeds["insertCells"]>>(async (_, to) => ({
      kind: "inserted",
      place: to as { sheet: string; address: string },
    }));
    const shown = await showPane({ selection: start, deeds: { previewFormula, insertCells } });
    const { user } = shown;
    await openInsert(shown, "CAPACITY_UTIL");
    await user.type(field(/^output/), "B2:B4");
    await user.type(field(/^capacity/), "C2:C4");
    expect(await screen.findByText("3 cells: 150,000, 200,000, 450,000")).toBeVisible();
    await press(user, "Next");
    await user.type(field(/^months/), "6");
    await press(user, "Next");
    expect(await screen.findByText("0.51709")).toBeVisible();
    expect(screen.getByText("=POLICY.CAPACITY_UTIL(B2:B4,C2:C4,6)")).toBeVisible();
    expect(screen.getByText("Part of a year only: the season is in the number.")).toBeVisible();
    await press(user, "Insert at E2");
    await screen.findByText("Inserted CAPACITY_UTIL at Sheet1!E2.");
    expect(insertCells.mock.calls[0]!.slice(0, 2)).toEqual([
      { cells: [["=POLICY.CAPACITY_UTIL(B2:B4,C2:C4,6)"]], spill: { rows: 1, columns: 1 } },
      { sheet: "Sheet1", address: "E2" },
    ]);
    expect(shown.handedBack()).toBe(1);
  });

  it("fills the field that waits with what is selected in the grid", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    await openInsert(shown, "CAPACITY_UTIL");
    await shown.user.click(field(/^output/));
    shown.select(selection("B2:B4"));
    expect(field(/^output/)).toHaveValue("B2:B4");
    await shown.user.click(field(/^capacity/));
    shown.select(selection("C2:C4", "", "Other sheet"));
    expect(field(/^output/)).toHaveValue("B2:B4");
    expect(field(/^capacity/)).toHaveValue("'Other sheet'!C2:C4");
  });

  it("keeps what is typed when the grid tells once more of the cell that was selected before", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    await openInsert(shown, "CAPACITY_UTIL");
    await shown.user.type(field(/^output/), "B2");
    shown.select({ ...start });
    expect(field(/^output/)).toHaveValue("B2");
  });

  it("keeps what is typed when a selection made before is told late, and goes where that was", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    const before = performance.now();
    await openInsert(shown, "CAPACITY_UTIL");
    await shown.user.type(field(/^output/), "B2");
    shown.select(selection("C1"), before);
    expect(field(/^output/)).toHaveValue("B2");
    await shown.user.type(field(/^capacity/), "B3");
    await press(shown.user, "Next");
    await press(shown.user, "Next");
    expect(await screen.findByRole("button", { name: "Insert at C1" })).toBeEnabled();
  });

  it("takes several cells for the first input though they are told late", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    const before = performance.now();
    await openInsert(shown, "HHI_INDEX");
    shown.select(selection("B2:B4"), before);
    expect(field(/^values/)).toHaveValue("Sheet1!B2:B4");
  });

  it("takes the present selection at a click", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    await openInsert(shown, "CAPACITY_UTIL");
    shown.select(selection("B2:B4"));
    await press(shown.user, "Use B2:B4: output");
    expect(field(/^output/)).toHaveValue("B2:B4");
  });

  it("takes several selected cells for the first input, and asks where the formula goes", async () => {
    const shown = await showPane({ selection: selection("B2:B4"), deeds: { previewFormula } });
    await openInsert(shown, "HHI_INDEX");
    expect(field(/^values/)).toHaveValue("Sheet1!B2:B4");
    await press(shown.user, "Next");
    await press(shown.user, "Next");
    expect(screen.getByText("Select the cell in the sheet.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Insert" })).toBeDisabled();
    shown.select(selection("E5"));
    expect(screen.getByRole("button", { name: "Insert at E5" })).toBeEnabled();
  });

  it("warns of a unit that is not meant, and mends the argument at a click", async () => {
    const inTenThousands: Deeds["previewFormula"] = async (definition, texts) => {
      const report = reportOf(definition, texts);
      const text = { en: "Its heading says “万辆”.", zh: "其标题单位为“万辆”。" };
      const args = report.args.map((arg) => (arg.text === "B2:B4" ? { ...arg, unit: { text, factor: 1e4 } } : arg));
      return { ...report, args };
    };
    const shown = await showPane({ selection: start, deeds: { previewFormula: inTenThousands } });
    await openInsert(shown, "CAPACITY_UTIL");
    await shown.user.type(field(/^output/), "B2:B4");
    expect(await screen.findByText(/^Its heading says “万辆”\. 3 cells/)).toBeVisible();
    await press(shown.user, "Use B2:B4*10000");
    expect(field(/^output/)).toHaveValue("B2:B4*10000");
  });

  it("warns of empty cells, and says as what they count", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    await openInsert(shown, "CAPACITY_UTIL");
    await shown.user.type(field(/^capacity/), "C2:C5");
    expect(await screen.findByText(/1 of 4 cells is empty and counts as 0/)).toBeVisible();
  });

  it("says what is wrong with an input, in the words of the function, and what to do", async () => {
    const faulty: Deeds["previewFormula"] = async (definition, texts) => {
      const report = reportOf(definition, texts);
      const fault = new Refusal("unsolvable", { en: "must not be below 0", zh: "不得小于 0" }, "output");
      return {
        ...report,
        args: report.args.map((argument, i) => (i === 0 ? { ...argument, fault, faultAt: "B3" } : argument)),
      };
    };
    const shown = await showPane({ selection: start, deeds: { previewFormula: faulty } });
    await openInsert(shown, "CAPACITY_UTIL");
    await shown.user.type(field(/^output/), "B2:B4");
    expect(await screen.findByText("output must not be below 0 (B3). Use a value within these limits.")).toBeVisible();
    expect(field(/^output/)).toBeInvalid();
  });

  it("stays where an input is missing or not complete, and leads there", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    await openInsert(shown, "CAPACITY_UTIL");
    await shown.user.type(field(/^output/), "B2:B4");
    await press(shown.user, "Next");
    expect(screen.getByText("capacity is needed")).toBeVisible();
    await waitFor(() => expect(field(/^capacity/)).toHaveFocus());
    await shown.user.type(field(/^capacity/), "SUM(C2");
    expect(screen.getByText(/capacity is not complete/)).toBeVisible();
  });

  it("refuses a range that holds the formula itself", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    await openInsert(shown, "HHI_INDEX");
    await shown.user.type(field(/^values/), "D1:F9");
    expect(screen.getByText("values includes E2, where the formula goes: choose other cells")).toBeVisible();
  });

  it("offers choices as radio buttons, the usual one first chosen", async () => {
    const shown = await showPane({ selection: start, deeds: { previewFormula } });
    await openInsert(shown, "HHI_INDEX");
    await shown.user.type(field(/^values/), "B2:B4");
    await press(shown.user, "Next");
    expect(screen.getByRole("radio", { name: /10000.*usual/ })).toBeChecked();
    await shown.user.click(screen.getByRole("radio", { name: "1" }));
    await shown.user.click(screen.getByRole("radio", { name: "Yes (TRUE)" }));
    await press(shown.user, "Next");
    expect(screen.getByText("=POLICY.HHI_INDEX(B2:B4,1,TRUE)")).toBeVisible();
  });

  it("keeps what is there, and lets another cell be picked, on another sheet too", async () => {
    const insertCells = jest.fn<ReturnType<Deeds["insertCells"]>, Parameters<Deeds["insertCells"]>>(async (_, to) => ({
      kind: "occupied",
      cells: 3,
      place: to as { sheet: string; address: string },
    }));
    const shown = await showPane({ selection: start, deeds: { previewFormula, insertCells } });
    const { user } = shown;
    await openInsert(shown, "HHI_INDEX");
    await user.type(field(/^values/), "B2:B4");
    await press(user, "Next");
    await press(user, "Next");
    await press(user, "Insert at E2");
    expect(await screen.findByText("3 cells have content at Sheet1!E2.")).toBeVisible();
    await press(user, "Pick another cell");
    shown.select(selection("A9", "", "Plan"));
    expect(screen.getByText("=POLICY.HHI_INDEX(Sheet1!B2:B4)")).toBeVisible();
    await press(user, "Insert at A9");
    await waitFor(() => expect(insertCells.mock.calls[1]![1]).toEqual({ sheet: "Plan", address: "A9" }));
  });

  it("can add labels and the source", async () => {
    const insertCells = jest.fn<ReturnType<Deeds["insertCells"]>, Parameters<Deeds["insertCells"]>>(async () => ({
      kind: "inserted",
      place: { sheet: "Sheet1", address: "E2:F4" },
    }));
    const shown = await showPane({ selection: start, deeds: { previewFormula, insertCells } });
    await openInsert(shown, "CAPACITY_UTIL");
    await shown.user.type(field(/^output/), "B2:B4");
    await shown.user.type(field(/^capacity/), "C2:C4");
    await press(shown.user, "Next");
    await shown.user.type(field(/^months/), "6");
    await press(shown.user, "Next");
    await shown.user.click(screen.getByRole("radio", { name: "Formula with labels and source" }));
    await press(shown.user, "Insert at E2");
    await waitFor(() => expect(insertCells).toHaveBeenCalled());
    expect(insertCells.mock.calls[0]![0].cells).toEqual([
      ["Capacity utilisation", "=POLICY.CAPACITY_UTIL(B2:B4,C2:C4,F3)"],
      ["Months that the output covers, up to 12", 6],
      [expect.stringMatching(/^Source: Federal Reserve/), ""],
    ]);
  });

  it("says what went wrong, why and what to do, when Excel refuses", async () => {
    const insertCells = async (): Promise<never> => {
      throw Object.assign(new Error("protected"), { code: "AccessDenied" });
    };
    const shown = await showPane({ selection: start, deeds: { previewFormula, insertCells } });
    await openInsert(shown, "HHI_INDEX");
    await shown.user.type(field(/^values/), "B2:B4");
    await press(shown.user, "Next");
    await press(shown.user, "Next");
    await press(shown.user, "Insert at E2");
    expect(await screen.findByText(/The sheet or the workbook is protected. Remove the protection/)).toBeVisible();
  });

  it("still gives the formula where there is no workbook", async () => {
    const shown = await showPane({ hasWorkbook: false });
    await openInsert(shown, "HHI_INDEX");
    await shown.user.type(field(/^values/), "B2:B4");
    await press(shown.user, "Next");
    await press(shown.user, "Next");
    expect(screen.getByRole("button", { name: "Insert" })).toBeDisabled();
    expect(screen.getByText(/Open this pane in Excel to insert/)).toBeVisible();
    await press(shown.user, "Copy");
    expect(shown.copied).toEqual(["=POLICY.HHI_INDEX(B2:B4)"]);
  });
});
