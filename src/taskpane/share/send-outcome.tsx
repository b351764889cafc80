import { onSheet } from "../../formulas/sheet-names";
import type { PortableOutcome } from "../../actions/share";
import { counted, type Texts } from "../../refusal";
import type { Difference } from "../../sharing/portable/compare";
import type { CellValue } from "../../xlsx/content";
import { usePane } from "../pane-context";
import { Notice } from "../parts/notice";

const said = {
  made: { en: "The portable copy is made.", zh: "便携副本已制作。" },
  opened: { en: "It is open as a new workbook: save it from there.", zh: "已作为新工作簿打开，请在其中保存。" },
} satisfies Record<string, Texts>;

/** So many differences are listed. */
const MOST_SHOWN = 20;

/** What came of making a copy, with the proof or with what speaks against it. */
export function SendOutcome({ outcome }: { readonly outcome: PortableOutcome }) {
  const { say } = usePane();
  if (outcome.kind === "differs") return <Differing differences={outcome.differences} />;
  return (
    <Notice intent="success" title={say(said.made)}>
      {say(proof(outcome))} {outcome.sheets.length === 0 ? say(said.opened) : say(inSheets(outcome.sheets))}
    </Notice>
  );
}

export const proof = ({ agreement: { formulas, largest } }: Extract<PortableOutcome, { kind: "made" }>): Texts => {
  const gap = largest === 0 ? "0" : largest.toExponential(0).replace("e-", "e−");
  return {
    en: `${formulas} of ${counted(formulas, "formula")} recalculated to the same value (largest relative difference ${gap}).`,
    zh: `${formulas} 个公式中 ${formulas} 个重新计算后结果相同（最大相对差异 ${gap}）。`,
  };
};

const inSheets = (sheets: readonly string[]): Texts => {
  return { en: `Sheets: ${sheets.join(", ")}.`, zh: `工作表：${sheets.join("、")}。` };
};

function Differing({ differences }: { readonly differences: readonly Difference[] }) {
  const { say } = usePane();
  const rest = differences.length - MOST_SHOWN;
  return (
    <>
      <Notice intent="error" title={say(nothingMade(differences.length))}>
        {say(whatNext)}
      </Notice>
      <ul className="pane-cards">
        {differences.slice(0, MOST_SHOWN).map(({ sheet, cell, before, after }) => (
          <li key={onSheet(sheet, cell)}>
            <span className="pane-strong">{onSheet(sheet, cell)}</span> {shown(before)} → {shown(after)}
          </li>
        ))}
        {rest > 0 && <li>{say({ en: `and ${rest} more`, zh: `另有 ${rest} 个` })}</li>}
      </ul>
    </>
  );
}

export const nothingMade = (count: number): Texts => ({
  en: `Nothing was made: ${counted(count, "cell")} would show another result.`,
  zh: `未制作副本：${count} 个单元格的结果会不同。`,
});

const whatNext: Texts = {
  en: "Look at these cells, or choose another program or values only.",
  zh: "请查看这些单元格，或选择其他程序或仅数值。",
};

function shown(value: CellValue): string {
  if (value === null) return "–";
  return typeof value === "object" ? value.error : String(value);
}
