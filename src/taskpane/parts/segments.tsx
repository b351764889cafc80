interface Props<Name extends string> {
  /** What is chosen here. */
  readonly label: string;
  readonly items: readonly { readonly name: Name; readonly text: string }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** The parts of a view, one of which is seen. */
export function Segments<Name extends string>({ label, items, chosen, onChoose }: Props<Name>) {
  return (
    <div role="group" aria-label={label} className="pane-segments">
      {items.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className="pane-segment"
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
