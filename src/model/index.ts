export type {
  CellPlace, Compilation, Difference, Model, ModelPlaces, OutputDraws, Span, UncompiledCell,
} from "./model";
export { compile } from "./compile";
export { readyModel, type NotReady, type Ready } from "./ready-model";
export { answered, outputsFor, type Question } from "./question";
export { seekGoal, type Goal, type GoalFound } from "./goal-seek";
export {
  drawnInputs, nearestPossible, placesOf, simulated, type Evaluate, type OutcomeFindings, type SimulatedOutcome,
  type SimulatedOutput, type SimulationSetup, type UncertainInput,
} from "./simulation";
export { simulationJob, type SimulationEnd, type SimulationJob, type WorkerMessage } from "./simulation-job";
export { tornado, type Swing, type SwingResult, type Tornado } from "./tornado";
export { twoWayTable } from "./two-way-table";
export { namedCells, namedInputs, numbersAt, type InputCell, type NamedCell, type NamedInput } from "./input-names";
export { distributionKinds, parameterNames, type ScalarParameter } from "./distribution-names";
export { measures, type Measure } from "./simulation-measures";
export { setupIn, setupNamespace, setupXml } from "./setup-record";
export {
  boundStress, stresses, type BoundStress, type DeclaredInput, type ShockedInput, type ShockName, type Stress,
  type StressedInput,
} from "./stress";
