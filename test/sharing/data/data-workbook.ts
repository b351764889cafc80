import { areaAddress, type Area } from "../../../src/formulas/addresses";
import type { DataPackage, WrittenRow } from "../../../src/reference/descriptor";
import { tablesOf, type ReferenceTable } from "../../../src/reference/tables";
import { columns } from "../../../src/reference/vocabulary";
import { wide } from "../../../src/reference/wide";
import type { RegisteredTable } from "../../../src/sharing/data/register";
import type { SheetContent } from "../../../src/xlsx/content";
import { sheet } from "../sheets";

const written = (given: Partial<WrittenRow>): WrittenRow => ({
  ...Object.fromEntries(columns.map((column) => [column, ""])),
  field: "value", unit: "vehicles", geography: "China", source: "yearbook", seen: "yearbook.example 2024",
  certainty: "secondary", keyZh: given.key ?? "", ...given,
});

/** A made-up table of a made-up version of the data. */
export function madeUp(version: string, rows: readonly Partial<WrittenRow>[]): ReferenceTable {
  const from: DataPackage = {
    descriptor: {
      name: "made-up", title: "Made up", titleZh: "虚构", version, checked: "2026-01-31",
      sources: [{ id: "yearbook", title: "A yearbook", titleZh: "年鉴" }],
      resources: [{
        name: "output", title: "Output", titleZh: "产量", path: "output.csv",
        key: { name: "City", title: "City", titleZh: "城市" },
        fields: [{ name: "value", title: "Output", titleZh: "产量" }],
      }],
    },
    files: { "output.csv": rows.map(written) },
  };
  return tablesOf(from)[0]!;
}

export function registered(table: ReferenceTable, more: Partial<RegisteredTable> = {}): RegisteredTable {
  const { columns: laidOut, rows, keys, name } = wide(table, "en");
  return {
    id: table.id, version: table.version, name, form: "table", language: "en", inserted: "2026-02-03",
    headers: laidOut.map(({ header }) => header),
    rows: rows.map((cells, i) => ({ ...keys[i]!, cells })),
    ...more,
  };
}

/** A sheet on which the registered table stands from A1 on, with other cells written over or beside it. */
export function standing(name: string, table: RegisteredTable, others: Parameters<typeof sheet>[1] = {}): SheetContent {
  const area: Area = { row: 0, column: 0, rows: table.rows.length + 1, columns: table.headers.length };
  const cells: Record<string, Parameters<typeof sheet>[1][string]> = {};
  [table.headers, ...table.rows.map((row) => row.cells)].forEach((row, i) =>
    row.forEach((value, j) => {
      if (value !== "") cells[areaAddress({ row: i, column: j, rows: 1, columns: 1 })] = value;
    }),
  );
  return sheet(name, { ...cells, ...others }, { tables: [{ name: table.name, area, columns: table.headers }] });
}
