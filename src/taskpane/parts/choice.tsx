import type { ReactElement } from "react";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";

interface Props {
  readonly icon: ReactElement;
  readonly text: Texts;
  readonly hint: Texts;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A large button that says what it leads to. */
export function Choice({ icon, text, hint, disabled = false, onClick }: Props) {
  const { say } = usePane();
  return (
    <button type="button" className="pane-choice" disabled={disabled} onClick={onClick}>
      <span className="pane-choice-icon" aria-hidden="true">
        {icon}
      </span>
      <span>
        <span className="pane-strong">{say(text)}</span>
        <span className="pane-quiet">{say(hint)}</span>
      </span>
    </button>
  );
}
