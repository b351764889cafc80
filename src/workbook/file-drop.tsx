import { useEffect, useState, type ReactElement } from "react";
import { useSay } from "./language-context";
import { inform } from "./notice";
import type { ChosenFile, Session } from "./session";
import { dropHere, oneFile } from "./texts";

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** A workbook dropped anywhere on the page is opened; the grid beneath never sees it. */
export function FileDrop({ session, open }: {
  readonly session: Session;
  open(file: ChosenFile): void;
}): ReactElement | null {
  const say = useSay();
  const [hovers, hover] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      hover(true);
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) hover(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      over(event);
      hover(false);
      const files = event.dataTransfer!.files;
      if (files.length === 1) open(files[0]!);
      else session.tell(inform(...oneFile));
    };
    return listenTo({ dragenter: over, dragover: over, dragleave: leave, drop });
  });
  return hovers ? <div className="drop-here">{say(dropHere)}</div> : null;
}

function listenTo(listeners: Readonly<Record<string, (event: DragEvent) => void>>): () => void {
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of all) addEventListener(name, listener, true);
  return () => {
    for (const [name, listener] of all) removeEventListener(name, listener, true);
  };
}
