import { lazy, Suspense, useState } from "react";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Contained } from "../parts/failure";
import { Segments } from "../parts/segments";
import { usePart } from "../parts/use-part";
import { Waiting } from "../parts/waiting";
import type { ViewProps } from "../view";
import { TemplatesPart } from "./templates-part";
import "../views.css";

const parts = ["templates", "scenarios", "simulate"] as const;
type Part = (typeof parts)[number];

const names: Readonly<Record<Part, Texts>> = {
  templates: { en: "Templates", zh: "模板" },
  scenarios: { en: "Scenarios", zh: "情景" },
  simulate: { en: "Simulate", zh: "模拟" },
};

const label: Texts = { en: "Model", zh: "模型" };

/** The compiler of models is loaded with the parts that calculate. */
const loadPanels = () => ({
  templates: TemplatesPart,
  scenarios: lazy(() => import("./scenarios-part")),
  simulate: lazy(() => import("./simulate-part")),
});

export default function ModelView(asked: ViewProps) {
  const { say } = usePane();
  const [panels, setPanels] = useState(loadPanels);
  const [chosen, choose] = usePart(parts, asked);
  const Panel = panels[chosen];
  return (
    <>
      <Segments
        label={say(label)}
        items={parts.map((name) => ({ name, text: say(names[name]) }))}
        chosen={chosen}
        onChoose={choose}
      />
      <Contained onRetry={() => setPanels(loadPanels)}>
        <Suspense fallback={<Waiting />}>
          <Panel />
        </Suspense>
      </Contained>
    </>
  );
}
