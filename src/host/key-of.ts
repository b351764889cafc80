/** The first name of a value; undefined where it has none. */
export const keyOf = <Name extends string>(values: Readonly<Record<Name, unknown>>, value: unknown): Name | undefined =>
  (Object.keys(values) as Name[]).find((name) => values[name] === value);
