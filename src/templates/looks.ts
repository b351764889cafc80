import type { CellFormat } from "../xlsx/content";
import type { Look, Role } from "./placed";

const ink = "#1f2328";
const quiet = "#4d5560";

/** How each role looks: told apart by colours with enough contrast, and by words beside them. */
export const looks: Readonly<Record<Role, CellFormat>> = {
  title: { bold: true, fontSize: 16, colour: "#12385f" },
  question: { italic: true, fontSize: 12, colour: quiet },
  heading: { bold: true, fontSize: 12, colour: "#12385f" },
  head: { bold: true, colour: "#ffffff", fill: "#1f4e79", wrap: true },
  label: {},
  unit: { colour: quiet },
  real: { colour: "#0b3d91", fill: "#dce9f8" },
  illustrative: { colour: "#6b3a00", fill: "#fff0cc", italic: true },
  working: {},
  output: { bold: true, colour: ink, fill: "#e9ecef" },
  answer: { bold: true, fontSize: 12, colour: "#0f4a2a", fill: "#e3f3e8", wrap: true, horizontal: "left" },
  check: {},
  note: { colour: quiet },
};

/** Of conditional formats: the fill and the colour of the text. */
export const ruleLooks: Readonly<Record<Look, { readonly fill: string; readonly colour: string }>> = {
  good: { fill: "#dff2e1", colour: "#0f4a2a" },
  warning: { fill: "#fff0cc", colour: "#6b3a00" },
  bad: { fill: "#fde2e2", colour: "#8c1a1a" },
};

export function formatOf(role: Role, numberFormat: string): CellFormat {
  return { ...looks[role], ...(numberFormat !== "General" && { numberFormat }) };
}
