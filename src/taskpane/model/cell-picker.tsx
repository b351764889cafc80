import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { writtenPlace } from "../../actions";
import { placeOf } from "../../actions/what-if";
import type { CellPlace, NamedCell } from "../../model";
import type { Texts } from "../../refusal";
import { useSelection } from "../deeds";
import { usePane } from "../pane-context";
import { useDeed } from "../parts/use-deed";
import { ProblemNotice } from "../parts/notice";
import { useWhatIfDeeds } from "./what-if-deeds";

const said = {
  add: { en: "Add selection", zh: "添加所选单元格" },
  remove: { en: "Remove", zh: "移除" },
  go: { en: "Show", zh: "定位" },
} satisfies Record<string, Texts>;

export const sameCell = (one: CellPlace, other: CellPlace): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column;

export const cellKey = ({ sheet, row, column }: CellPlace): string => `${sheet}!${row},${column}`;

interface PickerProps {
  /** What the cells are picked for. */
  readonly label: string;
  readonly onPick: (cells: readonly NamedCell[]) => void;
}

const most = 200;

/** Takes what is selected in the grid, with the names that its cells have. */
export function CellPicker({ label, onPick }: PickerProps) {
  const { say } = usePane();
  const { describeCells } = useWhatIfDeeds();
  const { selection } = useSelection();
  const { busy, problem, run } = useDeed();
  const isFit = selection && selection.rows * selection.columns <= most;
  const where = selection ? writtenPlace(selection) : "";
  return (
    <>
      <Button
        size="small"
        disabled={busy || !isFit}
        aria-label={`${say(said.add)} ${where}: ${label}`}
        onClick={() => selection && run(() => describeCells(selection), onPick)}
      >
        {say(said.add)} {where}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

interface CellLineProps {
  readonly name: string;
  readonly place: CellPlace;
  readonly onRemove: () => void;
}

/** A picked cell: its name leads to it. */
export function CellLine({ name, place, onRemove }: CellLineProps) {
  const { say } = usePane();
  const { goTo } = useWhatIfDeeds();
  const where = writtenPlace(placeOf(place));
  return (
    <div className="pane-cell-line">
      <span className="pane-strong">{name}</span>
      <Button
        size="small"
        appearance="transparent"
        aria-label={`${say(said.go)} ${where}`}
        onClick={() => void goTo(placeOf(place)).catch(() => undefined)}
      >
        {where}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={`${say(said.remove)} ${name}`}
        onClick={onRemove}
      />
    </div>
  );
}
