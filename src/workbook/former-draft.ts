import { claim, claimedIds, type Claim } from "./claim";
import type { Draft, Drafts } from "./drafts";

/** What this tab remembers over a reload, and no other tab sees: the id of its draft. */
export interface TabMemory {
  read(): string | null;
  write(id: string): void;
}

/** What a page that begins finds: a draft to go on with, or what another tab is at work on. */
export interface Found {
  readonly claimed?: Claim;
  readonly draft?: Draft;
  readonly elsewhere?: string;
}

/** Milliseconds in which a former page of this tab lets go of its draft. */
const patience = 1500;

/**
 * What this tab had before it was reloaded; else the latest workbook, unless another tab is at work:
 * two tabs never write one draft, and a second tab is opened in order to do something else.
 */
export async function formerDraft(drafts: Drafts, memory: TabMemory): Promise<Found> {
  const remembered = memory.read();
  if (remembered) return reclaimed(drafts, remembered);
  const [titles, claimed] = await Promise.all([drafts.titles(), claimedIds()]);
  const [latest] = titles;
  if (!latest) return {};
  if (claimed.size > 0) return { elsewhere: titles.find(({ id }) => claimed.has(id))?.name };
  return reclaimed(drafts, latest.id);
}

/** A tab that was duplicated remembers the draft of the other. */
async function reclaimed(drafts: Drafts, id: string): Promise<Found> {
  const claimed = await claim(id, patience);
  const draft = await drafts.read(id);
  return claimed ? { claimed, draft } : { elsewhere: draft?.name };
}
