// The signature of a webhook as Standard Webhooks has it: HMAC-SHA256 over "<id>.<seconds>.<body>", once for each secret that is valid.

import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** 32 random bytes in base64 behind `whsec_`. */
export function makeSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/** `seconds` since 1970 of this attempt. Headers in lower case, as the standard writes them. */
export function signatureHeaders(
  id: string,
  seconds: number,
  body: string,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const sign = (secret: string): string =>
    `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
      .update(`${id}.${seconds}.${body}`)
      .digest('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': secrets.map(sign).join(' ') };
}
