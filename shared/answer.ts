// The counter on one page: a request is routed, the partner admitted, and what stands is handed over, or 304.

import { decorate } from './serve/headers.ts';
import { answerFeed, answerDocument, answerMedia } from './serve/hand-over.ts';
import { answerHome, answerOpml } from './serve/home.ts';
import { answerDesk, answerReceipt, answerReceipts, takeUpload } from './serve/desk.ts';
import type { Ground } from './ground.ts';
import type { Request, Response } from './serve/request.ts';
import { problem } from './serve/request.ts';
import type { Route } from './serve/routes.ts';
import { routeOf } from './serve/routes.ts';

/** Answers one request. Throws only for broken ground; whoever speaks HTTP makes a 500 of that. */
export async function answer(ground: Ground, request: Request): Promise<Response> {
  const route = routeOf(request.path);
  if (!route) return decorate(request, problem(404, 'Not found', 'There is nothing at this address.'));
  const allowed = methodsOf(route);
  if (!allowed.includes(request.method)) {
    return decorate(request, problem(405, 'Method not allowed', `Only ${allowed.join(', ')} here.`, { Allow: allowed.join(', ') }));
  }
  return decorate(request, await handOver(ground, request, route));
}

function handOver(ground: Ground, request: Request, route: Route): Promise<Response> {
  switch (route.to) {
    case 'home':
      return answerHome(ground, request);
    case 'opml':
      return answerOpml(ground, request);
    case 'feed':
      return answerFeed(ground, request, route.channel, route.extension);
    case 'document':
      return answerDocument(ground, request, route.id, route.extension);
    case 'media':
      return answerMedia(ground, request, route.name);
    case 'inbox':
      return takeUpload(ground, request, route.desk, route.name);
    case 'receipt':
      return answerReceipt(ground, request, route.desk, route.name);
    case 'receipts':
      return answerReceipts(ground, request, route.desk);
    case 'desk':
      return answerDesk(ground, request);
  }
}

function methodsOf(route: Route): readonly string[] {
  return route.to === 'inbox' ? ['PUT', 'POST'] : ['GET', 'HEAD'];
}
