// Partner outlets and desks that may come in by a key. A key is shown once, when it is made; the table holds its digest.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Table } from '../ports.ts';
import type { Instant } from '../story.ts';
import { everyItem } from './every-item.ts';
import { partnerKey, partnersPartition, secretKey } from './keys.ts';

export type Partner = {
  readonly name: string;
  /** A desk uploads, reads its receipts and corrects its stories; a partner reads feeds. */
  readonly kind: 'partner' | 'desk';
  /** Channels it may read, as patterns: `section/*`. For a desk none. */
  readonly channels: readonly string[];
  /** Endings of formats it may read, `rss`; absent for all. */
  readonly formats?: readonly string[];
  /** Whether it may read stories before their embargo passes. */
  readonly embargoed: boolean;
  /** Two during a rotation. */
  readonly keys: readonly PartnerKey[];
  readonly createdAt: Instant;
  /** Where it wants to be told of changes (webhooks.ts). */
  readonly webhook?: Webhook;
};

export type PartnerKey = { readonly digest: string; readonly createdAt: Instant; readonly validUntil?: Instant };

export type Webhook = {
  /** `https://partner.example/hooks/wire`. */
  readonly url: string;
  /** Newest first; two during a rotation. */
  readonly secrets: readonly WebhookSecret[];
  /** When the address answered 410: nothing is sent there any more. */
  readonly goneAt?: Instant;
};

/** `secret` as the partner has it: `whsec_` and base64. */
export type WebhookSecret = { readonly secret: string; readonly validUntil?: Instant };

/** How long the old key goes on working after a rotation. */
const overlapMs = 7 * 24 * 3600 * 1000;

const keyShape = /^ct_[A-Za-z0-9_-]{43}$/;

/** Answers the key, which nobody can read again, or `undefined` when the name is taken. */
export async function addPartner(
  table: Table,
  given: Omit<Partner, 'keys' | 'createdAt'>,
  now: Instant,
): Promise<string | undefined> {
  const { key, digest } = makeKey();
  const partner: Partner = { ...given, keys: [{ digest, createdAt: now }], createdAt: now };
  // The key first: a crash in between leaves a key that opens nothing.
  await table.put({ ...secretKey(digest), data: given.name });
  const written = await table.put({ ...partnerKey(given.name), revision: 1, data: partner }, 'absent');
  if (!written) await table.delete(secretKey(digest));
  return written ? key : undefined;
}

/** A new key; the one before works for another week. `undefined` when there is no such partner. */
export async function rotateKey(table: Table, name: string, now: Instant): Promise<string | undefined> {
  const { key, digest } = makeKey();
  await table.put({ ...secretKey(digest), data: name });
  const ends = new Date(Date.parse(now) + overlapMs).toISOString();
  const changed = await changePartner(table, name, (partner) => {
    const [newest] = valid(partner.keys, now).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    return { ...partner, keys: [...(newest ? [{ ...newest, validUntil: ends }] : []), { digest, createdAt: now }] };
  });
  return changed ? key : undefined;
}

/** No key of the partner opens anything any more. Answers whether there was such a partner. */
export async function revokePartner(table: Table, name: string): Promise<boolean> {
  const partner = await readPartner(table, name);
  if (!partner) return false;
  await table.delete(partnerKey(name));
  for (const { digest } of partner.keys) await table.delete(secretKey(digest));
  return true;
}

export async function readPartner(table: Table, name: string): Promise<Partner | undefined> {
  return (await table.get(partnerKey(name)))?.data as Partner | undefined;
}

export async function listPartners(table: Table): Promise<readonly Partner[]> {
  const partners: Partner[] = [];
  for await (const { data } of everyItem(table, partnersPartition)) partners.push(data as Partner);
  return partners;
}

/** Whose key it is. The table is asked by digest, so that nothing can be learned from how long the answer takes. */
export async function partnerOf(table: Table, key: string, now: Instant): Promise<Partner | undefined> {
  if (!keyShape.test(key)) return undefined;
  const digest = digestOf(key);
  const name = (await table.get(secretKey(digest)))?.data as string | undefined;
  const partner = name === undefined ? undefined : await readPartner(table, name);
  return partner &&
    valid(partner.keys, now).some((each) => timingSafeEqual(Buffer.from(each.digest), Buffer.from(digest)))
    ? partner
    : undefined;
}

function valid(keys: readonly PartnerKey[], now: Instant): readonly PartnerKey[] {
  return keys.filter(({ validUntil }) => validUntil === undefined || validUntil > now);
}

function makeKey(): { readonly key: string; readonly digest: string } {
  const key = `ct_${randomBytes(32).toString('base64url')}`;
  return { key, digest: digestOf(key) };
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Answers whether there is such a partner. `make` may be asked more than once. */
export async function changePartner(table: Table, name: string, make: (partner: Partner) => Partner): Promise<boolean> {
  for (;;) {
    const item = await table.get(partnerKey(name));
    if (!item) return false;
    if (
      await table.put(
        { ...partnerKey(name), revision: (item.revision ?? 0) + 1, data: make(item.data as Partner) },
        'newer',
      )
    )
      return true;
  }
}
