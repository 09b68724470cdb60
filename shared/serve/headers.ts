// What every response carries, what HEAD leaves out, and what pages elsewhere may read.

import type { Request, Response } from './request.ts';

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // Browsers heed it over https alone (RFC 6797 §8.1).
  'Strict-Transport-Security': 'max-age=31536000',
  'Content-Security-Policy':
    "default-src 'none'; img-src 'self' https: data:; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
};

/** A key is never sent along by a browser on its own: a page that has one sends it itself. */
const anyPage = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link, IM, Retry-After',
};

/** Adds the security headers and the length; for HEAD the body goes and the length stays (RFC 9110 §9.3.2). */
export function decorate(request: Request, response: Response): Response {
  const { status, headers, body } = request.query.has('key') ? privately(response) : response;
  const hasContent = status !== 304 && status !== 204;
  const length: Record<string, string> = hasContent ? { 'Content-Length': String(body?.length ?? 0) } : {};
  // Pages elsewhere may read the JSON formats; a 304 does not say what it is of.
  const isJson = status === 304 || /json/.test(headers['Content-Type'] ?? '');
  return {
    status,
    headers: { ...always, ...(isJson && anyPage), ...headers, ...length },
    body: request.method === 'HEAD' ? undefined : body,
  };
}

/** What a browser asks before it lets a page send a key or a condition (Fetch, CORS-preflight). */
export function preflight(methods: readonly string[]): Response {
  const allowed = methods.join(', ');
  const cors = methods.includes('GET') && {
    ...anyPage,
    'Access-Control-Allow-Methods': allowed,
    'Access-Control-Allow-Headers': 'Authorization, If-None-Match, If-Modified-Since, A-IM',
    'Access-Control-Max-Age': '86400',
  };
  return { status: 204, headers: { Allow: `${allowed}, OPTIONS`, 'Cache-Control': 'no-store', ...cors } };
}

/** What only whoever asked may keep, and no cache that others share. */
export function privately(response: Response): Response {
  const caching = response.headers['Cache-Control'];
  if (!caching?.startsWith('public')) return response;
  return {
    ...response,
    headers: {
      ...response.headers,
      'Cache-Control': caching.replace('public', 'private').replace(/, s-maxage=\d+/, ''),
    },
  };
}
