import { pinyin } from "pinyin-pro";

const han = /\p{Script=Han}+/gu;

/** How users type a Chinese name in Latin letters: its syllables, all together, or their initials, from any sign on. */
export function pinyinTerms(text: string): string[] {
  return (text.match(han) ?? []).flatMap((run) => {
    const syllables = pinyin(run, { toneType: "none", type: "array", v: true });
    const initials = syllables.map((syllable) => syllable[0] ?? "");
    return syllables.flatMap((_, i) => [syllables.slice(i).join(""), initials.slice(i).join("")]);
  });
}
