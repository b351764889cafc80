import { createContext, useContext } from "react";
import { whatIfDeeds, type WhatIfDeeds } from "../../actions/what-if";
import type { Difference, UncompiledCell } from "../../model";

/** What the view does with the workbook; a test may put other deeds here. */
export const WhatIfDeedsContext = createContext<WhatIfDeeds>(whatIfDeeds);

export const useWhatIfDeeds = (): WhatIfDeeds => useContext(WhatIfDeedsContext);

/** The answer to a question, or why there is none. */
export type WhatIfAnswer<Answer> =
  | Answer
  | { readonly kind: "uncompiled"; readonly cells: readonly UncompiledCell[] }
  | { readonly kind: "different"; readonly differences: readonly Difference[] };
