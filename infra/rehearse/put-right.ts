// What a rehearsal changes on a stage only for a while is put right again whatever happens, also on Ctrl-C.

const pending = new Set<() => Promise<unknown>>();

/** Runs `work`, and then `undo`, once. */
export async function withUndo<T>(undo: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  pending.add(undo);
  try {
    return await work();
  } finally {
    if (pending.delete(undo)) await undo();
  }
}

/** For whoever ends the process early: what was changed last is put right first. Never throws. */
export async function putRight(): Promise<void> {
  const all = [...pending].reverse();
  pending.clear();
  for (const undo of all) await undo().catch(() => undefined);
}
