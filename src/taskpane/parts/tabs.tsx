import { useRef, type KeyboardEvent, type ReactElement } from "react";

export interface TabItem<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly icon: ReactElement;
  /** The id of the panel that it shows. */
  readonly panel: string;
}

interface Props<Name extends string> {
  readonly items: readonly TabItem<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

export const tabId = (panel: string): string => `${panel}-tab`;

const step = { ArrowLeft: -1, ArrowRight: 1 } as const;

/** The Tab key reaches the chosen tab alone; the arrows, Home and End move among them. */
export function Tabs<Name extends string>({ items, chosen, onChoose }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = items.findIndex(({ name }) => name === chosen);
    const next = target(event.key, at, items.length);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(items[next]!.name);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div ref={list} role="tablist" className="pane-tabs" onKeyDown={onKeyDown}>
      {items.map(({ name, text, icon, panel }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(panel)}
          className="pane-tab"
          aria-selected={name === chosen}
          aria-controls={panel}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {icon}
          {text}
        </button>
      ))}
    </div>
  );
}

function target(key: string, at: number, count: number): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  return (at + step[key] + count) % count;
}
