// Originals again through the replay function: since no rule has changed, nothing may change.

import type { ReplayReport } from '../../../shared/replay.ts';
import { feedPaths, urisOf } from '../compare.ts';
import type { Finding, Rehearsal } from '../rehearsal.ts';
import { found } from '../rehearsal.ts';
import { desk } from '../sides.ts';

export async function replayAll(rehearsal: Rehearsal): Promise<Finding> {
  const before = await tagsOf(rehearsal);
  let read = 0;
  const misses: string[] = [];
  for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
    const report = (await rehearsal.stage.invoke('replay', {
      prefix: `${desk}/${rehearsal.prefix}`,
      perSecond: 1000,
      ...(after !== undefined && { after }),
    })) as ReplayReport;
    read += report.read;
    misses.push(
      ...report.changed.map(
        ({ uri, version, fields }) => `Replay made version ${version} of ${uri}: ${fields.join(', ')}.`,
      ),
    );
    misses.push(...report.missing.map((uri) => `Replay found no original of ${uri}.`));
    after = report.after;
  }
  const stories = urisOf([...rehearsal.receipts.values()]).length;
  const after = await tagsOf(rehearsal);
  return found(
    `${read} stories read again, none changed`,
    ...misses,
    read !== stories && `Replay read ${read} stories of ${stories}.`,
    before.join() !== after.join() && `The feeds changed from ${before.join()} to ${after.join()}.`,
  );
}

/** One after another: an emulator starts a function for each that is asked for at once. */
async function tagsOf({ aws }: Rehearsal): Promise<readonly string[]> {
  const tags: string[] = [];
  for (const path of feedPaths()) {
    const { status, headers } = await aws.ask(path);
    tags.push(headers.etag ?? `${path} answered with ${status}`);
  }
  return tags;
}
