import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice } from "../parts/notice";

const said = { title: { en: "Keep in mind", zh: "请注意" } } satisfies Record<string, Texts>;

/** What a result does not say of itself. */
export function Cautions({ cautions }: { readonly cautions: readonly Texts[] }) {
  const { say } = usePane();
  if (cautions.length === 0) return null;
  return (
    <Notice intent="info" title={say(said.title)}>
      {cautions.map((caution) => (
        <p key={caution.en} className="pane-caution">
          {say(caution)}
        </p>
      ))}
    </Notice>
  );
}
