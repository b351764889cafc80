/** Mean and standard deviation: all that two programs' random draws have in common. */
export function momentsOf(values: Float64Array): readonly [number, number] {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / values.length)];
}
