// Originals again through receive, as far as one run of the function reaches; the answer says where the next goes on.

import * as v from 'valibot';
import type { Ground } from '../shared/ground.ts';
import type { ReplayReport } from '../shared/replay.ts';
import { replay as replayStories } from '../shared/replay.ts';

const order = v.strictObject({
  prefix: v.optional(v.string()),
  after: v.optional(v.string()),
  dryRun: v.optional(v.boolean()),
  perSecond: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000))),
});

/** What Lambda tells a running function. */
export type Context = { readonly getRemainingTimeInMillis?: () => number };

/** Time that is left for the story under way. */
const reserveMs = 20_000;

/** `{"prefix":"newsflash/","dryRun":true}` → the report; with `after` in it, invoke again with that. */
export async function replay(ground: Ground, event: unknown, context: Context = {}): Promise<ReplayReport> {
  const asked = v.parse(order, event ?? {});
  const isOver = (): boolean => (context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) < reserveMs;
  const report = await replayStories(ground, { ...asked, isOver });
  const { read, changed, missing, failed = [], after } = report;
  ground.log.info('replayed', { read, changed: changed.length, missing: missing.length, failed: failed.length, after });
  return report;
}
