/** Keyed by the ids of functions.json. */
type Mappings = Record<string, (...given: unknown[]) => unknown>;

/**
 * The registry behind `CustomFunctions.associate`. In Excel office.js brings it along; the
 * library alone expects to find it, as `CustomFunctions._association`, before it is loaded.
 */
export function associations(): object {
  const mappings: Mappings = {};
  const listeners: (() => void)[] = [];
  const add = (id: unknown, implementation: unknown): void => {
    if (typeof id === "object" && id !== null) Object.assign(mappings, id);
    else mappings[String(id)] = implementation as Mappings[string];
    for (const listener of listeners) listener();
  };
  return {
    associate: add,
    _association: { mappings, associate: add, onchange: (listener: () => void) => listeners.push(listener) },
  };
}
