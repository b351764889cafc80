import { Field, Input, Select } from "@fluentui/react-components";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { TableCellsMergeRegular } from "@fluentui/react-icons/svg/table-cells-merge";
import { useId, useState } from "react";
import { writtenPlace } from "../../actions";
import { noteText } from "../../reference/import-report";
import type { ImportedTable } from "../../reference/import-table";
import { counted, type Texts } from "../../refusal";
import type { Followed } from "../deeds";
import { usePane } from "../pane-context";
import { Choice } from "../parts/choice";
import { Notice, ProblemNotice } from "../parts/notice";
import { Page } from "../parts/page";
import { Waiting } from "../parts/waiting";
import { InsertTable } from "./insert-table";
import { RowsGrid } from "./rows-grid";
import { importedToInsert } from "./table-to-insert";
import { useImport, type Import } from "./use-import";
import { useTableInsertion } from "./use-table-insertion";

const said = {
  title: { en: "Your own data", zh: "自有数据" },
  file: { en: "From a file", zh: "从文件" },
  fileHint: {
    en: "CSV, Excel workbook or Data Package (zip). It is read here and sent nowhere.",
    zh: "CSV、Excel 工作簿或 Data Package（zip）。仅在本机读取，不会上传。",
  },
  selection: { en: "From the selection", zh: "从所选区域" },
  select: { en: "Select the table in the sheet, header row included.", zh: "请在工作表中选中表格（含标题行）。" },
  which: { en: "Which table", zh: "选择表格" },
  name: { en: "Title", zh: "标题" },
  source: { en: "Source", zh: "来源" },
  sourceHint: { en: "As you would cite it; it travels with the workbook.", zh: "按引用方式填写，将随工作簿保存。" },
  report: { en: "What was found", zh: "读取结果" },
  clean: { en: "Every row was read as it stands.", zh: "所有行均按原样读取。" },
} satisfies Record<string, Texts>;

interface Props {
  readonly followed: Followed;
  readonly onBack: () => void;
  readonly onInserted: () => void;
}

/** A table of the user's: where it is read from, what was found row by row, and then the deed. */
export function ImportPage({ followed, onBack, onInserted }: Props) {
  const own = useImport();
  const { table, origin, chosen } = own;
  if (!table) return <Pick own={own} followed={followed} onBack={onBack} />;
  return (
    <Report
      key={`${origin}/${chosen}`}
      own={own}
      table={table}
      followed={followed}
      onBack={onBack}
      onInserted={onInserted}
    />
  );
}

interface PartProps {
  readonly own: Import;
  readonly followed: Followed;
  readonly onBack: () => void;
}

function Pick({ own, followed: { selection }, onBack }: PartProps) {
  const { say, surroundings } = usePane();
  const isTable = selection !== undefined && selection.rows > 1;
  const place = isTable ? writtenPlace(selection) : say(said.select);
  return (
    <Page title={say(said.title)} onBack={onBack}>
      {own.problem && <ProblemNotice problem={own.problem} />}
      <div className="pane-choices">
        <Choice
          icon={<DocumentTableRegular />}
          text={said.file}
          hint={said.fileHint}
          disabled={own.busy}
          onClick={own.fromFile}
        />
        {surroundings.hasWorkbook && (
          <Choice
            icon={<TableCellsMergeRegular />}
            text={said.selection}
            hint={{ en: place, zh: place }}
            disabled={own.busy || !isTable}
            onClick={() => selection && own.fromSelection(selection)}
          />
        )}
      </div>
      <Tables own={own} />
      {own.busy && <Waiting />}
    </Page>
  );
}

/** Of a workbook with several sheets one is taken. */
function Tables({ own: { found = [], chosen, choose } }: { readonly own: Import }) {
  const { say } = usePane();
  const id = useId();
  if (found.length < 2) return null;
  return (
    <div className="pane-filter">
      <label htmlFor={id}>{say(said.which)}</label>
      <Select id={id} value={String(chosen)} onChange={(_, { value }) => choose(Number(value))}>
        {found.map(({ name }, i) => (
          <option key={i} value={i}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}

interface ReportProps extends PartProps {
  readonly table: ImportedTable;
  readonly onInserted: () => void;
}

const rowsShown = 5;

const rowsText = (count: number): Texts => ({ en: counted(count, "row"), zh: `${count} 行` });

function Report({ own, table, followed, onBack, onInserted }: ReportProps) {
  const { say, language } = usePane();
  const [title, setTitle] = useState(table.title);
  const [source, setSource] = useState(table.source);
  const words = { title: title.trim() || table.title || say(said.title), source: source.trim(), origin: own.origin };
  const insertion = useTableInsertion(
    {
      title: words.title,
      forms: ["table"],
      canDraw: false,
      toInsert: (wish) => importedToInsert(table, words, wish),
      onInserted,
    },
    followed,
  );
  const { columns, rows, notes } = table;
  const shown = rows.slice(0, rowsShown);
  const inBoth = (text: string): Texts => ({ en: text, zh: text });
  return (
    <Page title={say(said.title)} onBack={onBack} footer={<InsertTable insertion={insertion} />}>
      <Tables own={own} />
      <Field label={say(said.name)}>
        <Input value={title} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field className="pane-own-source" label={say(said.source)} hint={say(said.sourceHint)}>
        <Input value={source} onChange={(_, { value }) => setSource(value)} />
      </Field>
      <h3 className="pane-kicker">{say(rowsText(rows.length))}</h3>
      <RowsGrid
        label={words.title}
        columns={columns.map(({ header, unit }) => ({ title: inBoth(header), ...(unit && { unit: inBoth(unit) }) }))}
        rows={shown}
        formats={shown.map(() => columns.map(({ format }) => format))}
      />
      <h3 className="pane-kicker">{say(said.report)}</h3>
      {notes.length === 0 ? (
        <Notice intent="success">{say(said.clean)}</Notice>
      ) : (
        <ul className="pane-notes">
          {notes.map((note, i) => (
            <li key={i}>{noteText(note, language)}</li>
          ))}
        </ul>
      )}
    </Page>
  );
}
