import { Input } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { useSay } from "./language-context";
import type { Session } from "./session";
import { bar } from "./texts";
import { useWatched } from "./watched";

/** The name under which the workbook is saved; typing another takes effect on Enter or on leaving the field. */
export function FileNameField({ session }: { readonly session: Session }): ReactElement {
  const say = useSay();
  const { name } = useWatched(session);
  const [typed, type] = useState<string>();
  const shown = typed ?? name;
  const finish = (): void => {
    if (typed !== undefined) session.rename(typed);
    type(undefined);
  };
  const onKeyDown = ({ key }: { key: string }): void => {
    if (key === "Enter") finish();
    if (key === "Escape") type(undefined);
  };
  return (
    <Input
      className="bar-name"
      size="small"
      appearance="filled-lighter"
      aria-label={say(bar.fileName)}
      value={shown}
      input={{ style: { width: `${Math.min(32, widthOf(shown) + 1)}ch` } }}
      onChange={(_event, { value }) => type(value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
      spellCheck={false}
    />
  );
}

/** In digits; a Chinese character is nearly as wide as two. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > "\u2e7f" ? 2 : 1), 0);
