import { useCallback, useEffect, useState } from "react";
import type { DataInWorkbook } from "../../actions/data";
import { usePane } from "../pane-context";
import { useDataDeeds } from "./data-deeds";

const nothing: DataInWorkbook = { own: [], newer: 0 };

/** Which data stand in the workbook; asked anew when a page has changed them or the view comes back into sight. */
export function useDataInWorkbook(isInSight: boolean): DataInWorkbook & { readonly askAnew: () => void } {
  const { readDataInWorkbook } = useDataDeeds();
  const { hasWorkbook } = usePane().surroundings;
  const [data, setData] = useState(nothing);
  const askAnew = useCallback(() => {
    // A list that cannot be read now is no reason to hide the tables that can be inserted.
    if (hasWorkbook) readDataInWorkbook().then(setData, () => setData(nothing));
  }, [readDataInWorkbook, hasWorkbook]);
  useEffect(() => {
    if (isInSight) askAnew();
  }, [isInSight, askAnew]);
  return { ...data, askAnew };
}
