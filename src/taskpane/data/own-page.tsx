import { Button } from "@fluentui/react-components";
import { writtenPlace } from "../../actions";
import type { OwnRows, StandingOwnTable } from "../../actions/data";
import type { Texts } from "../../refusal";
import { lookUpFormula } from "../../sharing/data/forms";
import { useReading, type Followed } from "../deeds";
import { usePane } from "../pane-context";
import { Fact, Facts } from "../parts/facts";
import { Notice, ProblemNotice } from "../parts/notice";
import { Page } from "../parts/page";
import { Waiting } from "../parts/waiting";
import { useDataDeeds } from "./data-deeds";
import { InsertTable } from "./insert-table";
import { RowsGrid } from "./rows-grid";
import { isKeyed, ownToInsert } from "./table-to-insert";
import { useTableInsertion } from "./use-table-insertion";

const said = {
  gone: { en: "This table was deleted from the workbook, or renamed.", zh: "该表已从工作簿中删除或改名。" },
  source: { en: "Source", zh: "来源" },
  unknown: { en: "not stated", zh: "未注明" },
  origin: { en: "Read from", zh: "读自" },
  inserted: { en: "Inserted", zh: "插入日期" },
  units: { en: "Units", zh: "单位" },
  where: { en: "Where", zh: "位置" },
  lookUp: { en: "Look-up formula", zh: "查找公式" },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied.", zh: "已复制。" },
} satisfies Record<string, Texts>;

interface Props {
  readonly own: StandingOwnTable;
  readonly followed: Followed;
  readonly onBack: () => void;
  readonly onInserted: () => void;
}

/** A table of the user's own in this workbook: what it is, and how to use it again. */
export function OwnPage({ own: { table, place }, followed, onBack, onInserted }: Props) {
  const { say } = usePane();
  const { readOwnTable } = useDataDeeds();
  const { result, problem } = useReading(place && (() => readOwnTable(table.name)), [table.name]);
  return result ? (
    <Standing own={{ table, place }} rows={result} followed={followed} onBack={onBack} onInserted={onInserted} />
  ) : (
    <Page title={table.title} onBack={onBack}>
      {problem && <ProblemNotice problem={problem} />}
      {!place && <Notice intent="warning">{say(said.gone)}</Notice>}
      {place && !problem && <Waiting />}
    </Page>
  );
}

const rowsShown = 10;

function Standing({ own, rows: all, followed, onBack, onInserted }: Props & { readonly rows: OwnRows }) {
  const { table } = own;
  const { headers, rows, formats } = all;
  const hasKeys = isKeyed(all);
  const insertion = useTableInsertion(
    {
      title: table.title,
      forms: hasKeys && headers.length > 1 ? ["table", "formulas", "values"] : ["table", "values"],
      canDraw: false,
      toInsert: (wish) => ownToInsert(table, all, wish),
      onInserted,
    },
    followed,
  );
  const unitOf = (header: string): string => table.columns.find((column) => column.header === header)?.unit ?? "";
  const inBoth = (text: string): Texts => ({ en: text, zh: text });
  return (
    <Page title={table.title} onBack={onBack} footer={<InsertTable insertion={insertion} />}>
      <RowsGrid
        label={table.title}
        columns={headers.map((header) => ({
          title: inBoth(header),
          ...(unitOf(header) && { unit: inBoth(unitOf(header)) }),
        }))}
        rows={rows.slice(0, rowsShown)}
        formats={formats}
      />
      <OwnFacts own={own} headers={headers} hasKeys={hasKeys} />
    </Page>
  );
}

interface FactsProps extends Pick<OwnRows, "headers"> {
  readonly own: StandingOwnTable;
  /** Whether each row can be found by its first cell. */
  readonly hasKeys: boolean;
}

function OwnFacts({ own: { table, place }, headers, hasKeys }: FactsProps) {
  const { say, surroundings, announce } = usePane();
  const wanted = table.columns.find(({ kind, header }) => kind === "number" && headers.includes(header))?.header;
  const formula = wanted && hasKeys ? lookUpFormula(table.name, headers, wanted, "A2") : undefined;
  const units = table.columns.filter(({ unit }) => unit).map(({ header, unit }) => `${header}: ${unit}`);
  const copy = async (text: string): Promise<void> => {
    await surroundings.copyText(text);
    announce(said.copied);
  };
  return (
    <Facts>
      <Fact name={say(said.source)}>{table.source || say(said.unknown)}</Fact>
      <Fact name={say(said.origin)}>{table.origin}</Fact>
      <Fact name={say(said.inserted)}>{table.inserted}</Fact>
      {units.length > 0 && <Fact name={say(said.units)}>{units.join("; ")}</Fact>}
      {place && <Fact name={say(said.where)}>{writtenPlace(place)}</Fact>}
      {formula && (
        <Fact name={say(said.lookUp)}>
          <code>{formula}</code>{" "}
          <Button size="small" appearance="subtle" onClick={() => void copy(formula)}>
            {say(said.copy)}
          </Button>
        </Fact>
      )}
    </Facts>
  );
}
