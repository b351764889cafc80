import { FluentProvider } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { themes } from "../taskpane/theme";
import { Bar } from "./bar";
import { EarlierDialog } from "./earlier-dialog";
import { FileDrop } from "./file-drop";
import { LanguageContext } from "./language-context";
import { NoticeBar } from "./notice-bar";
import type { Preferences } from "./preferences";
import { UnsavedDialog } from "./unsaved-dialog";
import { useDeeds } from "./use-deeds";
import { useWatched, type Watchable } from "./watched";
import type { Workplace } from "./workplace";

/** The bar, and what opens over the page. The grid and the pane stand beside it and are not React's. */
export function Page({ preferences, paneOpen, workplace }: {
  readonly preferences: Preferences;
  readonly paneOpen: Watchable<boolean>;
  readonly workplace: Workplace;
}): ReactElement {
  const { language, theme } = useWatched(preferences);
  const { session } = workplace;
  const deeds = useDeeds(session);
  return (
    <FluentProvider theme={themes[theme]}>
      <LanguageContext.Provider value={language}>
        <Bar preferences={preferences} paneOpen={paneOpen} workplace={workplace} deeds={deeds} />
        <NoticeBar session={session} />
        <FileDrop session={session} open={deeds.openFile} />
        {deeds.asked && <UnsavedDialog session={session} goOn={deeds.asked} close={deeds.stay} />}
        {deeds.browsing && <EarlierDialog session={session} open={deeds.recover} close={deeds.stay} />}
      </LanguageContext.Provider>
    </FluentProvider>
  );
}
