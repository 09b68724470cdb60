// What partners pulled: day by day and channel by channel, how often, and when last.

import type { Table } from '../ports.ts';
import type { Instant } from '../story.ts';
import { everyItem } from './every-item.ts';
import { usageKey, usagePartition } from './keys.ts';

export type Usage = {
  readonly day: string;
  readonly channel: string;
  readonly pulls: number;
  readonly lastPullAt: Instant;
};

/** Days that are kept. */
const keptDays = 400;

/** Pulls not yet written, by table: a partner that polls every second costs a write a minute. */
const pending = new WeakMap<Table, Map<string, { pulls: number; writtenAt: number }>>();

export async function countPull(table: Table, partner: string, channel: string, now: Instant): Promise<void> {
  const counts = pending.get(table) ?? new Map<string, { pulls: number; writtenAt: number }>();
  pending.set(table, counts);
  const name = `${partner} ${channel}`;
  const count = counts.get(name) ?? { pulls: 0, writtenAt: 0 };
  count.pulls += 1;
  counts.set(name, count);
  const at = Date.parse(now);
  if (at - count.writtenAt < 60_000 && at >= count.writtenAt) return;
  const { pulls } = count;
  Object.assign(count, { pulls: 0, writtenAt: at });
  await write(table, partner, channel, now, pulls);
}

async function write(table: Table, partner: string, channel: string, now: Instant, pulls: number): Promise<void> {
  const day = now.slice(0, 10);
  const key = usageKey(partner, day, channel);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const item = await table.get(key);
    const before = item?.data as Usage | undefined;
    const data: Usage = { day, channel, pulls: (before?.pulls ?? 0) + pulls, lastPullAt: now };
    const forgetAt = Math.floor(Date.parse(now) / 1000) + keptDays * 86_400;
    if (await table.put({ ...key, revision: (item?.revision ?? 0) + 1, forgetAt, data }, 'newer')) return;
  }
}

/** Oldest day first; from the day `from` on, `2026-11-23`. */
export async function listUsage(table: Table, partner: string, from?: string): Promise<readonly Usage[]> {
  const usage: Usage[] = [];
  for await (const { data } of everyItem(table, usagePartition(partner), from)) usage.push(data as Usage);
  return usage;
}
