import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle,
} from "@fluentui/react-components";
import { useContext, useEffect, useState, type ReactElement } from "react";
import { LanguageContext, useSay } from "./language-context";
import type { Earlier, Session } from "./session";
import { earlierDialog as texts } from "./texts";

interface DialogProps {
  readonly session: Session;
  open(id: string): void;
  close(): void;
}

/** The workbooks that this browser keeps besides the open one. */
export function EarlierDialog({ session, open, close }: DialogProps): ReactElement {
  const say = useSay();
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say(texts.title)}</DialogTitle>
          <DialogContent>
            <p>{say(texts.about)}</p>
            <EarlierList session={session} open={open} />
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{say(texts.close)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type Listed = readonly Earlier[] | "reading" | "unreadable";

function EarlierList({ session, open }: Omit<DialogProps, "close">): ReactElement {
  const say = useSay();
  const [listed, list] = useState<Listed>("reading");
  const read = (): void => void session.earlier().then(list, () => list("unreadable"));
  useEffect(read, [session]);
  if (listed === "reading") return <p />;
  if (listed === "unreadable") return <p>{say(texts.unreadable)}</p>;
  if (listed.length === 0) return <p>{say(texts.none)}</p>;
  const forget = (id: string): void => void session.forget(id).then(read, read);
  return (
    <ul className="earlier-list">
      {listed.map((one) => (
        <EarlierItem key={one.id} one={one} open={() => open(one.id)} forget={() => forget(one.id)} />
      ))}
    </ul>
  );
}

function EarlierItem({ one, open, forget }: { one: Earlier; open(): void; forget(): void }): ReactElement {
  const say = useSay();
  const language = useContext(LanguageContext);
  const kept = new Date(one.keptAt).toLocaleString(language === "zh" ? "zh-CN" : "en", {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const remarks = [kept, ...one.unsaved ? [say(texts.unsaved)] : [], ...one.open ? [say(texts.openElsewhere)] : []];
  return (
    <li>
      <span className="earlier-name">{one.name}</span>
      <span className="earlier-remarks">{remarks.join(" · ")}</span>
      <Button size="small" disabled={one.open} aria-label={say(texts.openOne(one.name))} onClick={open}>
        {say(texts.open)}
      </Button>
      <RemoveButton one={one} forget={forget} />
    </li>
  );
}

/** Work that no file holds goes only at the second press. */
function RemoveButton({ one, forget }: { one: Earlier; forget(): void }): ReactElement {
  const say = useSay();
  const [warned, warn] = useState(false);
  const press = (): void => (one.unsaved && !warned ? warn(true) : forget());
  const text = say(warned ? texts.removeForGood : texts.remove);
  const label = warned ? text : say(texts.removeOne(one.name));
  return (
    <Button size="small" disabled={one.open} appearance={warned ? "primary" : "subtle"} aria-label={label} onClick={press}>
      {text}
    </Button>
  );
}
