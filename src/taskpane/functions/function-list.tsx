import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { StarFilled } from "@fluentui/react-icons/svg/star";
import { useId, useState, type ReactNode } from "react";
import { catalogue, families, type Definition } from "../../functions";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";

const said = {
  wish: { en: "I want to…", zh: "我想……" },
  favourites: { en: "Favourites", zh: "收藏" },
} satisfies Record<string, Texts>;

type Open = (definition: Definition) => void;

/** All functions under the questions that they answer. */
export function FunctionGroups({
  favourites,
  onOpen,
}: {
  readonly favourites: readonly Definition[];
  readonly onOpen: Open;
}) {
  const { say } = usePane();
  return (
    <>
      {favourites.length > 0 && (
        <Group title={say(said.favourites)} count={favourites.length} icon={<StarFilled />} startsOpen>
          <FunctionRows definitions={favourites} onOpen={onOpen} />
        </Group>
      )}
      <h2 className="pane-kicker">{say(said.wish)}</h2>
      {families.map((family) => {
        const definitions = catalogue.filter((definition) => definition.family === family);
        return (
          <Group key={family.id} title={say(family.question)} count={definitions.length}>
            <FunctionRows definitions={definitions} onOpen={onOpen} />
          </Group>
        );
      })}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly count: number;
  readonly icon?: ReactNode;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

function Group({ title, count, icon, startsOpen = false, children }: GroupProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <section className="pane-group">
      <h3>
        <button
          type="button"
          className="pane-group-head"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDownRegular aria-hidden="true" /> : <ChevronRightRegular aria-hidden="true" />}
          {icon}
          <span className="pane-group-title">{title}</span>
          <span className="pane-count">{count}</span>
        </button>
      </h3>
      <div id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}

export function FunctionRows({
  definitions,
  onOpen,
}: {
  readonly definitions: readonly Definition[];
  readonly onOpen: Open;
}) {
  const { say } = usePane();
  return (
    <ul className="pane-rows">
      {definitions.map((definition) => (
        <li key={definition.name}>
          <button type="button" className="pane-row" data-opens={definition.name} onClick={() => onOpen(definition)}>
            <span className="pane-row-title">{say(definition.title)}</span>
            <code className="pane-row-name">{definition.name}</code>
            <span className="pane-row-text">{say(definition.summary)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
