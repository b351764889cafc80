/** The right of one tab to write one draft. It ends with the tab, however that ends. */
export interface Claim {
  readonly id: string;
  release(): void;
}

const lockName = (id: string): string => `industry-policy-workbench/${id}`;

/**
 * Claims a draft for this tab; undefined when another tab has it. `patience`, in milliseconds,
 * is for a tab that reloads and may arrive before its former page has let go.
 */
export async function claim(id: string, patience = 0): Promise<Claim | undefined> {
  if (!("locks" in navigator)) return { id, release: () => undefined };
  const options: LockOptions = patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
  return new Promise((resolve) => {
    const held = (lock: Lock | null): Promise<void> | undefined => {
      if (lock) return new Promise<void>((release) => resolve({ id, release }));
      resolve(undefined);
      return undefined;
    };
    navigator.locks.request(lockName(id), options, held).catch(() => resolve(undefined));
  });
}

/** The claim on a draft that no tab knows yet. */
export async function claimNew(): Promise<Claim> {
  const id = crypto.randomUUID();
  return await claim(id) ?? { id, release: () => undefined };
}

/** Drafts that some tab is writing, this one included. */
export async function claimedIds(): Promise<ReadonlySet<string>> {
  if (!("locks" in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  const prefix = lockName("");
  const names = held.map((lock) => lock.name ?? "");
  return new Set(names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)));
}
