import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { writtenPlace } from "../../actions";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { OccupiedNotice } from "../parts/occupied-notice";
import type { At, TableInsertion } from "./use-table-insertion";

const said = {
  where: { en: "Where to insert", zh: "插入位置" },
  newSheet: { en: "New sheet", zh: "新工作表" },
  selected: { en: "Selected cell", zh: "所选单元格" },
  at: { en: "At", zh: "位于" },
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

/** Where the table goes, what was in the way, and the deed. */
export function InsertTable({ insertion }: { readonly insertion: TableInsertion }) {
  const { say, surroundings } = usePane();
  const { selection, occupied, problem, picking } = insertion;
  if (!surroundings.hasWorkbook) return <Notice intent="info">{say(said.noWorkbook)}</Notice>;
  const cell = selection ? `${say(said.at)} ${writtenPlace(selection.firstCell)}` : say(said.selected);
  return (
    <div className="pane-insert">
      {occupied && !picking && (
        <OccupiedNotice occupied={occupied} onNewSheet={() => insertion.insert("newSheet")} onPick={insertion.pick} />
      )}
      {picking && <Notice intent="info">{say(said.picking)}</Notice>}
      {problem && <ProblemNotice problem={problem} />}
      <RadioGroup
        aria-label={say(said.where)}
        layout="horizontal"
        value={insertion.at}
        onChange={(_, { value }) => insertion.chooseAt(value as At)}
      >
        <Radio value="newSheet" label={say(said.newSheet)} />
        <Radio value="selected" label={cell} disabled={!selection} />
      </RadioGroup>
      <Button appearance="primary" disabled={!insertion.possible} onClick={() => insertion.insert(insertion.at)}>
        {say(said.insert)}
      </Button>
    </div>
  );
}
