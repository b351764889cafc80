import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";

interface Said {
  readonly what: Texts;
  readonly why: Texts;
  readonly next: Texts;
}

/** What happened, why, and what to do next. */
export function ProblemNotice({ problem, actions }: { readonly problem: Said; readonly actions?: ReactNode }) {
  const { say } = usePane();
  return (
    <Notice intent="error" title={say(problem.what)} actions={actions}>
      {say(problem.why)} {say(problem.next)}
    </Notice>
  );
}

interface Props {
  readonly intent: "info" | "warning" | "error" | "success";
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Notice({ intent, title, actions, children }: Props) {
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      className="pane-notice"
      politeness={intent === "error" ? "assertive" : "polite"}
    >
      <MessageBarBody>
        {title && <MessageBarTitle>{title}</MessageBarTitle>} {children}
      </MessageBarBody>
      {actions && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
