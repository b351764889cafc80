/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import type { Deeds } from "../../src/actions";
import { tables } from "../../src/reference";
import { TablePreview } from "../../src/taskpane/data/table-preview";
import { obstacles } from "./axe";
import { renderInPane, selection, showPane, type Shown } from "./show-pane";

type InsertTable = Deeds["insertTable"];

const inserting = (answer: (...given: Parameters<InsertTable>) => ReturnType<InsertTable>) =>
  jest.fn<ReturnType<InsertTable>, Parameters<InsertTable>>(answer);

const inserted = inserting(async ({ name }) => ({
  kind: "inserted",
  place: { sheet: "Six automobile clusters", address: "A1:L7" },
  table: name,
}));

async function showData(wanted: Parameters<typeof showPane>[0] = {}): Promise<Shown> {
  const shown = await showPane(wanted);
  await shown.user.click(screen.getByRole("tab", { name: /Data|数据/ }));
  await screen.findByRole("searchbox", { name: /Search data|搜索数据/ });
  return shown;
}

const panel = () => within(screen.getByRole("tabpanel"));
const titles = (): string[] =>
  [...document.querySelectorAll("[data-opens] .pane-row-title")].map(({ textContent }) => textContent ?? "");

async function openClusters({ user }: Shown): Promise<void> {
  await user.click(panel().getByRole("button", { name: /^Six automobile clusters|^六大汽车产业集群/ }));
}

describe("the list of tables", () => {
  it("holds every table with its rows, period, units and certainty", async () => {
    await showData();
    expect(titles().filter((title) => tables.some(({ title: { en } }) => en === title))).toHaveLength(tables.length);
    const clusters = panel().getByRole("button", { name: /^Six automobile clusters/ });
    expect(clusters).toHaveTextContent("6 rows · period not stated");
    expect(clusters).toHaveTextContent("as printed");
  });

  it("is narrowed by topic, place, year and certainty", async () => {
    const { user } = await showData();
    await user.selectOptions(panel().getByRole("combobox", { name: "Place" }), "Henan");
    const ofHenan = tables.filter(({ places }) => places.includes("Henan"));
    expect(panel().getAllByRole("button", { name: /rows? ·/ })).toHaveLength(ofHenan.length);
    await user.selectOptions(panel().getByRole("combobox", { name: "Year" }), "2021");
    await user.selectOptions(panel().getByRole("combobox", { name: "Topic" }), "trade");
    expect(panel().getByText("No table matches.")).toBeVisible();
    await user.click(panel().getByRole("button", { name: "Show all tables" }));
    expect(panel().getAllByRole("button", { name: /rows? ·/ })).toHaveLength(tables.length);
  });

  it("is searched in English, Chinese and pinyin, by what stands in the tables too", async () => {
    const { user } = await showData();
    const box = panel().getByRole("searchbox");
    for (const query of ["six clusters", "产业集群", "cyjq", "Chengdu"]) {
      await user.clear(box);
      await user.type(box, query);
      expect(await panel().findByRole("button", { name: /^Six automobile clusters/ })).toBeVisible();
    }
  });
});

describe("the preview of a table", () => {
  it("shows rows with their units, and says period, source, certainty and notes", async () => {
    const shown = await showData();
    await openClusters(shown);
    const grid = within(panel().getByRole("table"));
    expect(grid.getAllByRole("row")).toHaveLength(7);
    expect(grid.getByText("5,849")).toBeVisible();
    expect(grid.getByRole("columnheader", { name: "Parts firms firms" })).toBeVisible();
    expect(panel().getByText(/does not state|states no period/)).toBeVisible();
    expect(panel().getByText(/^Paper on China's six automobile clusters/)).toBeVisible();
    // The line that a report can cite.
    expect(panel().getByText(/^Six automobile clusters \(SIX_CLUSTERS\)\. Source: Paper on/)).toBeVisible();
    expect(panel().getByText("a reading of ours, not a fact", { exact: false })).toBeVisible();
  });

  it("draws a series where there is one, and says it in words", async () => {
    const { user } = await showData();
    await user.type(panel().getByRole("searchbox"), "OICA production");
    await user.click(panel().getAllByRole("button", { name: /rows? ·/ })[0]!);
    expect(panel().getByRole("img", { name: /^World: 2020 .*2024 / })).toBeVisible();
  });

  it.each(["en", "zh"] as const)("is drawn for every table (%s)", (language) => {
    for (const table of tables) {
      const { getByRole, unmount } = renderInPane(
        <TablePreview table={table} followed={{}} onBack={jest.fn()} />,
        language,
      );
      expect(getByRole("heading", { level: 2 })).toHaveTextContent(table.title[language]);
      expect(getByRole("table").textContent).toContain(table.rows[0]!.key[language]);
      unmount();
    }
  });
});

describe("inserting a table", () => {
  it("goes to a new sheet unless told, as typed cells with units, period and source below", async () => {
    const shown = await showData({ selection: selection("B3"), deeds: { insertTable: inserted } });
    await openClusters(shown);
    await shown.user.click(panel().getByRole("button", { name: "Insert table" }));
    await screen.findByText(/Inserted the table SixClusters at 'Six automobile clusters'!A1:L7/);
    const [table, to] = inserted.mock.calls[0]!;
    expect(to).toEqual({ newSheet: "Six automobile clusters" });
    expect(table.headers).toContain("Parts_firms");
    expect(table.rows[0]).toContain(5849);
    expect(table.formats[0]).toHaveLength(table.headers.length);
    expect(table.notes.join("\n")).toMatch(/Units: .*Period: .*Source: /s);
    expect(shown.handedBack()).toBe(1);
  });

  it("goes to the selected cell when asked", async () => {
    const insertTable = inserting(async ({ name }, to) => ({
      kind: "inserted",
      place: to as never,
      table: name,
    }));
    const shown = await showData({ selection: selection("B3"), deeds: { insertTable } });
    await openClusters(shown);
    await shown.user.click(panel().getByRole("radio", { name: "At Sheet1!B3" }));
    shown.select(selection("C4"));
    await shown.user.click(panel().getByRole("button", { name: "Insert table" }));
    await waitFor(() => expect(insertTable.mock.calls[0]![1]).toEqual({ sheet: "Sheet1", address: "C4" }));
  });

  it("counts what is in the way and offers a new sheet or another cell", async () => {
    const insertTable = inserting(async ({ name }, to) =>
      "newSheet" in to
        ? { kind: "inserted", place: { sheet: to.newSheet, address: "A1:L7" }, table: name }
        : { kind: "occupied", cells: 12, place: { sheet: "Sheet1", address: "B3:M17" } },
    );
    const shown = await showData({ selection: selection("B3"), deeds: { insertTable } });
    await openClusters(shown);
    await shown.user.click(panel().getByRole("radio", { name: "At Sheet1!B3" }));
    await shown.user.click(panel().getByRole("button", { name: "Insert table" }));
    expect(await panel().findByText("12 cells have content at Sheet1!B3:M17.")).toBeVisible();
    expect(await obstacles()).toEqual([]);
    await shown.user.click(panel().getByRole("button", { name: "Pick another cell" }));
    expect(panel().getByText("Select a free cell in the sheet, then insert.")).toBeVisible();
    shown.select(selection("B3"));
    await shown.user.click(panel().getByRole("button", { name: "Insert table" }));
    await shown.user.click(await panel().findByRole("button", { name: "Use new sheet" }));
    expect(await screen.findByText(/Inserted the table SixClusters/)).toBeVisible();
  });

  it("says what went wrong, why and what to do", async () => {
    const insertTable = inserting(async () =>
      Promise.reject(Object.assign(new Error(), { code: "InvalidOperationInCellEditMode" })),
    );
    const shown = await showData({ selection: selection("B3"), deeds: { insertTable } });
    await openClusters(shown);
    await shown.user.click(panel().getByRole("button", { name: "Insert table" }));
    expect(
      await panel().findByText(/A cell is being edited. Press Enter or Esc in the sheet, then try again./),
    ).toBeVisible();
  });

  it("is not offered where there is no workbook, and says why", async () => {
    const shown = await showData({ hasWorkbook: false });
    await openClusters(shown);
    expect(panel().getByText("Open this pane in Excel to insert the table.")).toBeVisible();
    expect(panel().queryByRole("button", { name: "Insert table" })).toBeNull();
  });
});

describe("the data view", () => {
  it.each(["en", "zh"] as const)("has no obstacle on any page (%s)", async (language) => {
    const shown = await showData({ language, selection: selection("B3") });
    expect(await obstacles()).toEqual([]);
    await openClusters(shown);
    expect(await obstacles()).toEqual([]);
  });
});
