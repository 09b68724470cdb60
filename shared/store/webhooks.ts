// Webhooks of partners: where each wants to be told of changes, and the secrets that sign what it is told.
// Unlike a key a secret is kept as it is: whoever signs needs it.

import type { Table } from '../ports.ts';
import { makeSecret } from '../push/signature.ts';
import type { Instant } from '../story.ts';
import type { Webhook } from './partners.ts';
import { changePartner } from './partners.ts';

/** How long events are signed with the old secret too after a rotation. */
const overlapMs = 7 * 24 * 3600 * 1000;

/** Sets or replaces the address. Answers the new secret, which is not shown again; `undefined` when there is no such partner. */
export async function setWebhook(table: Table, name: string, url: string): Promise<string | undefined> {
  const secret = makeSecret();
  const known = await changePartner(table, name, (partner) => ({
    ...partner,
    webhook: { url, secrets: [{ secret }] },
  }));
  return known ? secret : undefined;
}

/** A new secret; for another week events are signed with the one before as well. `undefined` when there is no such webhook. */
export async function rotateSecret(table: Table, name: string, now: Instant): Promise<string | undefined> {
  const secret = makeSecret();
  const validUntil = new Date(Date.parse(now) + overlapMs).toISOString();
  const known = await changeWebhook(table, name, ({ secrets: [newest], ...webhook }) => ({
    ...webhook,
    secrets: [{ secret }, { ...newest!, validUntil }],
  }));
  return known ? secret : undefined;
}

/** Answers whether there was one. */
export async function removeWebhook(table: Table, name: string): Promise<boolean> {
  return changeWebhook(table, name, () => undefined);
}

/** Nothing is sent to `url` any more, unless the partner has another address by now. */
export async function markGone(table: Table, name: string, url: string, now: Instant): Promise<void> {
  await changeWebhook(table, name, (webhook) => (webhook.url === url ? { ...webhook, goneAt: now } : webhook));
}

export function validSecrets({ secrets }: Webhook, now: Instant): readonly string[] {
  return secrets.filter(({ validUntil }) => validUntil === undefined || validUntil > now).map(({ secret }) => secret);
}

async function changeWebhook(
  table: Table,
  name: string,
  make: (webhook: Webhook) => Webhook | undefined,
): Promise<boolean> {
  let had = false;
  await changePartner(table, name, ({ webhook, ...partner }) => {
    had = webhook !== undefined;
    const changed = webhook && make(webhook);
    return { ...partner, ...(changed && { webhook: changed }) };
  });
  return had;
}
