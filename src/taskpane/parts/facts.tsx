import type { ReactNode } from "react";

/** A list of what is known of one thing, each with its name. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="pane-facts">{children}</dl>;
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="pane-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
