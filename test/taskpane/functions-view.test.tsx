/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import type { CallReport, Deeds } from "../../src/actions";
import { callWithCautions, catalogue, find, type Definition } from "../../src/functions";
import { CellError, Refusal } from "../../src/refusal";
import { FunctionCard } from "../../src/taskpane/functions/function-card";
import { obstacles } from "./axe";
import { renderInPane, selection, showPane, type Shown } from "./show-pane";

/** What cells hold in these tests, as `previewFormula` would read them. */
const cells: Readonly<Record<string, unknown>> = {
  "B2:B4": [[120000], [80000], [6836]],
  "C2:C4": [[150000], [200000], [450000]],
  "C2:C5": [[150000], [200000], [450000], [""]],
};

function reportOf(definition: Definition, texts: readonly string[]): CallReport {
  const values = texts.map((text) => (text === "" ? null : (cells[text.replace(/^.*!/, "")] ?? Number(text))));
  const args = Object.entries(definition.parameters).map(([name, parameter], i) => {
    const value = values[i];
    const rows = Array.isArray(value) ? (value as unknown[][]) : [];
    return {
      name,
      parameter,
      text: texts[i] ?? "",
      value,
      cells: rows.length,
      empty: rows.flat().filter((cell) => cell === "").length,
    };
  });
  return { definition, args, nested: [], ...callWithCautions(definition, values) };
}

const previewFormula: Deeds["previewFormula"] = async (definition, texts) => reportOf(definition, texts);

const field = (name: RegExp): HTMLElement => screen.getByRole("textbox", { name });
const press = (user: Shown["user"], name: string | RegExp): Promise<void> =>
  user.click(screen.getByRole("button", { name }));

async function openCard({ user }: Shown, name: string): Promise<void> {
  await user.type(screen.getByRole("searchbox"), name);
  await press(user, new RegExp(`\\b${name}\\b`));
}

async function openInsert(shown: Shown, name: string): Promise<void> {
  await openCard(shown, name);
  await press(shown.user, "Insert…");
}

const Card = ({ definition }: { readonly definition: Definition }) => (
  <FunctionCard
    definition={definition}
    isFavourite={false}
    onFavourite={jest.fn()}
    onInsert={jest.fn()}
    onBack={jest.fn()}
  />
);

describe("the list of functions", () => {
  it("groups all of them under the questions they answer", async () => {
    const { user } = await showPane();
    const groups = screen
      .getAllByRole("button", { expanded: false })
      .filter(({ parentElement }) => parentElement?.tagName === "H3");
    for (const group of groups) await user.click(group);
    const names = screen.getAllByText(/^[A-Z][A-Z0-9_]+$/, { selector: "code" }).map(({ textContent }) => textContent);
    expect(names.sort()).toEqual(catalogue.map(({ name }) => name).sort());
  });

  it("finds by English, Chinese and pinyin", async () => {
    const { user } = await showPane();
    for (const query of ["utilisation of capacity", "产能利用率", "cnlyl"]) {
      await user.clear(screen.getByRole("searchbox"));
      await user.type(screen.getByRole("searchbox"), query);
      expect(await screen.findByRole("button", { name: /\bCAPACITY_UTIL\b/ })).toBeVisible();
    }
  });

  it("says what to try when nothing matches, and leads back", async () => {
    const { user } = await showPane();
    await user.type(screen.getByRole("searchbox"), "zzzzz");
    expect(screen.getByText(/No function matches/)).toHaveTextContent("zzzzz");
    await press(user, "Show all functions");
    expect(screen.getByText("I want to…")).toBeVisible();
  });
});

describe("the card of a function", () => {
  it("tells what it needs and gives, how, from where, with an example and its native form", async () => {
    const shown = await showPane();
    await openCard(shown, "CAPACITY_UTIL");
    expect(
      screen.getByText("Output as a share of the capacity that the same months offered.", { selector: "p" }),
    ).toBeVisible();
    expect(screen.getByText(/Months that the output covers/)).toHaveTextContent("(optional; 12 unless told)");
    expect(screen.getByText(/A ratio of sums/)).toBeVisible();
    expect(screen.getByText("=POLICY.CAPACITY_UTIL({120000;80000;6836},{150000;200000;450000})")).toBeVisible();
    expect(screen.getByText("= 0.258545")).toBeVisible();
    expect(screen.getByText("=SUM(output)/(SUM(capacity)*months/12)")).toBeVisible();
    expect(screen.getByText(/^Federal Reserve G.17/)).toBeVisible();
  });

  it("says why there is no native form where there is none", async () => {
    const shown = await showPane();
    await openCard(shown, "ECI_INDEX");
    expect(screen.getByText(/No plain Excel formula gives this: .*eigenvector/)).toBeVisible();
  });

  it("says for which arguments there is one, and which helper cells it needs", async () => {
    const { getByText, unmount } = renderInPane(<Card definition={find("OEM_EXIT_LOSS")!} />, "en");
    expect(getByText(/loss_rate\*SUMPRODUCT\(oem_values\*probs\)\/SUM\(oem_values\)/)).toBeVisible();
    expect(getByText(/For others there is none: .*every combination of exits/)).toBeVisible();
    unmount();
    renderInPane(<Card definition={find("RELATEDNESS_DENSITY")!} />, "en");
    expect(screen.getByText("proximity")).toBeVisible();
    expect(screen.getByText("=MMULT(presence,proximity)/MMULT(TRANSPOSE(ROW(proximity)^0),proximity)")).toBeVisible();
  });

  it("can be marked as a favourite, which is kept", async () => {
    const shown = await showPane();
    await openCard(shown, "CAPACITY_UTIL");
    await press(shown.user, "Favourite");
    expect(JSON.parse(shown.kept.favourites!)).toEqual(["CAPACITY_UTIL"]);
    await press(shown.user, "Back");
    await shown.user.clear(screen.getByRole("searchbox"));
    expect(
      within(screen.getByRole("button", { name: /Favourites/ }).closest("section")!).getByText("CAPACITY_UTIL"),
    ).toBeVisible();
  });

  it.each(["en", "zh"] as const)("is drawn for every function (%s)", (language) => {
    for (const definition of catalogue) {
      const { getByRole, unmount } = renderInPane(<Card definition={definition} />, language);
      expect(getByRole("heading", { level: 2 })).toHaveTextContent(definition.title[language]);
      unmount();
    }
  });
});

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

describe("the selected cell", () => {
  const formula = "=POLICY.CAPACITY_UTIL(B2:B4,C2:C4)";
  const place = { sheet: "Sheet1", address: "E2" };
  const capacityUtil = catalogue.find(({ name }) => name === "CAPACITY_UTIL")!;

  it("is explained: its function, each argument with its cells, the result, the source", async () => {
    const explainCell: Deeds["explainCell"] = async () => ({
      place,
      formula,
      shown: "0.26",
      value: 0.258545,
      calls: [reportOf(capacityUtil, ["B2:B4", "C2:C4"])],
    });
    const shown = await showPane({ selection: selection("E2", formula), deeds: { explainCell } });
    expect(await screen.findByText(/= 0.258545/)).toBeVisible();
    await press(shown.user, "Explain: Selected cell E2");
    const explained = within(await screen.findByRole("region", { name: "CAPACITY_UTIL" }));
    expect(explained.getByText("3 cells: 120,000, 80,000, 6,836")).toBeVisible();
    expect(explained.getByText("left out (12)")).toBeVisible();
    expect(explained.getByText(/^Federal Reserve/)).toBeVisible();
    await shown.user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: /^Explain/ })).toHaveFocus();
  });

  it("is explained when it shows an error: which argument, why, what to do", async () => {
    const outcome = new Refusal("zero", { en: "must not add up to 0", zh: "合计不得为 0" }, "capacity");
    const explainCell: Deeds["explainCell"] = async () => ({
      place,
      formula,
      shown: "#DIV/0!",
      value: new CellError("#DIV/0!"),
      calls: [{ ...reportOf(capacityUtil, ["B2:B4", "0"]), outcome }],
    });
    const shown = await showPane({ selection: selection("E2", formula), deeds: { explainCell } });
    await press(shown.user, /^Explain/);
    expect(await screen.findByText("capacity must not add up to 0")).toBeVisible();
    expect(screen.getByText(/Check that the figures are filled in and not 0/)).toBeVisible();
  });

  it("is said to hold none of ours when it holds none", async () => {
    const explainCell: Deeds["explainCell"] = async (at) => ({
      place: at,
      formula: at.address === "E2" ? formula : "",
      shown: "",
      value: "",
      calls: [],
    });
    const shown = await showPane({ selection: selection("E2", formula), deeds: { explainCell } });
    await press(shown.user, /^Explain/);
    shown.select(selection("A1"));
    expect(await screen.findByText(/holds no function of this add-in/)).toBeVisible();
  });
});

describe("the functions view", () => {
  it.each(["en", "zh"] as const)("has no obstacle on any page (%s)", async (language) => {
    const shown = await showPane({ language, selection: selection("E2"), deeds: { previewFormula } });
    await shown.user.click(screen.getByRole("button", { name: /capacity is used|产能利用得怎么样/ }));
    expect(await obstacles()).toEqual([]);
    await openCard(shown, "HHI_INDEX");
    expect(await obstacles()).toEqual([]);
    await press(shown.user, /Insert…|插入…/);
    await shown.user.type(field(/^values/), "(B2");
    expect(await obstacles()).toEqual([]);
    await shown.user.clear(field(/^values/));
    await shown.user.type(field(/^values/), "B2:B4");
    await press(shown.user, /Next|下一步/);
    expect(await obstacles()).toEqual([]);
    await press(shown.user, /Next|下一步/);
    expect(await obstacles()).toEqual([]);
  });
});
