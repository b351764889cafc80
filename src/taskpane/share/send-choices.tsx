import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { PortableWish } from "../../actions/share";
import type { Texts } from "../../refusal";
import { abilities, recipients } from "../../sharing/portable/recipient";
import { usePane } from "../pane-context";

export type Choices = Omit<PortableWish, "language">;

const said = {
  recipient: { en: "Who will open it", zh: "收件人使用" },
  where: { en: "Put the copy into", zh: "副本放入" },
} satisfies Record<string, Texts>;

const places: Readonly<Record<PortableWish["into"], Texts>> = {
  workbook: { en: "a new workbook", zh: "新工作簿" },
  sheets: { en: "new sheets here", zh: "此处新工作表" },
};

interface Props {
  readonly chosen: Choices;
  readonly disabled: boolean;
  readonly onChoose: (choices: Choices) => void;
}

/** For whose program the copy is made, and where it goes. */
export function SendChoices({ chosen, disabled, onChoose }: Props) {
  const { say } = usePane();
  return (
    <>
      <Field className="pane-field" label={say(said.recipient)}>
        <RadioGroup
          className="pane-pairs"
          value={chosen.recipient}
          disabled={disabled}
          onChange={(_, { value }) => onChoose({ ...chosen, recipient: value as Choices["recipient"] })}
        >
          {recipients.map((each) => (
            <Radio key={each} value={each} label={say(abilities[each].name)} />
          ))}
        </RadioGroup>
      </Field>
      <Field className="pane-field" label={say(said.where)}>
        <RadioGroup
          className="pane-pairs"
          value={chosen.into}
          disabled={disabled}
          onChange={(_, { value }) => onChoose({ ...chosen, into: value as Choices["into"] })}
        >
          {(["workbook", "sheets"] as const).map((each) => (
            <Radio key={each} value={each} label={say(places[each])} />
          ))}
        </RadioGroup>
      </Field>
    </>
  );
}
