import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { formatted } from "./formatted";

interface Column {
  readonly title: Texts;
  readonly unit?: Texts;
}

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  readonly formats: readonly (readonly string[])[];
}

/** Rows as they will stand on the sheet; wide ones scroll. */
export function RowsGrid({ label, columns, rows, formats }: Props) {
  const { say } = usePane();
  return (
    <div className="pane-grid-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="pane-grid">
        <thead>
          <tr>
            {columns.map(({ title, unit }, j) => (
              <th key={j} scope="col">
                {say(title)}
                {unit && <span className="pane-quiet"> {say(unit)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j} className={typeof cell === "number" ? "pane-number" : undefined}>
                  {typeof cell === "boolean" ? String(cell).toUpperCase() : formatted(cell, formats[i]![j]!)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
