import { writtenPlace } from "../../actions";
import { placeOf } from "../../actions/what-if";
import type { CellPlace, Difference, NotReady as Reasons, SimulationEnd } from "../../model";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice } from "../parts/notice";

const said = {
  uncompiled: { en: "These cells cannot be calculated apart from the sheet.", zh: "以下单元格无法脱离工作表计算。" },
  different: {
    en: "Calculated apart from the sheet, these cells are not what the sheet shows. Recalculate the workbook, then try again.",
    zh: "脱离工作表计算的结果与工作表显示不一致。请重算工作簿后重试。",
  },
  refused: { en: "The set-up cannot be drawn from.", zh: "该设置无法抽样。" },
} satisfies Record<string, Texts>;

const shownCells = 8;

type Hindrance = Reasons | Extract<SimulationEnd, { readonly kind: "refused" }>;

/** Why there is no answer, cell by cell. */
export function NotReady({ hindrance }: { readonly hindrance: Hindrance }) {
  const { say, language } = usePane();
  if (hindrance.kind === "refused") {
    const { subject, fragment } = hindrance.refusal;
    return (
      <Notice intent="error" title={say(said.refused)}>
        {subject} {fragment[language]}
      </Notice>
    );
  }
  const lines: readonly { readonly place: CellPlace; readonly text: string }[] =
    hindrance.kind === "uncompiled"
      ? hindrance.cells.map(({ place, why }) => ({ place, text: say(why) }))
      : hindrance.differences.map(({ place, shown, computed }) => ({ place, text: `${text(shown)} ≠ ${text(computed)}` }));
  return (
    <Notice intent="warning" title={say(said[hindrance.kind])}>
      <ul className="pane-notes">
        {lines.slice(0, shownCells).map(({ place, text: why }) => (
          <li key={writtenPlace(placeOf(place))}>
            {writtenPlace(placeOf(place))}: {why}
          </li>
        ))}
        {lines.length > shownCells && <li>… {lines.length - shownCells}</li>}
      </ul>
    </Notice>
  );
}

const text = (value: Difference["shown"]): string =>
  typeof value === "object" && value !== null ? value.error : String(value ?? "");
