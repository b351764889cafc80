import { units, type UnitName } from "../../reference";
import { usePane } from "../pane-context";

/** The unit of an argument or a result. */
export function UnitNote({ unit }: { readonly unit: UnitName | undefined }) {
  const { say } = usePane();
  if (!unit || unit === "number") return null;
  return (
    <>
      {" "}
      <span className="pane-unit">{say(units[unit]!)}</span>
    </>
  );
}
