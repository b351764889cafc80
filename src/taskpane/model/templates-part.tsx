import { useCallback, useEffect, useState } from "react";
import { features, type InsertedTemplate, type StandingTemplate } from "../../actions/templates";
import type { Texts } from "../../refusal";
import { templates, type Template } from "../../templates";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { StandingTemplates } from "./standing-templates";
import { TemplateCard, type Steps } from "./template-card";
import { useTemplateDeeds } from "./template-deeds";

const said = {
  intro: {
    en: "Working policy workbooks. Illustrative figures are marked: put your own in their place.",
    zh: "可直接使用的政策工作簿。示例数据均已标明，请换成自己的数据。",
  },
  noWorkbook: { en: "Open this pane in Excel to create one.", zh: "请在 Excel 中打开本窗格以创建。" },
  leftOut: { en: "Left out, as this version of the host lacks them:", zh: "当前宿主程序不支持，已略去：" },
} satisfies Record<string, Texts>;

const created = ({ title, sheets }: InsertedTemplate): Texts => ({
  en: `Created ${title} on ${sheets.length} new sheets.`,
  zh: `已创建“${title}”，新增 ${sheets.length} 张工作表。`,
});

interface Creating extends Steps {
  readonly id: string;
}

/** Policy workbooks to create here, and those that stand here. */
export function TemplatesPart() {
  const { say, language, surroundings, announce } = usePane();
  const { insertTemplate, readTemplates } = useTemplateDeeds();
  const { busy, problem, run } = useDeed();
  const [standing, setStanding] = useState<readonly StandingTemplate[]>([]);
  const [creating, setCreating] = useState<Creating>();
  const [made, setMade] = useState<InsertedTemplate>();
  const { hasWorkbook } = surroundings;
  const read = useCallback(() => {
    if (hasWorkbook) run(readTemplates, setStanding);
  }, [hasWorkbook, readTemplates, run]);
  useEffect(read, [read]);

  const create = (template: Template): void => {
    const { id } = template;
    const told = (done: number, of: number): void => setCreating({ id, done, of });
    told(0, 1);
    setMade(undefined);
    const insert = (): Promise<InsertedTemplate> =>
      insertTemplate(template, language, surroundings.supports, told).finally(() => setCreating(undefined));
    run(insert, (result) => {
      setMade(result);
      announce(created(result));
      read();
    });
  };

  return (
    <div className="pane-scroll">
      {hasWorkbook ? <p className="pane-quiet">{say(said.intro)}</p> : <Notice intent="info">{say(said.noWorkbook)}</Notice>}
      {problem && <ProblemNotice problem={problem} />}
      {made && made.leftOut.length > 0 && (
        <Notice intent="info" title={say(created(made))}>
          {say(said.leftOut)} {made.leftOut.map((feature) => say(features[feature])).join(language === "en" ? ", " : "、")}
        </Notice>
      )}
      <StandingTemplates standing={standing} onRemoved={read} />
      <ul className="pane-cards">
        {templates.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            steps={creating?.id === template.id ? creating : undefined}
            disabled={busy || creating !== undefined}
            onCreate={() => create(template)}
          />
        ))}
      </ul>
    </div>
  );
}
