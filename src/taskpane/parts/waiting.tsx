import { Spinner } from "@fluentui/react-components";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";

const loading: Texts = { en: "Loading…", zh: "正在加载…" };

/** Seen only by those who wait longer than half a second. */
export function Waiting() {
  const { say } = usePane();
  return <Spinner className="pane-late" size="small" label={say(loading)} />;
}
