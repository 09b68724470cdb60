// The desk's window: uploads over HTTP, and what became of each.

import type { Ground } from '../ground.ts';
import type { Note, Outcome, Receipt, Rejection } from '../outcome.ts';
import { BadCursor } from '../paging.ts';
import { documentId } from '../publish/document-id.ts';
import { listDesks, listReceipts, readReceipt } from '../store/receipts.ts';
import { maySpeakFor, turnAway } from './admission.ts';
import type { Visitor } from './admission.ts';
import { moment } from './home.ts';
import type { Html } from './page.ts';
import { html, page, small } from './page.ts';
import type { Request, Response } from './request.ts';
import { problem } from './request.ts';

const closed = problem(404, 'Not found', 'There is nothing at this address.');

/** Puts the upload into the inbox; the receipt follows when it has been read. */
export async function takeUpload(
  ground: Ground,
  request: Request,
  visitor: Visitor,
  desk: string,
  name: string,
): Promise<Response> {
  if (!maySpeakFor(ground, visitor, desk)) return turnAway(ground, visitor, closed);
  // Too large or unreadable is for receive to say, in the receipt; the original is kept either way.
  const mediaType = request.headers['content-type'] ?? 'application/octet-stream';
  await ground.inbox.put(`${desk}/${name}`, request.body ?? new Uint8Array(), { mediaType });
  const location = `/receipts/${[desk, ...name.split('/')].map(encodeURIComponent).join('/')}`;
  const text = `Taken in. What becomes of it: ${ground.settings.site.publicUrl}${location}\n`;
  return {
    status: 202,
    headers: { Location: location, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    body: new TextEncoder().encode(text),
  };
}

export async function answerReceipt(
  ground: Ground,
  request: Request,
  visitor: Visitor,
  desk: string,
  name: string,
): Promise<Response> {
  if (!maySpeakFor(ground, visitor, desk)) return turnAway(ground, visitor, closed);
  const receipt = await readReceipt(ground.table, desk, name);
  if (!receipt)
    return problem(404, 'Not found', `No receipt for ${name} yet: the upload is unknown or still being read.`);
  return small(request, 'application/json', `${JSON.stringify(receipt, undefined, 2)}\n`);
}

/** A desk's receipts, newest first, 100 at a time: `?cursor=` goes on. */
export async function answerReceipts(
  ground: Ground,
  request: Request,
  visitor: Visitor,
  desk: string,
): Promise<Response> {
  if (!maySpeakFor(ground, visitor, desk)) return turnAway(ground, visitor, closed);
  const found = await listReceipts(ground.table, desk, 100, request.query.get('cursor') ?? undefined).catch(
    ifBadCursor,
  );
  if (!found) return problem(400, 'Bad request', 'That cursor is not from here.');
  return small(request, 'application/json', `${JSON.stringify(found, undefined, 2)}\n`);
}

function ifBadCursor(error: unknown): undefined {
  if (error instanceof BadCursor) return undefined;
  throw error;
}

export async function answerDesk(ground: Ground, request: Request, visitor: Visitor): Promise<Response> {
  const desks = (await listDesks(ground.table)).filter((desk) => maySpeakFor(ground, visitor, desk));
  if (!ground.settings.openDesk && visitor.partner?.kind !== 'desk') return turnAway(ground, visitor, closed);
  const lists = await Promise.all(desks.map(async (desk) => (await listReceipts(ground.table, desk, 50)).receipts));
  const receipts = lists
    .flat()
    .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
    .slice(0, 100);
  return page(
    request,
    'The desk',
    'What became of each upload, newest first.',
    receipts.length === 0 ? nothing : table(receipts),
  );
}

const nothing = html`<p>Nothing has been uploaded yet.</p>`;

function table(receipts: readonly Receipt[]): Html {
  return html`<nav><a href="/">The channels</a></nav>
<table><thead><tr><th>Came</th><th>Upload</th><th>What became of it</th></tr></thead><tbody>
${receipts.map(row)}</tbody></table>`;
}

function row({ receivedAt, desk, name, bytes, format, outcomes }: Receipt): Html {
  return html`<tr><td><time datetime="${receivedAt}">${moment(receivedAt)}</time></td><td>${desk}/${name}<br><span class="faint">${bytes} bytes${format && `, ${format}`}</span></td><td>${outcomes.map(outcomeLine)}</td></tr>
`;
}

function outcomeLine(outcome: Outcome): Html {
  switch (outcome.outcome) {
    case 'stored':
      return html`<div><span class="stored">${storedAs(outcome.status, outcome.version)}</span> ${headline(outcome)}${notes(outcome.notes)}</div>`;
    case 'unchanged':
      return html`<div>Unchanged: version ${outcome.version} says the same.</div>`;
    case 'superseded':
      return html`<div>Superseded: version ${outcome.version} is newer.</div>`;
    case 'adopted':
      return html`<div><span class="stored">The table counts from now on</span>: ${outcome.rows} rows.${outcome.problems.length > 0 ? html`<ul>${outcome.problems.map(({ line, message }) => html`<li>Line ${line} was skipped: ${message}</li>`)}</ul>` : undefined}</div>`;
    case 'rejected':
      return html`<div><span class="rejected">${refusal(outcome)}</span> ${outcome.member && `${outcome.member}: `}${outcome.message}</div>`;
  }
}

/** What was set aside may still be taken in. */
function refusal({ code }: Rejection): string {
  return code === 'set-aside' ? 'Set aside' : `Rejected (${code})`;
}

function storedAs(status: string, version: number): string {
  if (status === 'canceled') return `Killed with version ${version}`;
  return status === 'withheld' ? `Held back as version ${version}` : `Stored as version ${version}`;
}

function headline({ uri, headline: text, status }: Extract<Outcome, { outcome: 'stored' }>): Html {
  if (status !== 'usable') return html`${text}`;
  return html`<a href="/stories/${documentId(uri)}.html">${text}</a>`;
}

function notes(all: readonly Note[]): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<ul class="notes">${all.map((note) => html`<li>${note.text}${change(note)}</li>`)}</ul>`;
}

/** What was done, where a line has room for it. */
function change({ before, after }: Note): Html | undefined {
  if (before === undefined || before.length > 120 || (after?.length ?? 0) > 120) return undefined;
  return after === undefined ? html` <q>${before}</q>` : html` <q>${before}</q> → <q>${after}</q>`;
}
