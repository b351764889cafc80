import {
  Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSay } from "./language-context";
import type { Session } from "./session";
import { unsavedDialog as texts } from "./texts";
import { useWatched } from "./watched";

/** Asked before another workbook takes the place of unsaved work. */
export function UnsavedDialog({ session, goOn, close }: {
  readonly session: Session;
  goOn(): Promise<unknown>;
  close(): void;
}): ReactElement {
  const say = useSay();
  const { name, keeping } = useWatched(session);
  const leave = (): void => {
    close();
    void goOn();
  };
  const saveFirst = async (): Promise<void> => {
    close();
    if (await session.save()) await goOn();
  };
  const isSafe = keeping === "kept" || keeping === "pending";
  return (
    <Dialog open modalType="alert" onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say(texts.title(name))}</DialogTitle>
          <DialogContent>{say(isSafe ? texts.kept : texts.lost)}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={() => void saveFirst()}>{say(texts.save)}</Button>
            <Button onClick={leave}>{say(texts.leave)}</Button>
            <Button onClick={close}>{say(texts.stay)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
