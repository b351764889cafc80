const han = /\p{Script=Han}/u;

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

/** Words of letters and digits; of Chinese, where no blank parts them, each sign and each pair of signs. */
export function terms(text: string): string[] {
  const found = text.toLowerCase().match(runs) ?? [];
  return found.flatMap((run) => (han.test(run) ? signsAndPairs([...run]) : [run]));
}

function signsAndPairs(signs: readonly string[]): string[] {
  return [...signs, ...signs.slice(1).map((sign, i) => signs[i]! + sign)];
}
