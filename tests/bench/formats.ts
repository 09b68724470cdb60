// Documents and megabytes a second into stories, format by format, over the golden inputs; and a NewsML-G2 item all the way in and out again.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRejection } from '../../shared/outcome.ts';
import { newsmlG2 } from '../../shared/publish/newsml-g2.ts';
import { rss } from '../../shared/publish/rss.ts';
import { finish, readBytes } from '../../shared/receive.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Story } from '../../shared/story.ts';
import { measureAsync, tell } from './measure.ts';

type Input = { readonly name: string; readonly bytes: Uint8Array };

export async function benchFormats(): Promise<void> {
  const byFormat = new Map<string, Input[]>();
  for (const input of goldenInputs()) {
    const { format = 'refused' } = await readBytes(input.bytes, input.name, undefined, defaultSettings.limits);
    byFormat.set(format, [...(byFormat.get(format) ?? []), input]);
  }
  for (const [format, inputs] of [...byFormat].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const megabytes = inputs.reduce((sum, { bytes }) => sum + bytes.length, 0) / inputs.length / 1e6;
    const measured = await measureAsync(async () => {
      for (const input of inputs) await readBytes(input.bytes, input.name, undefined, defaultSettings.limits);
      return inputs.length;
    });
    tell(`${format}, ${(measured.perSecond * megabytes).toFixed(1)} MB a second`, 'documents', measured);
  }
  const item = largeItem();
  tell(
    `a NewsML-G2 item of ${(item.bytes.length / 1000).toFixed(0)} KB, in and out`,
    'items',
    await measureAsync(() => inAndOut(item)),
  );
}

function goldenInputs(): readonly Input[] {
  const stories = join(import.meta.dirname, '../stories');
  return readdirSync(stories, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const file = readdirSync(join(stories, name)).find((each) => each.startsWith('input.'))!;
      return { name: file, bytes: new Uint8Array(readFileSync(join(stories, name, file))) };
    });
}

/** Parsed, normalised, and rendered as NewsML-G2 and RSS. */
async function inAndOut({ name, bytes }: Input): Promise<number> {
  const { readings, digest = '' } = await readBytes(bytes, name, undefined, defaultSettings.limits);
  for (const reading of readings) {
    if (isRejection(reading)) throw new Error(reading.message);
    const finished = finish(
      reading,
      { key: 'desk/item.xml', format: reading.format, digest, receivedAt: '2026-11-24T10:00:00.000Z' },
      'desk',
      defaultSettings,
      0,
    );
    if (isRejection(finished)) throw new Error(finished.message);
    render({ ...finished.story, version: 1 });
  }
  return 1;
}

function render(story: Story): void {
  const site = { title: 'Copytaster', publicUrl: 'https://wire.example.org', language: 'en' };
  const entry = { story, changedAt: '2026-11-24T10:00:00.000Z' };
  newsmlG2.document!(entry, site);
  rss.feed!({
    site,
    channel: { name: 'all', title: 'All', description: 'All' },
    entries: [entry],
    updatedAt: entry.changedAt,
  });
}

/** A text of some 12 KB with fifteen subjects, as agencies send them. */
function largeItem(): Input {
  const sentence =
    'The harbour of Vesterhavn closed at noon on Tuesday as the wind rose to force eleven, the port authority said, and no ferry is expected to leave before Thursday. ';
  const paragraphs = Array.from(
    { length: 26 },
    (_, index) =>
      `<p>${sentence}${index % 3 === 0 ? '“We have <em>seen</em> worse,” said <a href="https://harbour.example/people">Jane Roe</a>, the harbour master.' : sentence}</p>`,
  ).join('\n');
  const subjects = Array.from(
    { length: 15 },
    (_, index) =>
      `<subject type="cpnat:abstract" qcode="medtop:2000${String(index).padStart(4, '0')}"><name xml:lang="en">Subject ${index}</name></subject>`,
  ).join('\n');
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:northlight.example:20261124:ferry" version="3" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
<rightsInfo><copyrightHolder literal="Northlight"/><copyrightNotice>© 2026 Northlight. All rights reserved.</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Northlight"/><versionCreated>2026-11-24T09:00:00Z</versionCreated><firstCreated>2026-11-23T12:00:00Z</firstCreated><pubStatus qcode="stat:usable"/><edNote>Adds quote.</edNote></itemMeta>
<contentMeta><urgency>4</urgency><creditline>Northlight</creditline><by>By JANE ROE and John Doe</by><dateline>VESTERHAVN, Nov 24 (Northlight)</dateline><language tag="en"/>
${subjects}
<slugline>STORM-FERRIES</slugline><headline>Ferries stop as storm nears Vesterhavn</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferries</title></head><body>
${paragraphs}
<p>(Reporting by Jane Roe in Vesterhavn; Editing by E. Eff)</p></body></html></inlineXML></contentSet></newsItem>`;
  return { name: 'item.xml', bytes: new TextEncoder().encode(text) };
}
