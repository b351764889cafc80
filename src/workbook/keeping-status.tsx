import { Spinner, Tooltip } from "@fluentui/react-components";
import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import { useSay } from "./language-context";
import type { Session } from "./session";
import { inFile, keepingAdvice, keepingNames } from "./texts";
import { useWatched } from "./watched";

/** Whether a reload would lose anything. Only that it would is read aloud unasked. */
export function KeepingStatus({ session }: { readonly session: Session }): ReactElement {
  const say = useSay();
  const { keeping, unsaved, busy } = useWatched(session);
  if (busy) return <Spinner size="tiny" className="bar-status" delay={500} />;
  if (keeping === "full" || keeping === "denied") {
    return (
      <Tooltip content={say(keepingAdvice[keeping])} relationship="description">
        <span role="alert" tabIndex={0} className="bar-status bar-alarm">
          <Warning16Filled /> <span className="bar-status-text">{say(keepingNames[keeping])}</span>
        </span>
      </Tooltip>
    );
  }
  const text = keeping === "kept" && !unsaved ? inFile : keepingNames[keeping];
  return (
    <span className="bar-status" data-keeping={keeping}>
      {keeping === "kept" && <CheckmarkCircle16Regular />} <span className="bar-status-text">{say(text)}</span>
    </span>
  );
}
