// What every response carries, and what HEAD leaves out.

import type { Request, Response } from './request.ts';

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; img-src 'self' https: data:; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
};

/** Adds the security headers and the length; for HEAD the body goes and the length stays (RFC 9110 §9.3.2). */
export function decorate({ method }: Request, { status, headers, body }: Response): Response {
  const length: Record<string, string> = status === 304 ? {} : { 'Content-Length': String(body?.length ?? 0) };
  // Pages elsewhere may read the JSON formats; a key is never sent along by a browser on its own.
  const isJson = /json/.test(headers['Content-Type'] ?? '');
  const shared: Record<string, string> = isJson ? { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link' } : {};
  return { status, headers: { ...always, ...shared, ...headers, ...length }, body: method === 'HEAD' ? undefined : body };
}
