import type { MenuConfig } from "@univerjs/preset-sheets-core";
import { defaultTheme, type Theme } from "@univerjs/themes";

/** The blue-green of the product in the place of Univer's blue. */
export const pageTheme: Theme = {
  ...defaultTheme,
  primary: {
    50: "#edf7f9", 100: "#dceff2", 200: "#bcdfe5", 300: "#9fced7", 400: "#529daa",
    500: "#257d8c", 600: "#0e6e7e", 700: "#0a6170", 800: "#075463", 900: "#073a44",
  },
};

/**
 * Formats that the content of a workbook does not hold: a reload or a file would lose them. Univer's panel of
 * conditional formats offers icons, averages and periods, too; what is held comes from files and through Office.js.
 */
const notKept = [
  "sheet.command.set-text-rotation",
  "sheet.command.hide-row-confirm",
  "sheet.command.hide-col-confirm",
  "sheet.command.set-selected-rows-visible",
  "sheet.command.set-selected-cols-visible",
  "sheet.command.add-range-protection-from-toolbar",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
  "sheet.contextMenu.permission",
  "sheet.operation.open.conditional.formatting.panel",
];

/** The bar of the page has them. */
const elsewhere = ["univer.command.undo", "univer.command.redo"];

export const pageMenus: MenuConfig = Object.fromEntries([...notKept, ...elsewhere].map((id) => [id, { hidden: true }]));
