import capacity from "../../assets/reference/capacity/datapackage.json";
import capacityUtilNameplate from "../../assets/reference/capacity/capacity_util_nameplate.csv";
import capacityUtilNbs from "../../assets/reference/capacity/capacity_util_nbs.csv";
import capacityUtilOica from "../../assets/reference/capacity/capacity_util_oica.csv";
import lowOutputMakers from "../../assets/reference/capacity/low_output_makers.csv";
import carbon from "../../assets/reference/carbon/datapackage.json";
import cbamFreeShare from "../../assets/reference/carbon/cbam_free_share.csv";
import cbamScope from "../../assets/reference/carbon/cbam_scope.csv";
import gridFactor from "../../assets/reference/carbon/grid_factor.csv";
import lca from "../../assets/reference/carbon/lca.csv";
import cases from "../../assets/reference/cases/datapackage.json";
import caseHozon from "../../assets/reference/cases/case_hozon.csv";
import caseNioHefei from "../../assets/reference/cases/case_nio_hefei.csv";
import clusters from "../../assets/reference/clusters/datapackage.json";
import clusterFacts from "../../assets/reference/clusters/cluster_facts.csv";
import sixClusters from "../../assets/reference/clusters/six_clusters.csv";
import production from "../../assets/reference/production/datapackage.json";
import caam from "../../assets/reference/production/caam.csv";
import oicaProduction from "../../assets/reference/production/oica_production.csv";
import regions from "../../assets/reference/regions/datapackage.json";
import anhui from "../../assets/reference/regions/anhui.csv";
import cities from "../../assets/reference/regions/cities.csv";
import henan from "../../assets/reference/regions/henan.csv";
import rules from "../../assets/reference/rules/datapackage.json";
import discountRateUk from "../../assets/reference/rules/discount_rate_uk.csv";
import hhiThreshold from "../../assets/reference/rules/hhi_threshold.csv";
import ruleTexts from "../../assets/reference/rules/rules.csv";
import trade from "../../assets/reference/trade/datapackage.json";
import euCvd from "../../assets/reference/trade/eu_cvd.csv";
import tariffOther from "../../assets/reference/trade/tariff_other.csv";
import type { DataPackage } from "./descriptor";

/** Every package that ships, in the order in which the pane lists them. */
export const packages: readonly DataPackage[] = [
  { descriptor: clusters, files: { "six_clusters.csv": sixClusters, "cluster_facts.csv": clusterFacts } },
  {
    descriptor: capacity,
    files: {
      "capacity_util_oica.csv": capacityUtilOica,
      "capacity_util_nbs.csv": capacityUtilNbs,
      "capacity_util_nameplate.csv": capacityUtilNameplate,
      "low_output_makers.csv": lowOutputMakers,
    },
  },
  { descriptor: regions, files: { "anhui.csv": anhui, "henan.csv": henan, "cities.csv": cities } },
  { descriptor: production, files: { "oica_production.csv": oicaProduction, "caam.csv": caam } },
  { descriptor: trade, files: { "eu_cvd.csv": euCvd, "tariff_other.csv": tariffOther } },
  {
    descriptor: carbon,
    files: {
      "cbam_free_share.csv": cbamFreeShare,
      "cbam_scope.csv": cbamScope,
      "grid_factor.csv": gridFactor,
      "lca.csv": lca,
    },
  },
  {
    descriptor: rules,
    files: {
      "hhi_threshold.csv": hhiThreshold,
      "discount_rate_uk.csv": discountRateUk,
      "rules.csv": ruleTexts,
    },
  },
  { descriptor: cases, files: { "case_nio_hefei.csv": caseNioHefei, "case_hozon.csv": caseHozon } },
];
