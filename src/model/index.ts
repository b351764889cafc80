export type {
  CellPlace, Compilation, Difference, Model, ModelPlaces, OutputDraws, Span, UncompiledCell,
} from "./model";
export { compile } from "./compile";
