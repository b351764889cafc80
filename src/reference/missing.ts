import { Refusal, type Texts } from "../refusal";
import { nearest } from "./near";

const limit = 8;

const listed = (names: readonly Texts[]): Texts => {
  const more = names.length > limit;
  const first = names.slice(0, limit);
  return {
    en: first.map(({ en }) => en).join(", ") + (more ? ", …" : ""),
    zh: first.map(({ zh }) => zh).join("、") + (more ? "……" : ""),
  };
};

/** Refuses a name that was not found, and lists those nearest to it or, where none is near, the first. */
export function notFound(subject: string, written: string, why: Texts, there: readonly Texts[]): Refusal {
  const near = nearest(written, there);
  const list = listed(near.length > 0 ? near : there);
  const lead = near.length > 0 ? { en: "nearest", zh: "相近的有" } : { en: "there are", zh: "可选" };
  return new Refusal(
    "missing",
    {
      en: `“${written}” ${why.en}; ${lead.en}: ${list.en}`,
      zh: `“${written}”${why.zh}；${lead.zh}：${list.zh}`,
    },
    subject,
  );
}
