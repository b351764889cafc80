import { Button } from "@fluentui/react-components";
import { writtenPlace, type Occupied } from "../../actions";
import { counted, type Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice } from "./notice";

const said = {
  kept: { en: "Nothing was overwritten.", zh: "未覆盖任何内容。" },
  newSheet: { en: "Use new sheet", zh: "使用新工作表" },
  pick: { en: "Pick another cell", zh: "另选单元格" },
} satisfies Record<string, Texts>;

const inTheWay = ({ cells, place }: Occupied): Texts => ({
  en: `${counted(cells, "cell has", "cells have")} content at ${writtenPlace(place)}.`,
  zh: `${writtenPlace(place)} 中有 ${cells} 个单元格已有内容。`,
});

interface Props {
  readonly occupied: Occupied;
  readonly onNewSheet?: () => void;
  readonly onPick: () => void;
}

/** What is in the way, and two ways out. */
export function OccupiedNotice({ occupied, onNewSheet, onPick }: Props) {
  const { say } = usePane();
  const actions = (
    <>
      {onNewSheet && (
        <Button size="small" onClick={onNewSheet}>
          {say(said.newSheet)}
        </Button>
      )}
      <Button size="small" onClick={onPick}>
        {say(said.pick)}
      </Button>
    </>
  );
  return (
    <Notice intent="warning" title={say(inTheWay(occupied))} actions={actions}>
      {say(said.kept)}
    </Notice>
  );
}
