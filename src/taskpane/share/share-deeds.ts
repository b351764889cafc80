import { createContext, useContext } from "react";
import { shareDeeds, type ShareDeeds } from "../../actions/share";

/** What the view does with the workbook; a test may put other deeds here. */
export const ShareDeedsContext = createContext<ShareDeeds>(shareDeeds);

export const useShareDeeds = (): ShareDeeds => useContext(ShareDeedsContext);
