import { Button } from "@fluentui/react-components";
import type { Texts } from "../../refusal";
import type { Template } from "../../templates";
import { usePane } from "../pane-context";
import { Thumbnail } from "./thumbnail";

const said = {
  needs: { en: "What you need", zh: "需要准备" },
  adds: { en: "Sheets it adds", zh: "新增工作表" },
  more: { en: "Needs and sheets", zh: "所需数据与工作表" },
  create: { en: "Create in this workbook", zh: "在本工作簿中创建" },
  creating: { en: "Creating…", zh: "正在创建…" },
} satisfies Record<string, Texts>;

/** How far the creation of a template has come. */
export interface Steps {
  readonly done: number;
  readonly of: number;
}

interface Props {
  readonly template: Template;
  /** While this template is being created. */
  readonly steps: Steps | undefined;
  readonly disabled: boolean;
  readonly onCreate: () => void;
}

export function TemplateCard({ template, steps, disabled, onCreate }: Props) {
  const { say, surroundings } = usePane();
  const { title, question, needs, sheets } = template;
  return (
    <li className="pane-template">
      <div className="pane-template-head">
        <Thumbnail template={template} />
        <div>
          <h3 className="pane-template-title">{say(title)}</h3>
          <p>{say(question)}</p>
        </div>
      </div>
      <details>
        <summary aria-label={`${say(said.more)}: ${say(title)}`}>{say(said.more)}</summary>
        <h4 className="pane-kicker">{say(said.needs)}</h4>
        <ul className="pane-notes">
          {needs.map((need) => (
            <li key={need.en}>{say(need)}</li>
          ))}
        </ul>
        <h4 className="pane-kicker">{say(said.adds)}</h4>
        <ul className="pane-notes">
          {sheets.map(({ name }) => (
            <li key={name.en}>{say(name)}</li>
          ))}
        </ul>
      </details>
      {surroundings.hasWorkbook && (
        <Button size="small" disabled={disabled} aria-label={`${say(said.create)}: ${say(title)}`} onClick={onCreate}>
          {say(said.create)}
        </Button>
      )}
      {steps && <progress aria-label={say(said.creating)} max={steps.of} value={steps.done} />}
    </li>
  );
}
