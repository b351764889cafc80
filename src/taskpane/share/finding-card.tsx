import { Button, Input } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { useId, useState } from "react";
import { writtenPlace } from "../../actions";
import type { Texts } from "../../refusal";
import type { Ignored } from "../../sharing/check";
import type { Finding, Level } from "../../sharing/finding";
import { usePane } from "../pane-context";
import { ProblemNotice } from "../parts/notice";
import { useDeed, type Running } from "../parts/use-deed";
import { useShareDeeds } from "./share-deeds";

const said = {
  go: { en: "Go", zh: "前往" },
  ignore: { en: "Accept…", zh: "接受…" },
  reason: { en: "Why is it right as it is?", zh: "为何可以保持不变？" },
  keep: { en: "Keep reason", zh: "保存理由" },
  cancel: { en: "Cancel", zh: "取消" },
  undo: { en: "Count it again", zh: "重新计入" },
  workbook: { en: "Workbook", zh: "工作簿" },
} satisfies Record<string, Texts>;

const icons = { error: ErrorCircleFilled, warning: WarningFilled, note: InfoRegular } as const;

const levelNames: Readonly<Record<Level, Texts>> = {
  error: { en: "Error:", zh: "错误：" },
  warning: { en: "Warning:", zh: "警告：" },
  note: { en: "Note:", zh: "提示：" },
};

interface Props {
  readonly finding: Finding;
  readonly onChanged: () => void;
}

/** What was found, why it matters, and what can be done about it from here. */
export function FindingCard({ finding, onChanged }: Props) {
  const { say } = usePane();
  const deed = useDeed();
  const [accepting, setAccepting] = useState(false);
  const Icon = icons[finding.level];
  return (
    <li className={`pane-finding pane-finding-${finding.level}`}>
      <p className="pane-finding-head">
        <Icon aria-label={say(levelNames[finding.level])} />
        <span>
          <span className="pane-strong">{say(finding.what)}</span>{" "}
          <span className="pane-quiet">{finding.sheet || say(said.workbook)}</span>
        </span>
      </p>
      <p className="pane-finding-why">{say(finding.why)}</p>
      {deed.problem && <ProblemNotice problem={deed.problem} />}
      {accepting ? (
        <Accepting finding={finding} deed={deed} onDone={onChanged} onCancel={() => setAccepting(false)} />
      ) : (
        <Deeds finding={finding} deed={deed} onChanged={onChanged} onAccept={() => setAccepting(true)} />
      )}
    </li>
  );
}

interface DeedsProps extends Props {
  readonly deed: Running;
  readonly onAccept: () => void;
}

function Deeds({ finding, deed, onChanged, onAccept }: DeedsProps) {
  const { say, surroundings } = usePane();
  const { applyFix, goTo } = useShareDeeds();
  const { sheet, address, fix } = finding;
  const go = (): void => deed.run(() => goTo({ sheet, address }), () => surroundings.focusGrid());
  const mend = (): void => deed.run(() => applyFix(sheet, fix!, surroundings.supports), onChanged);
  return (
    <div className="pane-deeds">
      {address && (
        <Button size="small" aria-label={`${say(said.go)}: ${writtenPlace({ sheet, address })}`} onClick={go}>
          {say(said.go)}
        </Button>
      )}
      {fix && (
        <Button size="small" disabled={deed.busy} onClick={mend}>
          {say(fix.text)}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        aria-label={`${say(said.ignore)} ${say(finding.what)}`}
        onClick={onAccept}
      >
        {say(said.ignore)}
      </Button>
    </div>
  );
}

interface AcceptingProps {
  readonly finding: Finding;
  readonly deed: Running;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Accepting({ finding, deed, onDone, onCancel }: AcceptingProps) {
  const { say, surroundings } = usePane();
  const { acceptFinding } = useShareDeeds();
  const [reason, setReason] = useState("");
  const id = useId();
  const keep = (): void => deed.run(() => acceptFinding(finding, reason.trim(), surroundings.supports), onDone);
  return (
    <>
      <label htmlFor={id}>{say(said.reason)}</label>
      <Input
        id={id}
        autoFocus
        size="small"
        className="pane-formula-input"
        value={reason}
        onChange={(_, { value }) => setReason(value)}
      />
      <div className="pane-deeds">
        <Button size="small" appearance="primary" disabled={deed.busy || reason.trim() === ""} onClick={keep}>
          {say(said.keep)}
        </Button>
        <Button size="small" onClick={onCancel}>
          {say(said.cancel)}
        </Button>
      </div>
    </>
  );
}

interface IgnoredProps {
  readonly ignored: Ignored;
  readonly onChanged: () => void;
}

/** A finding that the author has accepted, with the reason. */
export function IgnoredCard({ ignored: { finding, reason }, onChanged }: IgnoredProps) {
  const { say, surroundings } = usePane();
  const { acceptFinding } = useShareDeeds();
  const { busy, problem, run } = useDeed();
  const again = (): void => run(() => acceptFinding(finding, undefined, surroundings.supports), onChanged);
  return (
    <li className="pane-finding">
      <p className="pane-strong">{say(finding.what)}</p>
      <p className="pane-finding-why">{reason}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Button size="small" disabled={busy} aria-label={`${say(said.undo)}: ${say(finding.what)}`} onClick={again}>
        {say(said.undo)}
      </Button>
    </li>
  );
}
