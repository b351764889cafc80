import { capacityAudit } from "./capacity-audit";
import { carbonLedger } from "./carbon-ledger";
import { clusterBenchmark } from "./cluster-benchmark";
import { complementarySpecialisation } from "./complementary-specialisation";
import { dealAppraisal } from "./deal-appraisal";
import { exitDashboard } from "./exit-dashboard";
import { exportEntry } from "./export-entry";
import { fiscalExposure } from "./fiscal-exposure";
import { ioImpact } from "./io-impact";
import { readinessScorecard } from "./readiness-scorecard";
import { sharedPlatform } from "./shared-platform";
import { singleOemStress } from "./single-oem-stress";
import { supplyNetwork } from "./supply-network";
import { targetTracker } from "./target-tracker";
import type { Template } from "./template";

export { layOut, type Taken } from "./lay-out";
export { formatOf, ruleLooks } from "./looks";
export type {
  PlacedCell, PlacedChart, PlacedName, PlacedRule, PlacedSheet, PlacedTable, PlacedTemplate,
  PlacedValidation,
} from "./placed";
export type { Block, SheetPlan, Template } from "./template";
export { runsOf } from "./runs";
export { toContent } from "./to-content";

/** Every policy workbook, in the order in which the pane shows them. */
export const templates: readonly Template[] = [
  singleOemStress,
  capacityAudit,
  clusterBenchmark,
  readinessScorecard,
  dealAppraisal,
  exitDashboard,
  fiscalExposure,
  targetTracker,
  exportEntry,
  ioImpact,
  carbonLedger,
  supplyNetwork,
  sharedPlatform,
  complementarySpecialisation,
];
