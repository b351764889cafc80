import { useMemo } from "react";
import { certainties, periodText, places, units, type ReferenceTable } from "../../reference";
import { wide, type WideTable } from "../../reference/wide";
import type { Texts } from "../../refusal";
import type { Followed } from "../deeds";
import { usePane } from "../pane-context";
import { Fact, Facts } from "../parts/facts";
import { Notice } from "../parts/notice";
import { Page } from "../parts/page";
import { formatted } from "./formatted";
import { InsertTable } from "./insert-table";
import { longestSeries } from "./series";
import { Sparkline } from "./sparkline";
import { countText } from "./table-facts";
import { useTableInsertion } from "./use-table-insertion";

const said = {
  units: { en: "Units", zh: "单位" },
  period: { en: "Period", zh: "时期" },
  place: { en: "Place", zh: "地区" },
  source: { en: "Source", zh: "来源" },
  certainty: { en: "Certainty", zh: "可靠程度" },
  version: { en: "Data version", zh: "数据版本" },
  verify: { en: "Verify before use: such figures change often.", zh: "使用前请核实：此类数字经常变动。" },
  notes: { en: "Notes", zh: "说明" },
} satisfies Record<string, Texts>;

interface Props {
  readonly table: ReferenceTable;
  readonly followed: Followed;
  readonly onBack: () => void;
}

/** One table before it is inserted: what it holds, in what units, from where, and how sure. */
export function TablePreview({ table, followed, onBack }: Props) {
  const { say, language } = usePane();
  const laidOut = useMemo(() => wide(table, language), [table, language]);
  const series = useMemo(() => longestSeries(table), [table]);
  const insertion = useTableInsertion(table, laidOut, followed);
  return (
    <Page title={say(table.title)} onBack={onBack} footer={<InsertTable insertion={insertion} />}>
      <p className="pane-lead">{say(table.description)}</p>
      {table.rows.some(({ verify }) => verify) && <Notice intent="warning">{say(said.verify)}</Notice>}
      {series && <Sparkline series={series} />}
      <FirstRows table={table} laidOut={laidOut} />
      {table.notes.length > 0 && (
        <>
          <h3 className="pane-kicker">{say(said.notes)}</h3>
          <ul className="pane-notes">
            {table.notes.map((note) => (
              <li key={note.en}>{say(note)}</li>
            ))}
          </ul>
        </>
      )}
      <TableFacts table={table} />
    </Page>
  );
}

function TableFacts({ table }: { readonly table: ReferenceTable }) {
  const { say, language } = usePane();
  const separator = language === "en" ? ", " : "、";
  const each = (texts: readonly string[]): string => [...new Set(texts)].filter(Boolean).join(separator);
  return (
    <Facts>
      <Fact name={say(said.units)}>{each(table.rows.map(({ unit }) => units[unit]?.[language] ?? ""))}</Fact>
      <Fact name={say(said.period)}>{each(table.periods.map((period) => periodText(period, language)))}</Fact>
      <Fact name={say(said.place)}>
        {each(table.places.map((place) => (language === "en" ? place : (places[place] ?? place))))}
      </Fact>
      <Fact name={say(said.certainty)}>
        {table.certainties.map((certainty) => {
          const { name, meaning } = certainties[certainty];
          return (
            <div key={certainty}>
              <strong>{say(name)}</strong> {say(meaning)}
            </div>
          );
        })}
      </Fact>
      <Fact name={say(said.source)}>
        {[...new Set(table.rows.flatMap(({ sources }) => sources.map(say)))].map((source) => (
          <div key={source}>{source}</div>
        ))}
      </Fact>
      <Fact name={say(said.version)}>
        {table.version} · {table.checked}
      </Fact>
    </Facts>
  );
}

const mostRows = 10;

/** What stands below as facts of the whole table, and what is too long to scan. */
const leftOut = new Set(["Geography", "Source", "Seen", "Checked", "Note"]);

const firstRows = (count: number, all: string): Texts => ({
  en: `The first ${count} of ${all}`,
  zh: `前 ${count} 行（共 ${all}）`,
});

function FirstRows({ table, laidOut }: { readonly table: ReferenceTable; readonly laidOut: WideTable }) {
  const { say, language } = usePane();
  const { columns, rows, formats } = laidOut;
  const shown = [...columns.keys()].filter((j) => !leftOut.has(columns[j]!.header));
  const title =
    rows.length > mostRows ? firstRows(mostRows, countText(table, language))[language] : countText(table, language);
  return (
    <>
      <h3 className="pane-kicker">{title}</h3>
      <div className="pane-grid-scroll" role="region" aria-label={`${say(table.title)}: ${title}`} tabIndex={0}>
        <table className="pane-grid">
          <thead>
            <tr>
              {shown.map((j) => (
                <th key={j} scope="col">
                  {say(columns[j]!.title)}
                  {columns[j]!.unit && <span className="pane-quiet"> {say(columns[j]!.unit)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map((row, i) => (
              <tr key={i}>
                {shown.map((j) => (
                  <td key={j} className={typeof row[j] === "number" ? "pane-number" : undefined}>
                    {formatted(row[j]!, formats[i]![j]!)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
