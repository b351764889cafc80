import type { Texts } from "../refusal";

/** A name without what people write in different ways: case, width, spaces, hyphens and underscores. */
export const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\u2010-\u2015-]+/g, " ")
    .trim();

/** Whether what was written names this, in either language. */
export const names = (written: string, { en, zh }: Texts): boolean =>
  plain(written) === plain(en) || plain(written) === plain(zh);

/** Letters to add, drop or change to turn one text into the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** 0 for a name that holds the other; otherwise the edits per letter, and 1 from half the letters on. */
function distance(written: string, name: string): number {
  const [a, b] = [plain(written), plain(name)];
  if (!a || !b) return 1;
  if (b.includes(a) || a.includes(b)) return 0;
  const share = editDistance(a, b) / Math.max(a.length, b.length);
  return share < 0.5 ? share : 1;
}

/** What stands before and within brackets counts as a name too: Tesla (Shanghai). */
const parts = (name: string): string[] => [name, ...name.split(/[()（）]/)];

/** The names nearest to what was written, nearest first; none when all are far. */
export function nearest(written: string, candidates: readonly Texts[], limit = 5): Texts[] {
  const ranked = candidates.map((name) => ({
    name,
    far: Math.min(...[name.en, name.zh].flatMap(parts).map((part) => distance(written, part))),
  }));
  return ranked
    .filter(({ far }) => far < 1)
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ name }) => name);
}
