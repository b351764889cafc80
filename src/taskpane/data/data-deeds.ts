import { createContext, useContext } from "react";
import { dataDeeds, type DataDeeds } from "../../actions/data";

/** What the view does with the workbook; a test may put other deeds here. */
export const DataDeedsContext = createContext<DataDeeds>(dataDeeds);

export const useDataDeeds = (): DataDeeds => useContext(DataDeedsContext);
