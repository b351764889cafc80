import { Button } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";

export interface MenuEntry<Name extends string> {
  readonly name: Name;
  readonly text: string;
}

interface Props<Name extends string> {
  readonly label: string;
  readonly entries: readonly MenuEntry<Name>[];
  readonly onChoose: (name: Name) => void;
}

/** A short menu. Fluent's own would be a tenth of all that the pane's first paint needs. */
export function Menu<Name extends string>({ label, entries, onChoose }: Props<Name>) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) items(list.current)[0]?.focus();
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (name: Name): void => {
    close();
    onChoose(name);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div className="pane-menu" onBlur={onBlur}>
      <Button
        ref={button}
        size="small"
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div
          ref={list}
          role="menu"
          aria-label={label}
          className="pane-menu-list"
          onKeyDown={(event) => onKeyDown(event, close)}
        >
          {entries.map(({ name, text }) => (
            <button key={name} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(name)}>
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const items = (list: HTMLElement | null): HTMLElement[] => [...(list?.children ?? [])] as HTMLElement[];

function onKeyDown(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const all = items(event.currentTarget);
  const at = all.indexOf(event.target as HTMLElement);
  const to = {
    ArrowDown: (at + 1) % all.length,
    ArrowUp: (at - 1 + all.length) % all.length,
    Home: 0,
    End: all.length - 1,
  };
  if (event.key === "Escape") close();
  else if (event.key in to) all[to[event.key as keyof typeof to]]!.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
