// Who may do what: anyone reads open channels; partners read what their key entitles them to; desks upload, ask and correct.

import { fitsAny } from '../channel-pattern.ts';
import type { Ground } from '../ground.ts';
import type { Settings } from '../settings.ts';
import type { Partner } from '../store/partners.ts';
import { partnerOf } from '../store/partners.ts';
import { keyIn } from './credentials.ts';
import type { Request, Response } from './request.ts';
import { problem } from './request.ts';

export type Visitor = {
  /** Whose key came with the request, and was good. */
  readonly partner?: Partner;
  /** A key came, good or not. */
  readonly broughtKey: boolean;
};

export async function admit(ground: Ground, request: Request): Promise<Visitor> {
  const key = keyIn(request);
  if (key === undefined) return { broughtKey: false };
  const partner = await partnerOf(ground.table, key, ground.clock.now());
  return { broughtKey: true, ...(partner && { partner }) };
}

/** Whether anyone may read the channel: a setting lists patterns such as `all`, `section/*`, `*`. */
export function isOpen({ openChannels }: Settings, channel: string): boolean {
  return fitsAny(openChannels, channel);
}

export function mayRead({ settings }: Ground, { partner }: Visitor, channel: string, extension: string): boolean {
  if (isOpen(settings, channel)) return true;
  return (
    partner?.kind === 'partner' &&
    fitsAny(partner.channels, channel) &&
    (partner.formats === undefined || partner.formats.includes(extension))
  );
}

/** Whether the visitor may upload for the desk, read its receipts and correct its stories. */
export function maySpeakFor({ settings }: Ground, { partner }: Visitor, desk: string): boolean {
  return settings.openDesk || (partner?.kind === 'desk' && partner.name === desk);
}

/** Without a good key the same answer whether there is something or not; with one that does not entitle, as if there were nothing. */
export function turnAway({ settings }: Ground, { partner }: Visitor, nothing: Response): Response {
  if (partner || settings.openChannels.includes('*')) return nothing;
  return problem(
    401,
    'A key is needed',
    'Bring the key you were given: as Bearer, as the password of Basic, or as ?key=.',
    { 'WWW-Authenticate': 'Bearer realm="copytaster", Basic realm="copytaster", charset="UTF-8"' },
  );
}

type Bucket = { tokens: number; filledAt: number };

/** Allowances by ground and partner; each process counts for itself. */
const buckets = new WeakMap<Ground, Map<string, Bucket>>();

/** Seconds until the partner may ask again; `undefined` when it may now. */
export function overLimit(ground: Ground, { partner }: Visitor): number | undefined {
  if (!partner) return undefined;
  const perMinute = ground.settings.requestsPerMinute;
  const known = buckets.get(ground) ?? new Map<string, Bucket>();
  buckets.set(ground, known);
  const now = Date.parse(ground.clock.now());
  const bucket = known.get(partner.name) ?? { tokens: perMinute, filledAt: now };
  bucket.tokens = Math.min(perMinute, bucket.tokens + (Math.max(0, now - bucket.filledAt) / 60_000) * perMinute);
  bucket.filledAt = now;
  known.set(partner.name, bucket);
  if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / perMinute) * 60);
  bucket.tokens -= 1;
  return undefined;
}
