import { goTo } from "./go-to";
import { addCase, addCaseOf, compareCases, createScenarios, readScenarios, switchCase } from "./scenarios";
import { keepSetup, readSetup, simulate, simulateThroughHost } from "./simulate";
import { compareStress, describeCells, readStresses, runGoalSeek, runTornado, runTwoWay } from "./what-if-runs";
import { writeResults } from "./write-results";

export type { CaseComparison, Scenarios } from "./scenarios";
export { measures } from "../model";
export { simulationSheet, tornadoSheet } from "./simulation-results";
export { mostThroughHost, type Simulated, type SimulationWorker, type StartSimulation } from "./simulate";
export type { ThroughSheet } from "./host-runs";
export type { CellSwing, Compared, GoalAnswer, TornadoAnswer, TwoWayAnswer, Unanswered } from "./what-if-runs";
export { cellsOf, placeOf } from "./cell-places";
export { readSelection } from "./selection";

/** What the Model view asks of the workbook; apart from the other deeds, as it is loaded with that view only. */
export const whatIfDeeds = {
  addCase, addCaseOf, compareCases, compareStress, createScenarios, describeCells, goTo, keepSetup, readScenarios,
  readSetup, readStresses, runGoalSeek, runTornado, runTwoWay, simulate, simulateThroughHost, switchCase, writeResults,
};

export type WhatIfDeeds = typeof whatIfDeeds;
