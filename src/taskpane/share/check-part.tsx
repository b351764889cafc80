import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Texts } from "../../refusal";
import { count, type Check } from "../../sharing/check";
import { countedLevels, keyOf } from "../../sharing/finding";
import { usePane } from "../pane-context";
import { ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { Waiting } from "../parts/waiting";
import { FindingCard, IgnoredCard } from "./finding-card";
import { useShareDeeds } from "./share-deeds";

const said = {
  intro: {
    en: "Looks through every sheet for errors, broken patterns, hidden assumptions, units that do not fit, slow chains, "
      + "missing sources and what should not be passed on. It changes nothing.",
    zh: "检查所有工作表：错误、不一致的公式、隐藏的假设、单位不符、缓慢的函数链、缺失的来源，以及不宜外传的内容。不作任何更改。",
  },
  run: { en: "Run check", zh: "开始检查" },
  again: { en: "Check again", zh: "重新检查" },
  clean: { en: "Nothing found.", zh: "未发现问题。" },
  ignored: { en: "Accepted", zh: "已接受" },
} satisfies Record<string, Texts>;

const summary = ({ findings }: Check): Texts =>
  countedLevels({ error: count(findings, "error"), warning: count(findings, "warning"), note: count(findings, "note") });

/** One list of all that the check found, worst first. */
export function CheckPart() {
  const { say, announce } = usePane();
  const { checkWorkbook } = useShareDeeds();
  const { busy, problem, run } = useDeed();
  const [checked, setChecked] = useState<Check>();
  const start = (): void =>
    run(checkWorkbook, (result) => {
      setChecked(result);
      announce(summary(result));
    });
  return (
    <div className="pane-scroll">
      {!checked && <p>{say(said.intro)}</p>}
      <div className="pane-deed">
        <p className="pane-strong">{checked && say(summary(checked))}</p>
        <Button appearance={checked ? "secondary" : "primary"} disabled={busy} onClick={start}>
          {say(checked ? said.again : said.run)}
        </Button>
      </div>
      {busy && <Waiting />}
      {problem && <ProblemNotice problem={problem} />}
      {checked && <Found checked={checked} onChanged={start} />}
    </div>
  );
}

interface FoundProps {
  readonly checked: Check;
  readonly onChanged: () => void;
}

function Found({ checked: { findings, ignored }, onChanged }: FoundProps) {
  const { say } = usePane();
  return (
    <>
      {findings.length === 0 && <p role="status">{say(said.clean)}</p>}
      <ul className="pane-cards">
        {findings.map((finding) => (
          <FindingCard key={keyOf(finding)} finding={finding} onChanged={onChanged} />
        ))}
      </ul>
      {ignored.length > 0 && <h3 className="pane-kicker">{say(said.ignored)}</h3>}
      <ul className="pane-cards">
        {ignored.map((each) => (
          <IgnoredCard key={keyOf(each.finding)} ignored={each} onChanged={onChanged} />
        ))}
      </ul>
    </>
  );
}
