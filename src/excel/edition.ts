import type { Texts } from "../refusal";

/** One add-in as Excel knows it: two editions can be installed side by side. */
export interface Edition {
  /** Identifies the add-in for ever; a workbook that used it keeps this id. */
  readonly id: string;
  /** What stands before the point in `=POLICY.CAPACITY_UTIL(…)`. */
  readonly namespace: string;
  readonly name: Texts;
  readonly tab: Texts;
  /** The pane's page; it learns from its own address which edition it serves. */
  readonly page: string;
}

export const published: Edition = {
  id: "8a354320-7988-40db-8aa1-d4d9982072ae",
  namespace: "POLICY",
  name: { en: "Industry Policy Workbench", zh: "产业政策工作台" },
  tab: { en: "Industry Policy", zh: "产业政策" },
  page: "taskpane.html",
};

/** For trying changes beside the published add-in, which keeps its namespace and its formulas. */
export const development: Edition = {
  id: "11d2c064-e12e-48af-9d10-e741def7e188",
  namespace: "POLICYDEV",
  name: { en: "Industry Policy Workbench (development)", zh: "产业政策工作台（开发版）" },
  tab: { en: "Industry Policy (dev)", zh: "产业政策（开发版）" },
  page: "taskpane.html?edition=development",
};

/** The edition of a page, by the query of its address. */
export const editionOf = (query: string): Edition =>
  new URLSearchParams(query).get("edition") === "development" ? development : published;

/** Where Excel finds the built files while developing. */
export const localAddress = "https://localhost:3000";
