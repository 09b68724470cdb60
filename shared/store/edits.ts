// What a desk corrected by hand on a story: kept beside the story, so that it stays over later versions and replays.

import type { Table } from '../ports.ts';
import type { Instant, Status } from '../story.ts';
import { editsKey } from './keys.ts';

/** A field that is absent was never touched. */
export type Edits = {
  readonly headline?: string;
  readonly section?: string;
  /** As it is to be read: `By Jane Doe, Political Editor`. */
  readonly byline?: string;
  readonly status?: Status;
  /** By the picture's id. */
  readonly pictures?: Readonly<Record<string, { readonly caption?: string; readonly credit?: string }>>;
  readonly by: string;
  readonly at: Instant;
};

export async function readEdits(table: Table, uri: string): Promise<Edits | undefined> {
  return (await table.get(editsKey(uri)))?.data as Edits | undefined;
}

/** Changes what stands by `change`; answers what stands now. Safe against two editors at once: none undoes the other. */
export async function changeEdits(
  table: Table,
  uri: string,
  change: (before: Edits | undefined) => Edits,
): Promise<Edits> {
  for (;;) {
    const item = await table.get(editsKey(uri));
    const next = change(item?.data as Edits | undefined);
    if (await table.put({ ...editsKey(uri), revision: (item?.revision ?? 0) + 1, data: next }, 'newer')) return next;
  }
}

/** What was corrected elsewhere, unless the story has corrections here. */
export async function writeFirstEdits(table: Table, uri: string, edits: Edits): Promise<void> {
  await table.put({ ...editsKey(uri), revision: 1, data: edits }, 'absent');
}
