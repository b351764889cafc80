import { useState } from "react";
import type { ChosenFile, Session } from "./session";

type Deed = () => Promise<unknown>;

/** What the user can do with workbooks as a whole. */
export interface Deeds {
  startNew(): void;
  openFile(file: ChosenFile): void;
  recover(id: string): void;
  browseEarlier(): void;
  save(): void;
  /** What waits for an answer about unsaved work. */
  readonly asked?: Deed;
  /** The list of earlier workbooks is open. */
  readonly browsing: boolean;
  /** Closes whatever is open and leaves the workbook as it is. */
  stay(): void;
}

/** Nothing replaces unsaved work without asking. */
export function useDeeds(session: Session): Deeds {
  const [asked, ask] = useState<Deed>();
  const [browsing, browse] = useState(false);
  const careful = (deed: Deed): void => {
    browse(false);
    if (session.isUnsaved) ask(() => deed);
    else void deed();
  };
  return {
    asked,
    browsing,
    startNew: () => careful(() => session.startNew()),
    openFile: (file) => careful(() => session.openFile(file)),
    recover: (id) => careful(() => session.recover(id)),
    browseEarlier: () => browse(true),
    save: () => void session.save(),
    stay: () => {
      browse(false);
      ask(undefined);
    },
  };
}
