import { Button, Checkbox, Field, Textarea } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Language, Texts } from "../../refusal";
import { countedLevels } from "../../sharing/finding";
import { questionNames, questions, type Answers, type Passport } from "../../sharing/passport";
import { usePane } from "../pane-context";
import { Fact, Facts } from "../parts/facts";
import { ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { Waiting } from "../parts/waiting";
import { useShareDeeds } from "./share-deeds";

const said = {
  intro: {
    en: "A sheet in front of the workbook that says what the model is for, what it rests on and who answers for it. What can "
      + "be read from the workbook is filled in; answer what only you know.",
    zh: "放在工作簿最前面的一张表，说明模型的用途、依据和责任人。能从工作簿读取的内容会自动填写；其余请您回答。",
  },
  filled: { en: "answered", zh: "已回答" },
  methods: { en: "Methods", zh: "方法" },
  data: { en: "Data", zh: "数据" },
  check: { en: "Check", zh: "检查" },
  both: { en: "In English and Chinese", zh: "中英文对照" },
  write: { en: "Write passport sheet", zh: "写入护照表" },
  none: { en: "none", zh: "无" },
} satisfies Record<string, Texts>;

const other: Readonly<Record<Language, Language>> = { en: "zh", zh: "en" };

/** Asks for what the workbook does not tell of itself, and writes the passport. */
export function PassportPart() {
  const { say, surroundings, language, announce } = usePane();
  const { readPassport, writePassport } = useShareDeeds();
  const { busy, problem, run } = useDeed();
  const [passport, setPassport] = useState<Passport>();
  const [answers, setAnswers] = useState<Answers>({});
  const [both, setBoth] = useState(false);
  const read = useCallback(
    () => run(() => readPassport(surroundings.version), (result) => {
      setPassport(result);
      setAnswers(result.answers);
    }),
    [run, readPassport, surroundings.version],
  );
  useEffect(read, [read]);
  const languages = both ? [language, other[language]] : [language];
  const write = (): void =>
    run(() => writePassport(answers, surroundings.version, languages, surroundings.supports), ({ sheet }) => {
      announce({ en: `Wrote the passport on ${sheet}.`, zh: `已将护照写入 ${sheet}。` });
      read();
    });
  return (
    <div className="pane-scroll">
      <p>{say(said.intro)}</p>
      {problem && <ProblemNotice problem={problem} />}
      {busy && !passport && <Waiting />}
      {passport && <Known passport={passport} answers={answers} />}
      {passport && questionNames.map((name) => (
        <Field key={name} label={say(questions[name].label)} hint={say(questions[name].hint)} className="pane-field">
          <Textarea
            size="small"
            resize="vertical"
            value={answers[name] ?? ""}
            onChange={(_, { value }) => setAnswers((before) => ({ ...before, [name]: value }))}
          />
        </Field>
      ))}
      {passport && (
        <div className="pane-insert">
          <Checkbox label={say(said.both)} checked={both} onChange={(_, { checked }) => setBoth(checked === true)} />
          <Button appearance="primary" disabled={busy} onClick={write}>
            {say(said.write)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What the workbook tells by itself. */
function Known({ passport, answers }: { readonly passport: Passport; readonly answers: Answers }) {
  const { say } = usePane();
  const { methods, data, errors, warnings } = passport;
  const answered = questionNames.filter((name) => answers[name]?.trim()).length;
  return (
    <Facts>
      <Fact name={say(said.filled)}>
        {answered} / {questionNames.length}
      </Fact>
      <Fact name={say(said.methods)}>
        {methods.length === 0 ? say(said.none) : methods.map(({ definition }) => definition.name).join(", ")}
      </Fact>
      <Fact name={say(said.data)}>{data.length === 0 ? say(said.none) : data.map(({ id }) => id).join(", ")}</Fact>
      <Fact name={say(said.check)}>
        {say(countedLevels({ error: errors, warning: warnings }))}
      </Fact>
    </Facts>
  );
}
