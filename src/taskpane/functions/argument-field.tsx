import { Button, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useId } from "react";
import type { ArgumentReport, Selection } from "../../actions";
import { literal, type Parameter, type Scalar } from "../../functions";
import type { Language, Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { UnitNote } from "./unit-note";
import { checkOf, CheckLine, mended, type Check } from "./check-line";
import type { Draft } from "./use-draft";
import { selectionText } from "./use-draft";

const said = {
  use: { en: "Use", zh: "使用" },
  hint: { en: "Type, or select cells in the sheet", zh: "输入，或在工作表中选择" },
  usual: { en: "usual", zh: "默认" },
  yes: { en: "Yes (TRUE)", zh: "是（TRUE）" },
  no: { en: "No (FALSE)", zh: "否（FALSE）" },
} satisfies Record<string, Texts>;

interface Props {
  readonly name: string;
  readonly parameter: Parameter;
  readonly draft: Draft;
  readonly selection: Selection | undefined;
  /** Whether what is left out shall be said. */
  readonly strict: boolean;
  /** Called when the field begins to wait for a selection. */
  readonly onWait: () => void;
}

export function ArgumentField(props: Props) {
  const { parameter } = props;
  return parameter.type === "choice" || parameter.type === "flag" ? (
    <ChoiceField {...props} />
  ) : (
    <CellsField {...props} />
  );
}

function checkIn(
  { name, draft, strict }: Props,
  say: (texts: Texts) => string,
  report: Check | undefined,
): Check | undefined {
  const fault = draft.faults[name];
  if (!fault) return report;
  const isEmpty = (draft.typed[name] ?? "").trim() === "";
  return isEmpty && !strict ? undefined : { level: "error", text: `${name} ${say(fault)}` };
}

/** The report of the argument as it is typed now; an older one would speak of other cells. */
function reportOf({ name, parameter, draft }: Props): ArgumentReport | undefined {
  const index = draft.report.result?.args.findIndex((argument) => argument.name === name) ?? -1;
  const report = draft.report.result?.args[index];
  const isCurrent = report && report.text === draft.texts[index] && (report.text !== "" || parameter.optional);
  return isCurrent ? report : undefined;
}

function CellsField(props: Props) {
  const { name, parameter, draft, selection, onWait } = props;
  const { say, language } = usePane();
  const id = useId();
  const report = reportOf(props);
  const check = checkIn(props, say, report && checkOf(report, language));
  const fix = report && mended(report);
  const chosen = selection && selectionText(selection, draft.target);
  return (
    <div className="pane-field">
      <div className="pane-field-head">
        <label htmlFor={id}>
          {name}
          {!parameter.optional && <span aria-hidden="true"> *</span>}
        </label>
        {chosen && (
          <Button
            size="small"
            appearance="subtle"
            className="pane-use"
            aria-label={`${say(said.use)} ${chosen}: ${name}`}
            onClick={() => draft.type(name, chosen)}
          >
            {say(said.use)} {chosen}
          </Button>
        )}
      </div>
      <p id={`${id}-about`} className="pane-field-about">
        {say(parameter.text)}
        <UnitNote unit={parameter.unit} />
      </p>
      <Input
        id={id}
        className="pane-formula-input"
        value={draft.typed[name] ?? ""}
        placeholder={parameter.default === undefined ? say(said.hint) : literal(parameter.default)}
        aria-required={!parameter.optional}
        aria-invalid={check?.level === "error"}
        aria-describedby={`${id}-about ${id}-check`}
        onChange={(_, { value }) => draft.type(name, value)}
        onFocus={onWait}
      />
      <div id={`${id}-check`} aria-live="polite">
        <CheckLine check={check} />
      </div>
      {fix && (
        <Button size="small" className="pane-mend" onClick={() => draft.type(name, fix)}>
          {say(said.use)} {fix}
        </Button>
      )}
    </div>
  );
}

interface Option {
  readonly value: Scalar;
  readonly label: string;
}

function inWords({ words }: Parameter, value: string | number, language: Language): string {
  return words?.[value]?.[language] ?? String(value);
}

function ChoiceField(props: Props) {
  const { name, parameter, draft, onWait } = props;
  const { say, language } = usePane();
  const id = useId();
  const options: readonly Option[] =
    parameter.type === "flag"
      ? [
          { value: true, label: say(said.yes) },
          { value: false, label: say(said.no) },
        ]
      : (parameter.choices ?? []).map((value) => ({ value, label: inWords(parameter, value, language) }));
  const usual = parameter.default;
  const label = ({ value, label: text }: Option): string => (value === usual ? `${text} (${say(said.usual)})` : text);
  return (
    <div className="pane-field" onFocus={onWait}>
      <div className="pane-field-head">
        <span id={id}>
          {name}
          {!parameter.optional && <span aria-hidden="true"> *</span>}
        </span>
      </div>
      <p id={`${id}-about`} className="pane-field-about">
        {say(parameter.text)}
      </p>
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={`${id}-about`}
        layout={options.length <= 2 ? "horizontal" : "vertical"}
        value={draft.typed[name] || (usual === undefined ? "" : literal(usual))}
        onChange={(_, { value }) => draft.type(name, usual !== undefined && value === literal(usual) ? "" : value)}
      >
        {options.map((option) => (
          <Radio key={String(option.value)} value={literal(option.value)} label={label(option)} />
        ))}
      </RadioGroup>
      <CheckLine check={checkIn(props, say, undefined)} />
    </div>
  );
}
