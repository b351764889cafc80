import type { ReactElement } from "react";
import type { Block, Template } from "../../templates";

const width = 88;
const height = 66;
const margin = 6;
const inner = width - 2 * margin;

/** How tall each kind of block is drawn. */
const heights: Readonly<Record<Block["kind"], number>> = {
  answer: 10,
  reading: 8,
  inputs: 12,
  workings: 12,
  outputs: 14,
  table: 14,
  list: 14,
  matrix: 16,
  checks: 8,
  chart: 18,
  notes: 6,
};

/** A sketch of the first sheet, block by block, over a tab for each sheet. */
export function Thumbnail({ template }: { readonly template: Template }) {
  return (
    <svg className="pane-thumbnail" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <rect className="pane-thumbnail-page" x="0.5" y="0.5" width={width - 1} height={height - 8} rx="2" />
      {sketches(template.sheets[0]!.blocks)}
      {template.sheets.map(({ name }, i) => (
        <rect
          key={name.en}
          className={i === 0 ? "pane-thumbnail-figure" : "pane-thumbnail-tab"}
          x={4 + 14 * i}
          y={height - 7}
          width="12"
          height="5"
          rx="1"
        />
      ))}
    </svg>
  );
}

function sketches(blocks: readonly Block[]): ReactElement[] {
  const drawn: ReactElement[] = [];
  let y = margin;
  for (const [i, block] of blocks.entries()) {
    const tall = heights[block.kind];
    if (y + tall > height - 10) break;
    drawn.push(<g key={i} transform={`translate(${margin} ${y})`}>{sketch(block, tall - 3)}</g>);
    y += tall;
  }
  return drawn;
}

function sketch(block: Block, tall: number): ReactElement {
  if (block.kind === "answer") return <rect className="pane-thumbnail-answer" width={inner} height={tall} rx="1" />;
  if (block.kind === "chart") return chart(block, tall);
  const rows = Math.max(1, Math.floor(tall / 3));
  const columns = block.kind === "reading" || block.kind === "notes" ? [0.9] : [0.5, 0.2];
  return (
    <>
      {Array.from({ length: rows }, (_, row) =>
        columns.map((part, i) => (
          <rect
            key={`${row}:${i}`}
            className={i === 0 ? "pane-thumbnail-text" : "pane-thumbnail-figure"}
            x={i === 0 ? 0 : inner * 0.6}
            y={3 * row}
            width={inner * part}
            height="1.6"
          />
        )),
      )}
    </>
  );
}

const bars = [0.95, 0.7, 0.55, 0.45, 0.38, 0.33];

function chart({ type }: Extract<Block, { kind: "chart" }>, tall: number): ReactElement {
  if (type === "line" || type === "area" || type === "scatter") {
    const points = bars.map((bar, i) => `${(inner * i) / (bars.length - 1)},${tall * (1 - bar)}`);
    return <polyline className="pane-thumbnail-line" points={points.join(" ")} />;
  }
  return (
    <>
      {bars.map((bar, i) => (
        <rect
          key={bar}
          className="pane-thumbnail-figure"
          x={(inner * i) / bars.length}
          y={tall * (1 - bar)}
          width={inner / bars.length - 3}
          height={tall * bar}
        />
      ))}
    </>
  );
}
