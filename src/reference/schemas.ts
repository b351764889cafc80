import capacity from "../../assets/reference/capacity/schema.json";
import carbon from "../../assets/reference/carbon/schema.json";
import cases from "../../assets/reference/cases/schema.json";
import clusters from "../../assets/reference/clusters/schema.json";
import production from "../../assets/reference/production/schema.json";
import regions from "../../assets/reference/regions/schema.json";
import rules from "../../assets/reference/rules/schema.json";
import trade from "../../assets/reference/trade/schema.json";

export interface Schema {
  readonly fields: readonly { readonly name: string }[];
  readonly primaryKey: readonly string[];
}

/** The table schema of each package: a descriptor may not reach out of its folder, so each has its own. */
export const schemas: Readonly<Record<string, Schema>> = {
  capacity,
  carbon,
  cases,
  clusters,
  production,
  regions,
  rules,
  trade,
};
