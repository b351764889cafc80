import { Button, ToggleButton } from "@fluentui/react-components";
import { StarFilled, StarRegular } from "@fluentui/react-icons/svg/star";
import { literal, type Definition, type Parameter } from "../../functions";
import type { Language, Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Fact, Facts } from "../parts/facts";
import { Page } from "../parts/page";
import { NativeForm } from "./native-form";
import { UnitNote } from "./unit-note";
import { exampleResult, writtenExample } from "./written-example";

const said = {
  needs: { en: "Needs", zh: "参数" },
  gives: { en: "Gives", zh: "结果" },
  method: { en: "How it is calculated", zh: "计算方法" },
  native: { en: "Without the add-in", zh: "没有本加载项时" },
  source: { en: "Source", zh: "方法来源" },
  example: { en: "Worked example", zh: "算例" },
  optional: { en: "optional", zh: "可选" },
  usually: { en: "unless told", zh: "默认" },
  range: { en: "cells", zh: "区域" },
  insert: { en: "Insert…", zh: "插入…" },
  favourite: { en: "Favourite", zh: "收藏" },
} satisfies Record<string, Texts>;

interface Props {
  readonly definition: Definition;
  readonly isFavourite: boolean;
  readonly onFavourite: () => void;
  readonly onInsert: () => void;
  readonly onBack: () => void;
}

/** All that is known of one function. */
export function FunctionCard({ definition, isFavourite, onFavourite, onInsert, onBack }: Props) {
  const { say } = usePane();
  const star = (
    <ToggleButton
      size="small"
      appearance="subtle"
      icon={isFavourite ? <StarFilled /> : <StarRegular />}
      checked={isFavourite}
      aria-label={say(said.favourite)}
      onClick={onFavourite}
    />
  );
  const insert = (
    <Button appearance="primary" onClick={onInsert}>
      {say(said.insert)}
    </Button>
  );
  return (
    <Page title={say(definition.title)} aside={star} footer={insert} onBack={onBack}>
      <code className="pane-code-name">{definition.name}</code>
      <p className="pane-lead">{say(definition.summary)}</p>
      <h3 className="pane-kicker">{say(said.needs)}</h3>
      <Facts>
        {Object.entries(definition.parameters).map(([name, parameter]) => (
          <Fact key={name} name={name}>
            <Needs parameter={parameter} />
          </Fact>
        ))}
      </Facts>
      <h3 className="pane-kicker">{say(said.gives)}</h3>
      <p>
        {say(definition.returns.text)}
        <UnitNote unit={definition.returns.unit} />
      </p>
      <h3 className="pane-kicker">{say(said.method)}</h3>
      <p>{say(definition.method)}</p>
      <WorkedExample definition={definition} />
      <h3 className="pane-kicker">{say(said.native)}</h3>
      <NativeForm definition={definition} />
      <h3 className="pane-kicker">{say(said.source)}</h3>
      <p lang="en">{definition.source}</p>
    </Page>
  );
}

function Needs({ parameter }: { readonly parameter: Parameter }) {
  const { say, language } = usePane();
  return (
    <>
      {say(parameter.text)}
      <UnitNote unit={parameter.unit} />
      {parameter.optional && <span className="pane-quiet"> {usually(parameter, language)}</span>}
    </>
  );
}

/** "optional; 12 unless told" */
function usually({ default: usual }: Parameter, language: Language): string {
  const optional = said.optional[language];
  if (usual === undefined) return `(${optional})`;
  return language === "en"
    ? `(${optional}; ${literal(usual)} ${said.usually.en})`
    : `（${optional}，${said.usually.zh} ${literal(usual)}）`;
}

function WorkedExample({ definition }: { readonly definition: Definition }) {
  const { say, surroundings } = usePane();
  const example = definition.examples[0]!;
  return (
    <>
      <h3 className="pane-kicker">{say(said.example)}</h3>
      <code className="pane-code">{writtenExample(surroundings.namespace, definition, example)}</code>
      <p>
        <strong>= {exampleResult(definition, example)}</strong>
        <span className="pane-quiet" lang="en">
          {" "}
          {example.from}
        </span>
      </p>
    </>
  );
}
