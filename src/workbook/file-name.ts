export type Ending = ".xlsx" | ".xlsm";

/** Only a file that ends so may hold macros, and one without macros must not. */
export const endingOf = (name: string): Ending => (/\.xlsm$/i.test(name) ? ".xlsm" : ".xlsx");

/** A name that every system takes for a file; undefined where the wish leaves nothing of a name. */
export function fileName(wish: string, ending: Ending): string | undefined {
  const plain = wish.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").replace(/\.xls[xmb]?\s*$/i, "").trim();
  return plain === "" ? undefined : plain.slice(0, 200) + ending;
}
