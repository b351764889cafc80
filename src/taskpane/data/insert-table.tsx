import { Button, Checkbox, Radio, RadioGroup } from "@fluentui/react-components";
import { writtenPlace } from "../../actions";
import { counted, type Texts } from "../../refusal";
import type { Form } from "../../sharing/data/register";
import { usePane } from "../pane-context";
import { InProgress } from "../parts/in-progress";
import { Notice, ProblemNotice } from "../parts/notice";
import { OccupiedNotice } from "../parts/occupied-notice";
import type { At, Progress, TableInsertion } from "./use-table-insertion";

const said = {
  as: { en: "Insert as", zh: "插入为" },
  where: { en: "Where to insert", zh: "插入位置" },
  newSheet: { en: "New sheet", zh: "新工作表" },
  selected: { en: "Selected cell", zh: "所选单元格" },
  at: { en: "At", zh: "位于" },
  chart: { en: "Chart beside it", zh: "并插入图表" },
  insert: { en: "Insert table", zh: "插入数据表" },
  picking: {
    en: "Select a free cell in the sheet, then insert.",
    zh: "请在工作表中选择空白单元格，然后插入。",
  },
  noWorkbook: {
    en: "Open this pane in Excel to insert the table.",
    zh: "请在 Excel 中打开本窗格以插入数据表。",
  },
} satisfies Record<string, Texts>;

const forms: Readonly<Record<Form, Texts>> = {
  table: { en: "Table", zh: "表格" },
  formulas: { en: "Formulas", zh: "公式" },
  values: { en: "Values", zh: "数值" },
};

/** How and where the table goes, what was in the way, and the deed. */
export function InsertTable({ insertion }: { readonly insertion: TableInsertion }) {
  const { say, surroundings } = usePane();
  const { selection, occupied, problem, picking, progress, chart } = insertion;
  if (!surroundings.hasWorkbook) return <Notice intent="info">{say(said.noWorkbook)}</Notice>;
  const cell = selection ? `${say(said.at)} ${writtenPlace(selection.firstCell)}` : say(said.selected);
  return (
    <div className="pane-insert">
      {occupied && !picking && (
        <OccupiedNotice occupied={occupied} onNewSheet={() => insertion.insert("newSheet")} onPick={insertion.pick} />
      )}
      {picking && <Notice intent="info">{say(said.picking)}</Notice>}
      {problem && <ProblemNotice problem={problem} />}
      {progress ? (
        <InProgress done={progress.rows} of={progress.of} text={written(progress)} onStop={insertion.stop} />
      ) : (
        <>
          <FormChoice insertion={insertion} />
          <RadioGroup
            aria-label={say(said.where)}
            layout="horizontal"
            value={insertion.at}
            onChange={(_, { value }) => insertion.chooseAt(value as At)}
          >
            <Radio value="newSheet" label={say(said.newSheet)} />
            <Radio value="selected" label={cell} disabled={!selection} />
          </RadioGroup>
          {chart !== undefined && (
            <Checkbox
              label={say(said.chart)}
              checked={chart}
              onChange={(_, { checked }) => insertion.chooseChart(checked === true)}
            />
          )}
        </>
      )}
      <Button appearance="primary" disabled={!insertion.possible} onClick={() => insertion.insert(insertion.at)}>
        {say(said.insert)}
      </Button>
    </div>
  );
}

function FormChoice({ insertion }: { readonly insertion: TableInsertion }) {
  const { say } = usePane();
  if (insertion.forms.length < 2) return null;
  return (
    <RadioGroup
      aria-label={say(said.as)}
      layout="horizontal"
      value={insertion.form}
      onChange={(_, { value }) => insertion.chooseForm(value as Form)}
    >
      {insertion.forms.map((form) => (
        <Radio key={form} value={form} label={say(forms[form])} />
      ))}
    </RadioGroup>
  );
}

const written = ({ rows, of }: Progress): Texts => ({ en: `${rows} of ${counted(of, "row")}`, zh: `${rows} / ${of} 行` });
