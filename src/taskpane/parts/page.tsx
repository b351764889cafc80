import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";

const back: Texts = { en: "Back", zh: "返回" };

interface Props {
  readonly title: string;
  /** Beside the title, at its right. */
  readonly aside?: ReactNode;
  /** Stays in sight below the page. */
  readonly footer?: ReactNode;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A page over a list: its heading takes the focus, and Esc leads back. */
export function Page({ title, aside, footer, onBack, children }: Props) {
  const { say } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onBack();
  };
  return (
    <div className="pane-page" onKeyDown={onKeyDown}>
      <div className="pane-page-head">
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} aria-label={say(back)} onClick={onBack} />
        <h2 ref={heading} tabIndex={-1} className="pane-page-title">
          {title}
        </h2>
        {aside}
      </div>
      <div className="pane-scroll">{children}</div>
      {footer && <div className="pane-page-foot">{footer}</div>}
    </div>
  );
}
