import { Button, ProgressBar } from "@fluentui/react-components";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";

const stop: Texts = { en: "Stop", zh: "停止" };

interface Props {
  readonly done: number;
  /** Undefined where nobody knows beforehand how much there is to do. */
  readonly of?: number;
  readonly text: Texts;
  readonly onStop: () => void;
}

/** How far a deed has come, and the way to stop it. */
export function InProgress({ done, of, text, onStop }: Props) {
  const { say } = usePane();
  return (
    <div className="pane-progress" role="status">
      <ProgressBar value={of === undefined ? undefined : done} max={of} aria-label={say(text)} />
      <span>{say(text)}</span>
      <Button size="small" onClick={onStop}>
        {say(stop)}
      </Button>
    </div>
  );
}
