import { useEffect, useState } from "react";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Segments } from "../parts/segments";
import type { ViewProps } from "../view";
import { TemplatesPart } from "./templates-part";

const parts = ["templates"] as const;
type Part = (typeof parts)[number];

const names: Readonly<Record<Part, Texts>> = {
  templates: { en: "Templates", zh: "模板" },
};

const label: Texts = { en: "Model", zh: "模型" };

const panels = { templates: TemplatesPart } as const;

export default function ModelView({ searchAsked, part }: ViewProps) {
  const { say } = usePane();
  const [chosen, choose] = useState<Part>("templates");
  useEffect(() => {
    const asked = parts.find((each) => each === part);
    if (asked) choose(asked);
  }, [searchAsked, part]);
  const Panel = panels[chosen];
  return (
    <>
      {parts.length > 1 && (
        <Segments
          label={say(label)}
          items={parts.map((name) => ({ name, text: say(names[name]) }))}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      <Panel />
    </>
  );
}
