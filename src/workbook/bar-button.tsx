import { ToolbarButton, Tooltip } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Texts } from "../refusal";
import { useSay } from "./language-context";
import { shortcutName } from "./use-shortcuts";

/** The label leaves the screen where the bar is narrow, and stays the accessible name. */
export function BarButton({ label, letter, icon, iconOnly = false, disabled = false, onClick }: {
  readonly label: Texts;
  /** Of the shortcut. */
  readonly letter?: string;
  readonly icon: ReactElement;
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
  onClick(): void;
}): ReactElement {
  const text = useSay()(label);
  return (
    <Tooltip content={letter ? `${text} (${shortcutName(letter)})` : text} relationship="label">
      <ToolbarButton icon={icon} disabledFocusable={disabled} onClick={onClick}>
        {iconOnly ? undefined : <span className="bar-text">{text}</span>}
      </ToolbarButton>
    </Tooltip>
  );
}
