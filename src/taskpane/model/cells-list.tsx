import type { NamedCell } from "../../model";
import { cellKey, CellLine, CellPicker, sameCell } from "./cell-picker";

interface Props {
  /** What the cells are for. */
  readonly label: string;
  readonly cells: readonly NamedCell[];
  readonly onChange: (cells: readonly NamedCell[]) => void;
  /** At most so many; the newest stay. */
  readonly most?: number;
}

/** Cells picked from the grid. */
export function CellsList({ label, cells, onChange, most = 200 }: Props) {
  const add = (picked: readonly NamedCell[]): void => {
    const added = picked.filter(({ place }) => !cells.some((cell) => sameCell(cell.place, place)));
    onChange([...cells, ...added].slice(-most));
  };
  return (
    <div role="group" aria-label={label}>
      <h4 className="pane-kicker">{label}</h4>
      {cells.map((cell) => (
        <CellLine
          key={cellKey(cell.place)}
          {...cell}
          onRemove={() => onChange(cells.filter((other) => other !== cell))}
        />
      ))}
      <CellPicker label={label} onPick={add} />
    </div>
  );
}
