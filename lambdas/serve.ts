// HTTP event ⇄ answer.

import { answer } from '../shared/answer.ts';
import type { Ground } from '../shared/ground.ts';
import type { Request, Response } from '../shared/serve/request.ts';
import { problem } from '../shared/serve/request.ts';
import type { HttpEvent, HttpResult } from './events.ts';
import { readHttpEvent } from './events.ts';

export async function serve(ground: Ground, event: unknown): Promise<HttpResult> {
  const request = requestOf(readHttpEvent(event));
  try {
    return resultOf(await answer(ground, request));
  } catch (error) {
    ground.log.error('serve-failed', { path: request.path, error: String(error) });
    return resultOf(
      problem(500, 'Something broke', 'The service could not answer; please try again.', { 'Retry-After': '5' }),
    );
  }
}

function requestOf({ rawPath, rawQueryString, headers, requestContext, body, isBase64Encoded }: HttpEvent): Request {
  return {
    method: requestContext.http.method,
    path: decodePath(rawPath),
    query: new URLSearchParams(rawQueryString),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: body === undefined ? undefined : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** A stray percent sign is taken as it stands. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function resultOf({ status, headers, body }: Response): HttpResult {
  const bytes = Buffer.from(body ?? new Uint8Array());
  return { statusCode: status, headers, body: bytes.toString('base64'), isBase64Encoded: true };
}
