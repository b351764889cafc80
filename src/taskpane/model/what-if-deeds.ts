import { createContext, useContext } from "react";
import { whatIfDeeds, type WhatIfDeeds } from "../../actions/what-if";

/** What the view does with the workbook; a test may put other deeds here. */
export const WhatIfDeedsContext = createContext<WhatIfDeeds>(whatIfDeeds);

export const useWhatIfDeeds = (): WhatIfDeeds => useContext(WhatIfDeedsContext);
