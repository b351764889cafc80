import { screen } from "@testing-library/react";
import type { CallReport, Deeds } from "../../src/actions";
import { callWithCautions, type Definition } from "../../src/functions";
import type { Shown } from "./show-pane";

/** What cells hold in these tests, as `previewFormula` would read them. */
const cells: Readonly<Record<string, unknown>> = {
  "B2:B4": [[120000], [80000], [6836]],
  "C2:C4": [[150000], [200000], [450000]],
  "C2:C5": [[150000], [200000], [450000], [""]],
};

export function reportOf(definition: Definition, texts: readonly string[]): CallReport {
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

export const previewFormula: Deeds["previewFormula"] = async (definition, texts) => reportOf(definition, texts);

export const field = (name: RegExp): HTMLElement => screen.getByRole("textbox", { name });
export const press = (user: Shown["user"], name: string | RegExp): Promise<void> =>
  user.click(screen.getByRole("button", { name }));

export async function openCard({ user }: Shown, name: string): Promise<void> {
  await user.type(screen.getByRole("searchbox"), name);
  await press(user, new RegExp(`\\b${name}\\b`));
}

export async function openInsert(shown: Shown, name: string): Promise<void> {
  await openCard(shown, name);
  await press(shown.user, "Insert…");
}
