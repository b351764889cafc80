import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons/svg/dismiss";
import type { ReactElement } from "react";
import { useSay } from "./language-context";
import type { Session } from "./session";
import { dismiss } from "./texts";
import { useWatched } from "./watched";

export function NoticeBar({ session }: { readonly session: Session }): ReactElement | null {
  const say = useSay();
  const { notice } = useWatched(session);
  if (!notice) return null;
  const [what, ...more] = notice.parts.map(say);
  const close = (
    <Button
      appearance="transparent"
      aria-label={say(dismiss)}
      icon={<Dismiss20Regular />}
      onClick={() => session.dismiss()}
    />
  );
  return (
    <MessageBar intent={notice.kind} politeness="assertive" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{what}</MessageBarTitle>
        {more.join(" ")}
      </MessageBarBody>
      <MessageBarActions containerAction={close} />
    </MessageBar>
  );
}
