/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import type { Deeds } from "../../src/actions";
import { catalogue, find, type Definition } from "../../src/functions";
import { CellError, Refusal } from "../../src/refusal";
import { FunctionCard } from "../../src/taskpane/functions/function-card";
import { obstacles } from "./axe";
import { field, openCard, press, previewFormula, reportOf } from "./function-pages";
import { renderInPane, selection, showPane } from "./show-pane";

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
