// Who has not pulled a kill: partners that take a channel a story was killed from and have not asked for that channel since.

import { fitsAny } from './channel-pattern.ts';
import { describeError } from './describe-error.ts';
import { eachDue } from './each-due.ts';
import type { Ground } from './ground.ts';
import type { Item } from './ports.ts';
import { killsPartition } from './store/keys.ts';
import type { Kill } from './store/kills.ts';
import { patienceMs, recentKills, settleKill } from './store/kills.ts';
import type { Partner } from './store/partners.ts';
import { listPartners } from './store/partners.ts';
import { readHead } from './store/stories.ts';
import { listUsage } from './store/usage.ts';

export type Unpulled = {
  readonly partner: string;
  readonly channel: string;
  readonly kill: Kill;
  /** Absent where the partner has not pulled the channel in the week before either. */
  readonly lastPullAt?: string;
};

/** Days in which a pull shows that a partner takes a channel. */
const takenDays = 7;

/** Warns of each partner and channel, once, an hour after the kill. */
export async function reportUnpulled(ground: Ground, isOver: () => boolean = () => false): Promise<void> {
  const act = async (item: Item): Promise<boolean> => {
    const kill = item.data as Kill;
    const { uri, killedAt } = kill;
    for (const { partner, channel, lastPullAt } of await unpulledOf(ground, kill)) {
      ground.log.warn('kill-not-pulled', { partner, channel, uri, killedAt, lastPullAt });
    }
    await settleKill(ground.table, item);
    return true;
  };
  await eachDue(ground, { job: 'kills', partition: killsPartition, act, isOver });
}

/** As it stands now, of the kills of the last day that are an hour old; what can't be found out is told in the log and left out. */
export async function listUnpulled(ground: Ground): Promise<readonly Unpulled[]> {
  const now = ground.clock.now();
  const passOver = (uri: string, error: unknown): void =>
    ground.log.error('kill-not-looked-up', { uri, ...describeError(error) });
  const isOld = ({ killedAt }: Kill): boolean => Date.parse(now) - Date.parse(killedAt) >= patienceMs;
  const kills = (await recentKills(ground.table, now, passOver)).filter(isOld);
  const found = kills.map((kill) =>
    unpulledOf(ground, kill).catch((error: unknown) => (passOver(kill.uri, error), [])),
  );
  return (await Promise.all(found)).flat();
}

async function unpulledOf(ground: Ground, kill: Kill): Promise<readonly Unpulled[]> {
  const { status } = (await readHead(ground.table, kill.uri)) ?? {};
  // Revived meanwhile: nobody is late with anything.
  if (status !== 'canceled') return [];
  const partners = (await listPartners(ground.table)).filter(({ kind }) => kind === 'partner');
  return (await Promise.all(partners.map((partner) => unpulledBy(ground, partner, kill)))).flat();
}

/** A partner with `section/*` is entitled to more than it takes: a channel counts when it is named in its patterns or was pulled in the last week. */
async function unpulledBy({ table }: Ground, partner: Partner, kill: Kill): Promise<readonly Unpulled[]> {
  const entitled = kill.channels.filter((channel) => fitsAny(partner.channels, channel));
  if (entitled.length === 0) return [];
  const from = new Date(Date.parse(kill.killedAt) - takenDays * 86_400_000).toISOString().slice(0, 10);
  const lastPulls = new Map(
    (await listUsage(table, partner.name, from)).map(({ channel, lastPullAt }) => [channel, lastPullAt]),
  );
  return entitled
    .map((channel): Unpulled => ({ partner: partner.name, channel, kill, lastPullAt: lastPulls.get(channel) }))
    .filter(({ channel, lastPullAt }) =>
      lastPullAt === undefined ? partner.channels.includes(channel) : lastPullAt <= kill.killedAt,
    );
}
