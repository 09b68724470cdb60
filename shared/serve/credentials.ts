// The key a request brings: `Authorization: Bearer ct_…`, Basic with the key as password, or `?key=` for readers that know neither.

import type { Request } from './request.ts';

export function keyIn({ headers, query }: Request): string | undefined {
  const [, scheme = '', value = ''] = /^\s*(\w+)\s+(\S+)\s*$/.exec(headers['authorization'] ?? '') ?? [];
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme)) return passwordIn(value);
  return query.get('key') ?? undefined;
}

/** Some readers put the key into the user's name and leave the password empty. */
function passwordIn(value: string): string | undefined {
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const [user, password] = [text.slice(0, colon), text.slice(colon + 1)];
  return password === '' ? user : password;
}
