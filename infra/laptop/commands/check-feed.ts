// `copytaster check-feed --profile msn URL|FILE`: which of a partner's rules a feed misses, in words. Anybody's feed, not only ours.

import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import type { Command } from 'commander';
import { chooseCharset } from '../../../shared/decode/charset.ts';
import { profiles } from '../../../shared/publish/profiles.rules.ts';
import { checkFeed } from '../check-feed/check-feed.ts';
import type { Miss } from '../check-feed/check-feed.ts';
import type { Arrival } from '../check-feed/seen-feed.ts';
import { seeFeed } from '../check-feed/seen-feed.ts';

const mostBytes = 20_000_000;
const patienceMs = 20_000;

/** Exit status 0 when nothing is missed, 3 when something is, 2 when there is no feed to check. */
export function addCheckFeed(program: Command): void {
  program
    .command('check-feed <feed>')
    .description('tells which rules of a partner’s profile a feed misses; <feed> is an address or a file')
    .addOption(
      new Option('--profile <name>', 'whose rules').choices(profiles.map(({ name }) => name)).default('default'),
    )
    .option('--json', 'writes JSON')
    .action(async (from: string, { profile, json }: { readonly profile: string; readonly json?: true }) => {
      const arrived = await readFeed(from);
      const feed = arrived instanceof Error ? arrived.message : seeFeed(arrived.text, arrived);
      if (typeof feed === 'string') {
        process.stderr.write(`${from}: ${feed}\n`);
        process.exitCode = 2;
        return;
      }
      const misses = checkFeed(feed, profile, Date.now());
      process.stdout.write(
        json
          ? `${JSON.stringify({ profile, items: feed.items.length, misses })}\n`
          : tell(misses, profile, feed.items.length),
      );
      if (misses.length > 0) process.exitCode = 3;
    });
}

async function readFeed(from: string): Promise<(Arrival & { readonly text: string }) | Error> {
  try {
    if (!/^https?:\/\//i.test(from)) return toText(await readFile(from));
    const response = await fetch(from, {
      signal: AbortSignal.timeout(patienceMs),
      headers: { accept: 'application/rss+xml, application/xml;q=0.9, */*;q=0.5' },
    });
    if (!response.ok) return new Error(`The server answers ${response.status}.`);
    return { ...toText(await readBounded(response), response.headers.get('content-type') ?? undefined), address: from };
  } catch (error) {
    const { code, message, cause } = error as NodeJS.ErrnoException;
    return new Error(
      `The feed can't be read (${code ?? (cause as NodeJS.ErrnoException | undefined)?.code ?? message}).`,
    );
  }
}

/** In the encoding that the server or the feed itself declares. */
function toText(bytes: Uint8Array, contentType?: string): { readonly text: string; readonly encoding: string } {
  const encoding = chooseCharset(bytes, contentType)?.name ?? 'utf-8';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** A feed without end is no feed. */
async function readBounded(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new Error(`more than ${mostBytes / 1e6} MB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function tell(misses: readonly Miss[], profile: string, items: number): string {
  if (misses.length === 0) return `The feed and its ${items} items keep all rules of ${profile}.\n`;
  const lines = misses.map(
    ({ rule, level, message, source, item }) =>
      `${level.padEnd(6)} ${item === undefined ? 'feed' : item}: ${message} [${rule}; ${source}]`,
  );
  const musts = misses.filter(({ level }) => level === 'must').length;
  return `${lines.join('\n')}\n${musts} of the rules missed must be kept, ${misses.length - musts} should be.\n`;
}
