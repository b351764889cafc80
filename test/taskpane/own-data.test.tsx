/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from "node:util";
import { screen, within } from "@testing-library/react";
import type { Deeds, TableToInsert } from "../../src/actions";
import type { DataDeeds } from "../../src/actions/data";
import { tables } from "../../src/reference";
import { emptyRegister } from "../../src/sharing/data/register";
import type { TraceStep } from "../../src/sharing/data/trace";
import { obstacles } from "./axe";
import { selection, showPane, type Shown } from "./show-pane";

/** Every browser has it; jsdom does not. */
Object.assign(globalThis, { TextDecoder });

async function showData(wanted: Parameters<typeof showPane>[0] = {}): Promise<Shown> {
  const shown = await showPane(wanted);
  await shown.user.click(screen.getByRole("tab", { name: /Data|数据/ }));
  await screen.findByRole("searchbox", { name: /Search data|搜索数据/ });
  return shown;
}

const panel = () => within(screen.getByRole("tabpanel"));
const press = async ({ user }: Shown, name: string | RegExp): Promise<void> =>
  user.click(await panel().findByRole("button", { name }));

const file = { name: "各市.csv", bytes: new TextEncoder().encode("城市,产量（万辆）,备注\n合肥,1.2亿,=1+1\n芜湖,约20,x\n滁州,5,y\n安庆,6,\n") };

describe("own data", () => {
  it("are read from a file, reported by row, then inserted with source and units", async () => {
    const inserted: TableToInsert[] = [];
    const insertTable: Deeds["insertTable"] = async (table) => {
      inserted.push(table);
      return { kind: "inserted", place: { sheet: "各市", address: "A1:C5" }, table: "各市" };
    };
    const shown = await showData({ file, deeds: { insertTable } });
    await press(shown, "Add your own data");
    expect(await obstacles()).toEqual([]);
    await press(shown, /^From a file/);
    expect(await panel().findByText("产量（万辆）: row 3: not a number, kept as missing (“约20”).")).toBeVisible();
    expect(panel().getByText("备注: row 2: looks like a formula, kept as text (“=1+1”).")).toBeVisible();
    expect(await obstacles()).toEqual([]);
    await shown.user.type(panel().getByRole("textbox", { name: /Source/ }), "City yearbook");
    await press(shown, "Insert table");
    await screen.findByText(/Inserted the table 各市/);
    // 1.2亿 are 12,000万.
    expect(inserted[0]).toMatchObject({ rows: [["合肥", 12_000, "=1+1"], ["芜湖", "", "x"], ["滁州", 5, "y"], ["安庆", 6, ""]] });
    expect(inserted[0]!.notes).toEqual(["Units: 产量（万辆）: 万辆", "Source: City yearbook", "Read from: 各市.csv"]);
    expect(inserted[0]!.provenance!.register(emptyRegister, "各市").own).toMatchObject([
      { title: "各市", source: "City yearbook", origin: "各市.csv", inserted: "2026-02-03", columns: [{}, { unit: "万辆" }, {}] },
    ]);
  });

  it("say why a file is none", async () => {
    const shown = await showData({ file: { name: "a.csv", bytes: new Uint8Array() } });
    await press(shown, "Add your own data");
    await press(shown, /^From a file/);
    expect(await panel().findByText(/The file is empty\. Choose a file with a header row/)).toBeVisible();
  });

  it("are read from the selection", async () => {
    const readRawTable: DataDeeds["readRawTable"] = async ({ address }) => ({ name: address, firstRow: 2, rows: [["a", "b"], ["x", 1]] });
    const shown = await showData({ selection: selection("B2:C3"), deeds: { readRawTable } });
    await press(shown, "Add your own data");
    await press(shown, /^From the selection Sheet1!B2:C3/);
    expect(await panel().findByText("Every row was read as it stands.")).toBeVisible();
  });

  it("in the workbook are listed, and inserted again as formulas that follow them", async () => {
    const inserted: TableToInsert[] = [];
    const table = { name: "Own", title: "City output", source: "Yearbook", origin: "a.csv", inserted: "2026-01-01", columns: [{ header: "Output", kind: "number", unit: "辆" }] } as const;
    const shown = await showData({
      selection: selection("E5"),
      deeds: {
        readDataInWorkbook: async () => ({ own: [{ table, place: { sheet: "Own", address: "A1:B3" } }], newer: 0 }),
        readOwnTable: async () => ({ headers: ["City", "Output"], rows: [["Hefei", 5], ["Wuhu", 3]], formats: [["@", "0"], ["@", "0"]] }),
        insertTable: async (wanted) => {
          inserted.push(wanted);
          return { kind: "inserted", place: { sheet: "Sheet1", address: "E5:F7" }, table: "Own2" };
        },
      },
    });
    await press(shown, /^City output/);
    expect(await panel().findByText("=INDEX(Own[Output],MATCH(A2,Own[City],0))")).toBeVisible();
    await shown.user.click(panel().getByRole("radio", { name: "Formulas" }));
    await shown.user.click(panel().getByRole("radio", { name: "At Sheet1!E5" }));
    await press(shown, "Insert table");
    await screen.findByText(/Inserted the table Own2/);
    expect(inserted[0]).toMatchObject({ plain: true, rows: [["Hefei", "=INDEX(Own[Output],MATCH($E6,Own[City],0))"], ["Wuhu", "=INDEX(Own[Output],MATCH($E7,Own[City],0))"]] });
  });
});

describe("tracing the selected cell", () => {
  it("shows the chain with its sources, and goes to a cell", async () => {
    const goTo = jest.fn(async () => undefined);
    const leaf: TraceStep = { sheet: "Model", address: "B1", shown: 3, origin: { kind: "typed", numbers: 1, formulas: 0 }, from: [] };
    const step: TraceStep = {
      sheet: "Model", address: "A1", shown: 6, formula: "=B1*2", from: [leaf],
      origin: { kind: "formula", citations: ["EU_CVD, BYD: 0.17."] }, cut: "cells",
    };
    const shown = await showData({ selection: selection("A1:B2", "=B1*2", "Model"), deeds: { traceCell: async () => step, goTo } });
    await press(shown, "Trace selected cell");
    expect(await panel().findByText("=B1*2")).toBeVisible();
    for (const text of ["EU_CVD, BYD: 0.17.", "A number typed here: no source is known.", "It reads more cells than are shown here."]) {
      expect(panel().getByText(text)).toBeVisible();
    }
    expect(await obstacles()).toEqual([]);
    await press(shown, "Go Model!B1");
    expect(goTo).toHaveBeenCalledWith({ sheet: "Model", address: "B1" });
  });
});

describe("newer data", () => {
  const table = tables.find(({ id }) => id === "EU_CVD")!;
  const change = { sheet: "Duties", address: "B2", key: "BYD", period: "2024", header: "Value", was: 0.16, now: 0.17, held: 0.16, isFigure: true, state: "free" } as const;
  const edited = { ...change, address: "B3", key: "Geely", was: 0.19, now: 0.188, held: 0.2, state: "edited" } as const;
  const registered = { id: "EU_CVD", version: "2025.9", name: "EuCvd", form: "table", language: "en", inserted: "2026-01-01", headers: [], rows: [] } as const;

  it("are shown before anything is touched, then taken; what the user edited stays", async () => {
    let newer = 1;
    const shown = await showData({
      deeds: {
        readDataInWorkbook: async () => ({ own: [], newer }),
        readDataNews: async () => ({
          tables: [{ registered, table, changes: [change, edited], added: [], removed: [] }],
          dependents: [{ sheet: "Model", address: "A1", shown: 0.32, then: 0.34 }],
          cut: false,
        }),
        takeDataNews: async () => {
          newer = 0;
          return { written: 1, kept: [edited] };
        },
      },
    });
    expect(await panel().findByText("1 table has a newer version.")).toBeVisible();
    await press(shown, "See what changes");
    expect(await panel().findByText(/BYD, 2024, Value: 0\.16/)).toHaveTextContent("0.16 → 0.17");
    expect(panel().getByText(/Geely/)).toHaveTextContent("0.19 → 0.188 (0.2: edited by you, stays)");
    expect(panel().getByText(/Model!A1/)).toHaveTextContent("0.32 → 0.34");
    expect(await obstacles()).toEqual([]);
    await press(shown, "Update the tables");
    expect(await panel().findByText("1 cell was updated; 1 that you had edited stay as they are.")).toBeVisible();
    await press(shown, "Back");
    expect(panel().queryByText(/newer version/)).toBeNull();
  });
});
