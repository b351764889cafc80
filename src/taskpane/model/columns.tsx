interface Props {
  readonly counts: readonly number[];
  /** Of the drawing that they fill. */
  readonly width: number;
  readonly height: number;
}

/** Columns side by side, the tallest as high as the drawing. */
export function Columns({ counts, width, height }: Props) {
  const tallest = Math.max(...counts);
  return counts.map((count, i) => (
    <rect
      key={i}
      className="pane-column"
      x={(i * width) / counts.length + 0.5}
      width={Math.max(1, width / counts.length - 1)}
      y={height - (height * count) / tallest}
      height={(height * count) / tallest}
    />
  ));
}
