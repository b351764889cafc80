import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Loss, StandingTemplate } from "../../actions/templates";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { useTemplateDeeds } from "./template-deeds";

const said = {
  here: { en: "In this workbook", zh: "本工作簿中的模板" },
  remove: { en: "Remove", zh: "删除" },
  keep: { en: "Keep", zh: "保留" },
  noUndo: { en: "Ctrl+Z does not bring them back.", zh: "无法用 Ctrl+Z 恢复。" },
  changed: { en: "Changed since they were made, and lost:", zh: "创建后已修改、将丢失的工作表：" },
  referring: { en: "These refer to it and would show errors:", zh: "以下内容引用了该模板，将显示错误：" },
} satisfies Record<string, Texts>;

const removes = (sheets: string): Texts => ({
  en: `This deletes the sheets ${sheets}.`,
  zh: `将删除工作表 ${sheets}。`,
});

const removed = ({ title }: StandingTemplate): Texts => ({ en: `Removed ${title}.`, zh: `已删除“${title}”。` });

interface Props {
  readonly standing: readonly StandingTemplate[];
  readonly onRemoved: () => void;
}

/** The templates that the workbook holds, each with its removal. */
export function StandingTemplates({ standing, onRemoved }: Props) {
  const { say } = usePane();
  if (standing.length === 0) return null;
  return (
    <section aria-label={say(said.here)}>
      <h3 className="pane-kicker">{say(said.here)}</h3>
      <ul className="pane-cards">
        {standing.map((template) => (
          <StandingRow key={template.key} template={template} onRemoved={onRemoved} />
        ))}
      </ul>
    </section>
  );
}

function StandingRow({ template, onRemoved }: { readonly template: StandingTemplate; readonly onRemoved: () => void }) {
  const { say, language, surroundings, announce } = usePane();
  const { readLoss, removeTemplate } = useTemplateDeeds();
  const { busy, problem, run } = useDeed();
  const [loss, setLoss] = useState<Loss>();
  const separator = language === "en" ? ", " : "、";
  const ask = (): void => run(() => readLoss(template.key), setLoss);
  const remove = (): void =>
    run(() => removeTemplate(template.key, surroundings.supports), () => {
      announce(removed(template));
      onRemoved();
    });
  return (
    <li>
      <div className="pane-deed">
        <div>
          <p className="pane-template-title">{template.title}</p>
          <p className="pane-quiet">{template.sheets.join(separator)}</p>
        </div>
        <Button size="small" disabled={busy || loss !== undefined} onClick={ask} aria-label={`${say(said.remove)}: ${template.title}`}>
          {say(said.remove)}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {loss && (
        <Notice
          intent="warning"
          title={say(removes(template.sheets.join(separator)))}
          actions={
            <>
              <Button size="small" disabled={busy} onClick={remove}>
                {say(said.remove)}
              </Button>
              <Button size="small" disabled={busy} onClick={() => setLoss(undefined)}>
                {say(said.keep)}
              </Button>
            </>
          }
        >
          <LossText loss={loss} separator={separator} />
        </Notice>
      )}
    </li>
  );
}

const mostNamed = 8;

function LossText({ loss: { changed, referring }, separator }: { readonly loss: Loss; readonly separator: string }) {
  const { say } = usePane();
  const listed = (all: readonly string[]): string =>
    all.slice(0, mostNamed).join(separator) + (all.length > mostNamed ? ` … (${all.length})` : "");
  return (
    <>
      {say(said.noUndo)}
      {changed.length > 0 && ` ${say(said.changed)} ${listed(changed)}`}
      {referring.length > 0 && ` ${say(said.referring)} ${listed(referring)}`}
    </>
  );
}
