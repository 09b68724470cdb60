// Which address means what: the public contract, read from a path. Extensions come from the list of formats.

import { formatByExtension } from '../publish/formats.ts';

export type Route =
  | { readonly to: 'home' | 'opml' | 'robots' }
  | { readonly to: 'feed'; readonly channel: string; readonly extension: string }
  | { readonly to: 'document'; readonly id: string; readonly extension: string }
  | { readonly to: 'story' | 'versions'; readonly id: string }
  | { readonly to: 'media'; readonly name: string }
  | { readonly to: 'inbox' | 'receipt'; readonly desk: string; readonly name: string }
  | { readonly to: 'receipts'; readonly desk: string }
  | { readonly to: 'desk' };

/** The route of a decoded path, or `undefined` where there is nothing. */
export function routeOf(path: string): Route | undefined {
  if (path === '/') return { to: 'home' };
  if (path === '/feeds.opml') return { to: 'opml' };
  if (path === '/robots.txt') return { to: 'robots' };
  if (path === '/desk') return { to: 'desk' };
  const [, room, rest = ''] = /^\/([a-z]+)\/(.+)$/su.exec(path) ?? [];
  switch (room) {
    case 'feeds':
      return feedRoute(rest);
    case 'stories':
      return documentRoute(rest);
    case 'media':
      return /^[\w-]+\.\w+$/.test(rest) ? { to: 'media', name: rest } : undefined;
    case 'inbox':
    case 'receipts':
      return uploadRoute(room, rest);
    default:
      return undefined;
  }
}

function feedRoute(rest: string): Route | undefined {
  const { stem, extension } = splitExtension(rest);
  const known = formatByExtension(extension)?.feed !== undefined;
  return known && stem ? { to: 'feed', channel: stem, extension } : undefined;
}

function documentRoute(rest: string): Route | undefined {
  if (/^\w+$/.test(rest)) return { to: 'story', id: rest };
  const versions = /^(\w+)\/versions$/.exec(rest)?.[1];
  if (versions !== undefined) return { to: 'versions', id: versions };
  const { stem, extension } = splitExtension(rest);
  const known = formatByExtension(extension)?.document !== undefined;
  return known && /^\w+$/.test(stem) ? { to: 'document', id: stem, extension } : undefined;
}

function uploadRoute(room: 'inbox' | 'receipts', rest: string): Route | undefined {
  const slash = rest.indexOf('/');
  const desk = slash < 0 ? rest : rest.slice(0, slash);
  const name = slash < 0 ? '' : rest.slice(slash + 1);
  if (!isDeskName(desk)) return undefined;
  if (name === '') return room === 'receipts' ? { to: 'receipts', desk } : undefined;
  if (!isUploadName(name)) return undefined;
  return { to: room === 'inbox' ? 'inbox' : 'receipt', desk, name };
}

/** Letters, digits, dot, dash and underscore, at most 64, not starting with a dot. */
export function isDeskName(desk: string): boolean {
  return /^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,63}$/u.test(desk);
}

/** A path without empty, `.` or `..` parts and without control characters, at most 900 bytes. */
export function isUploadName(name: string): boolean {
  if (/\p{Cc}/u.test(name) || !name.isWellFormed() || new TextEncoder().encode(name).length > 900) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function splitExtension(rest: string): { readonly stem: string; readonly extension: string } {
  const dot = rest.lastIndexOf('.');
  return dot < 0 ? { stem: rest, extension: '' } : { stem: rest.slice(0, dot), extension: rest.slice(dot + 1) };
}
