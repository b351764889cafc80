const meanings: Readonly<Record<string, string>> = {
  EACCES: "may not be read or written by you",
  EBUSY: "is in use by another program",
  EISDIR: "is a folder, not a file",
  ENOENT: "there is no such file or folder",
  ENOSPC: "there is no room left on the disk",
  ENOTDIR: "a part of its path is no folder",
  EPERM: "may not be read or written by you",
  EROFS: "lies where nothing can be written",
};

/** What went wrong, in words where the system has only a code for it. */
export function saidOf(error: unknown): string {
  const { code = "", path, message } = Object(error) as Partial<NodeJS.ErrnoException>;
  const meaning = meanings[code];
  return meaning && path ? `${path}: ${meaning}` : (message ?? String(error));
}
