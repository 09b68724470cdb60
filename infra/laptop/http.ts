// HTTP on this machine: node:http in front of the same serve handler that API Gateway calls.

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { serve } from '../../lambdas/serve.ts';
import type { Ground } from '../../shared/ground.ts';

/** Requests with a larger body are refused before they fill the memory; what is over the upload limit but below this gets a receipt. */
const largestBody = 250_000_000;

/** Starts to listen on this machine alone; rejects with one sentence when the port is taken or forbidden. */
export function listen(ground: Ground, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    respond(ground, request, response).catch((error: unknown) => {
      // Never the query: a partner's key may stand in it.
      ground.log.error('http-failed', { path: splitOnce(request.url ?? '', '?')[0], error: String(error) });
      response.destroy();
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(explain(error, port))));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function explain({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE') return `The port ${port} is taken; choose another with --port.`;
  return code === 'EACCES'
    ? `The port ${port} needs rights this user does not have; choose one above 1023 with --port.`
    : message;
}

async function respond(ground: Ground, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (body === 'too-large') {
    response.writeHead(413, { 'Content-Type': 'text/plain', Connection: 'close' }).end('Too large.\n');
    return;
  }
  const [rawPath = '/', rawQueryString = ''] = splitOnce(withoutOrigin(request.url ?? '/'), '?');
  // The one header that comes as a list; servers send it, clients do not.
  const { 'set-cookie': _, ...headers } = request.headers;
  const http = { method: request.method ?? 'GET' };
  const result = await serve(ground, {
    rawPath,
    rawQueryString,
    headers,
    requestContext: { http },
    body,
    isBase64Encoded: true,
  });
  response.writeHead(result.statusCode, result.headers);
  response.end(request.method === 'HEAD' || result.body === '' ? undefined : Buffer.from(result.body, 'base64'));
}

/** The body in base64, as API Gateway hands it over; `undefined` when there is none. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestBody) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('base64');
}

/** Clients of proxies name the whole address, which a server has to take (RFC 9112 §3.2.2). */
function withoutOrigin(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
