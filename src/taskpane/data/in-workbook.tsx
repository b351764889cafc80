import { Button } from "@fluentui/react-components";
import { writtenPlace, type Selection } from "../../actions";
import type { DataInWorkbook, StandingOwnTable } from "../../actions/data";
import { counted, type Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice } from "../parts/notice";

const said = {
  own: { en: "Add your own data", zh: "添加自有数据" },
  trace: { en: "Trace selected cell", zh: "追溯所选单元格" },
  see: { en: "See what changes", zh: "查看变化" },
  title: { en: "In this workbook", zh: "本工作簿中" },
  bundled: { en: "Reference tables", zh: "参考数据表" },
  gone: { en: "deleted from the workbook", zh: "已从工作簿中删除" },
} satisfies Record<string, Texts>;

const newer = (count: number): Texts => ({
  en: `${counted(count, "table has", "tables have")} a newer version.`,
  zh: `${count} 个表格有较新版本。`,
});

interface ToolsProps {
  readonly selection: Selection | undefined;
  readonly onImport: () => void;
  readonly onTrace: () => void;
}

/** What can be done beside inserting a bundled table. */
export function DataTools({ selection, onImport, onTrace }: ToolsProps) {
  const { say, surroundings } = usePane();
  return (
    <div className="pane-tools">
      <Button size="small" data-opens="import" onClick={onImport}>
        {say(said.own)}
      </Button>
      {surroundings.hasWorkbook && (
        <Button size="small" data-opens="trace" disabled={!selection} onClick={onTrace}>
          {say(said.trace)}
        </Button>
      )}
    </div>
  );
}

interface Props {
  readonly data: DataInWorkbook;
  readonly onNews: () => void;
  readonly onOwn: (own: StandingOwnTable) => void;
}

/** What of the workbook's data has a newer version, and the tables of the user's own. */
export function InWorkbook({ data: { own, newer: count }, onNews, onOwn }: Props) {
  const { say } = usePane();
  return (
    <>
      {count > 0 && (
        <Notice
          intent="info"
          actions={
            <Button size="small" data-opens="news" onClick={onNews}>
              {say(said.see)}
            </Button>
          }
        >
          {say(newer(count))}
        </Notice>
      )}
      {own.length > 0 && (
        <>
          <h3 className="pane-kicker">{say(said.title)}</h3>
          <ul className="pane-rows">
            {own.map((each) => (
              <li key={each.table.name}>
                <OwnRow own={each} onOpen={() => onOwn(each)} />
              </li>
            ))}
          </ul>
          <h3 className="pane-kicker">{say(said.bundled)}</h3>
        </>
      )}
    </>
  );
}

function OwnRow({ own, onOpen }: { readonly own: StandingOwnTable; readonly onOpen: () => void }) {
  const { say } = usePane();
  const { table, place } = own;
  const where = place ? writtenPlace(place) : say(said.gone);
  return (
    <button type="button" className="pane-row" data-opens={table.name} onClick={onOpen}>
      <span className="pane-row-title">{table.title}</span>
      <span className="pane-row-text">{table.source}</span>
      <span className="pane-row-facts">{[where, table.inserted].filter(Boolean).join(" · ")}</span>
    </button>
  );
}
