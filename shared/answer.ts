// The counter on one page: a request is routed, the partner admitted, and what stands is handed over, or 304.

import { decorate, preflight } from './serve/headers.ts';
import { answerFeed, answerDocument } from './serve/hand-over.ts';
import { answerMedia } from './serve/media.ts';
import { answerEarlyDocument, answerEmbargoed } from './serve/early.ts';
import { answerHome, answerOpml, answerRobots } from './serve/home.ts';
import { answerDesk, answerReceipt, answerReceipts, takeUpload } from './serve/desk.ts';
import { answerVersions, patchStory } from './serve/story-desk.ts';
import { admit, overLimit } from './serve/admission.ts';
import type { Visitor } from './serve/admission.ts';
import type { Ground } from './ground.ts';
import { embargoedChannel } from './store/entries.ts';
import type { Request, Response } from './serve/request.ts';
import { problem } from './serve/request.ts';
import type { Route } from './serve/routes.ts';
import { routeOf } from './serve/routes.ts';

/** Answers one request. Throws only for broken ground; whoever speaks HTTP makes a 500 of that. */
export async function answer(ground: Ground, request: Request): Promise<Response> {
  const route = routeOf(request.path);
  if (!route) return decorate(request, problem(404, 'Not found', 'There is nothing at this address.'));
  const allowed = methodsOf(route);
  if (request.method === 'OPTIONS') return decorate(request, preflight(allowed));
  if (!allowed.includes(request.method)) {
    return decorate(
      request,
      problem(405, 'Method not allowed', `Only ${allowed.join(', ')} here.`, { Allow: allowed.join(', ') }),
    );
  }
  const visitor = await admit(ground, request);
  const wait = overLimit(ground, visitor);
  if (wait !== undefined)
    return decorate(
      request,
      problem(429, 'Too many requests', 'You have asked more often than agreed.', { 'Retry-After': String(wait) }),
    );
  return decorate(request, await handOver(ground, request, visitor, route));
}

async function handOver(ground: Ground, request: Request, visitor: Visitor, route: Route): Promise<Response> {
  switch (route.to) {
    case 'home':
      return answerHome(ground, request, visitor);
    case 'opml':
      return answerOpml(ground, request, visitor);
    case 'robots':
      return answerRobots(ground, request);
    case 'feed':
      if (route.channel === embargoedChannel) return answerEmbargoed(ground, request, visitor, route.extension);
      return answerFeed(ground, request, visitor, route.channel, route.extension);
    case 'document':
      return (
        (await answerEarlyDocument(ground, request, visitor, route.id, route.extension)) ??
        answerDocument(ground, request, visitor, route.id, route.extension)
      );
    case 'story':
      return patchStory(ground, request, visitor, route.id);
    case 'versions':
      return answerVersions(ground, request, visitor, route.id);
    case 'media':
      return answerMedia(ground, request, visitor, route.name);
    case 'inbox':
      return takeUpload(ground, request, visitor, route.desk, route.name);
    case 'receipt':
      return answerReceipt(ground, request, visitor, route.desk, route.name);
    case 'receipts':
      return answerReceipts(ground, request, visitor, route.desk);
    case 'desk':
      return answerDesk(ground, request, visitor);
  }
}

function methodsOf(route: Route): readonly string[] {
  if (route.to === 'inbox') return ['PUT', 'POST'];
  return route.to === 'story' ? ['PATCH'] : ['GET', 'HEAD'];
}
