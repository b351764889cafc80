import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import { certainties, periodText, places, units, type ReferenceTable } from "../../reference";
import { wide, type WideTable } from "../../reference/wide";
import type { Texts } from "../../refusal";
import { chartPlan } from "../../sharing/data/forms";
import type { Followed } from "../deeds";
import { usePane } from "../pane-context";
import { Fact, Facts } from "../parts/facts";
import { Notice } from "../parts/notice";
import { Page } from "../parts/page";
import { Bars } from "./bars";
import { InsertTable } from "./insert-table";
import { RowsGrid } from "./rows-grid";
import { longestSeries } from "./series";
import { Sparkline } from "./sparkline";
import { countText, tableCitation } from "./table-facts";
import { bundledToInsert } from "./table-to-insert";
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
  rowNotes: { en: "Notes on rows, with what other sources say", zh: "各行说明（含其他来源的数字）" },
  cite: { en: "Cite as", zh: "引用格式" },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied.", zh: "已复制。" },
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
  const plan = useMemo(() => chartPlan(laidOut), [laidOut]);
  const insertion = useTableInsertion(
    {
      title: say(table.title),
      forms: ["table", "formulas", "values"],
      canDraw: plan !== undefined,
      toInsert: (wish) => bundledToInsert(table, laidOut, wish),
    },
    followed,
  );
  return (
    <Page title={say(table.title)} onBack={onBack} footer={<InsertTable insertion={insertion} />}>
      <p className="pane-lead">{say(table.description)}</p>
      {table.rows.some(({ verify }) => verify) && <Notice intent="warning">{say(said.verify)}</Notice>}
      {series ? <Sparkline series={series} /> : plan && <Bars laidOut={laidOut} plan={plan} />}
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
      <RowNotes laidOut={laidOut} />
      <TableFacts table={table} />
    </Page>
  );
}

/** Conflicts between sources, roundings and corrections stand in the notes of the rows. */
function RowNotes({ laidOut: { columns, rows } }: { readonly laidOut: WideTable }) {
  const { say } = usePane();
  const at = columns.findIndex(({ header }) => header === "Note");
  const noted = rows.filter((row) => row[at] !== "");
  if (noted.length === 0) return null;
  return (
    <details className="pane-details">
      <summary>{say(said.rowNotes)}</summary>
      <ul className="pane-notes">
        {noted.map((row, i) => (
          <li key={i}>
            <strong>{row[0]}</strong> {row[at]}
          </li>
        ))}
      </ul>
    </details>
  );
}

function TableFacts({ table }: { readonly table: ReferenceTable }) {
  const { say, language, surroundings, announce } = usePane();
  const copy = async (): Promise<void> => {
    await surroundings.copyText(tableCitation(table, language));
    announce(said.copied);
  };
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
      <Fact name={say(said.cite)}>
        {tableCitation(table, language)}{" "}
        <Button size="small" appearance="subtle" onClick={() => void copy()}>
          {say(said.copy)}
        </Button>
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
      <RowsGrid
        label={`${say(table.title)}: ${title}`}
        columns={shown.map((j) => columns[j]!)}
        rows={rows.slice(0, mostRows).map((row) => shown.map((j) => row[j]!))}
        formats={formats.slice(0, mostRows).map((row) => shown.map((j) => row[j]!))}
      />
    </>
  );
}
