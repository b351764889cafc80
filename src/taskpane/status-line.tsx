import type { Texts } from "../refusal";
import { usePane } from "./pane-context";

const said = {
  offline: { en: "Works offline", zh: "离线可用" },
} satisfies Record<string, Texts>;

/** What was done last, read aloud as it appears; else what the pane is. */
export function StatusLine({ status }: { readonly status: Texts | undefined }) {
  const { say, surroundings } = usePane();
  const text = status && say(status);
  return (
    <div className="pane-status">
      <span role="status" className="pane-status-text" title={text}>
        {text}
      </span>
      {!text && (
        <span>
          ● {say(said.offline)} · v{surroundings.version}
        </span>
      )}
    </div>
  );
}
