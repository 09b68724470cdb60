// Fifty stories a second, as desks send them and partners pull them: how long each takes from its upload until it stands in the feeds of all its channels.
// Partners ask every feed ten times a second, so a figure may be a tenth of a second too high.

import { setTimeout as pause } from 'node:timers/promises';
import { phrasebook } from '../conformance/phrasebook.ts';
import { runLaptop } from '../running-laptop.ts';

const perSecond = 50;
const seconds = 12;
const desks = ['northlight', 'vesterhavn', 'harbour-wire', 'lund'];
const sections = ['harbours', 'economy', 'football', 'science', 'courts', 'weather'];

type Sent = { readonly guid: string; readonly channels: readonly string[]; readonly at: number };

export async function benchLoad(): Promise<void> {
  await using laptop = await runLaptop();
  // The first stories make the channels and warm everything up.
  const warm = await sendFor(laptop.url, 'warm', 2);
  const seen = new Map<string, number>();
  const end = new AbortController();
  const watchers = channels().map((channel) => watchChannel(laptop.url, channel, seen, end.signal));
  await allSeen(warm, seen);
  const sent = await sendFor(laptop.url, 'story', seconds);
  await allSeen(sent, seen);
  end.abort();
  await Promise.all(watchers);
  report(sent, seen);
}

function channels(): readonly string[] {
  return [
    'all',
    'language/en',
    ...desks.map((desk) => `desk/${desk}`),
    ...sections.map((section) => `section/${section}`),
  ];
}

/** Uploads at an even pace, whether or not the one before has been answered. */
async function sendFor(url: string, name: string, duration: number): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const answers: Promise<Response>[] = [];
  const start = performance.now();
  for (let index = 0; index < perSecond * duration; index += 1) {
    await pause(Math.max(0, start + (index * 1000) / perSecond - performance.now()));
    const [desk, section] = [desks[index % desks.length]!, sections[index % sections.length]!];
    const guid = `tag:${desk}.example,2025:${name}-${index}`;
    sent.push({ guid, channels: ['all', 'language/en', `desk/${desk}`, `section/${section}`], at: performance.now() });
    answers.push(
      fetch(`${url}/inbox/${desk}/${name}-${index}.txt`, { method: 'PUT', body: write(guid, section, index) }),
    );
  }
  for (const answer of await Promise.all(answers))
    if (answer.status !== 202) throw new Error(`An upload was answered ${answer.status}.`);
  return sent;
}

/** Some 1.5 KB with a byline and a credited picture. */
function write(guid: string, section: string, index: number): string {
  const { sentences, people, captions, headlines } = phrasebook[0]!;
  const numbered = (text: string): string => text.replace('#', String(index));
  const paragraphs = [0, 2, 4].map((at) =>
    numbered(`${sentences[(index + at) % sentences.length]!} ${sentences[(index + at + 1) % sentences.length]!}`),
  );
  return `GUID: ${guid}\nLanguage: en\nSection: ${section}\nHeadline: ${numbered(headlines[index % headlines.length]!)}\nByline: ${people[index % people.length]!}\n\n${paragraphs.join('\n\n')}\n\n${captions[index % captions.length]!} (Photo by ${people[1]!}/Northlight)\n`;
}

/** Notes when a story is first seen in the channel. */
async function watchChannel(url: string, channel: string, seen: Map<string, number>, end: AbortSignal): Promise<void> {
  let tag = '""';
  while (!end.aborted) {
    const response = await fetch(`${url}/feeds/${channel}.rss`, { headers: { 'if-none-match': tag } });
    if (response.status === 200) {
      tag = response.headers.get('etag')!;
      const text = await response.text();
      const now = performance.now();
      for (const [, guid] of text.matchAll(/<guid [^>]*>([^<]*)</g))
        if (!seen.has(`${channel} ${guid}`)) seen.set(`${channel} ${guid}`, now);
    } else await response.arrayBuffer();
    await pause(100);
  }
}

/** Until nothing is missing, or nothing more came for five seconds: a feed shows its newest only. */
async function allSeen(sent: readonly Sent[], seen: ReadonlyMap<string, number>): Promise<void> {
  for (
    let [known, quiet] = [seen.size, 0];
    quiet < 50 && sent.some((story) => waitOf(story, seen) === undefined);
    quiet += 1
  ) {
    await pause(100);
    if (seen.size > known) [known, quiet] = [seen.size, 0];
  }
}

/** Milliseconds until the last of its channels showed the story; `undefined` where one never did. */
function waitOf({ guid, channels: its, at }: Sent, seen: ReadonlyMap<string, number>): number | undefined {
  const moments = its.map((channel) => seen.get(`${channel} ${guid}`) ?? Infinity);
  const last = Math.max(...moments);
  return last === Infinity ? undefined : last - at;
}

function report(sent: readonly Sent[], seen: ReadonlyMap<string, number>): void {
  const waits = sent
    .map((story) => waitOf(story, seen))
    .filter((wait) => wait !== undefined)
    .sort((a, b) => a - b);
  const at = (share: number): string =>
    `${Math.round(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Infinity)} ms`;
  process.stdout.write(
    `  ${sent.length} stories at ${perSecond} a second, into the feeds of all channels: median ${at(0.5)}, 95 % within ${at(0.95)}, the last within ${at(1)}\n`,
  );
  if (waits.length < sent.length)
    process.stdout.write(
      `  ${sent.length - waits.length} were pushed off the head of a feed before anyone saw them there\n`,
    );
}
