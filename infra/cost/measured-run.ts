// The measured run: a sample of uploads goes through the real handlers on a ground of its own in a temporary folder, and a partner polls what came of it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest } from '../../lambdas/ingest.ts';
import { publish } from '../../lambdas/publish.ts';
import { release } from '../../lambdas/release.ts';
import { renditions } from '../../lambdas/renditions.ts';
import { serve } from '../../lambdas/serve.ts';
import { channelsPartition, readKey } from '../../shared/store/keys.ts';
import { addPartner } from '../../shared/store/partners.ts';
import { openGround } from '../laptop/ground.ts';
import type { Options } from './options.ts';
import type { SampleSize, SampleUpload } from './sample.ts';
import { fillingUploads, samplePicture, sampleUploads, wholeSample } from './sample.ts';
import type { Measure, Sent, Site } from './site.ts';
import { openSite } from './site.ts';

export type Measured = {
  readonly uploads: Measure;
  /** Originals that want web renditions, in that sample. */
  readonly announced: number;
  readonly renditions: Measure;
  readonly fullPolls: Measure;
  readonly unchangedPolls: Measure;
  /** Web renditions of 1280 pixels handed to a partner. */
  readonly pictures: Measure;
  readonly minutes: Measure;
};

/** With the whole sample it takes half a minute. `memory` in MB by function. */
export async function measureRun(
  { storiesPerDay, channels, pollSeconds }: Options,
  memory: ReadonlyMap<string, number>,
  size = wholeSample,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'copytaster-cost-'));
  const laptop = openGround(folder, 'https://wire.example.org');
  try {
    return await measureOn(openSite(laptop, memory, channels), {
      secondsApart: 86_400 / storiesPerDay,
      pollSeconds,
      channels,
      size,
    });
  } finally {
    laptop.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Pace = {
  readonly secondsApart: number;
  readonly pollSeconds: number;
  readonly channels: number;
  readonly size: SampleSize;
};

/** Of the pictures announced so many are rendered; the others cost the same. */
const rendered = 2;
const polls = 20;

async function measureOn(site: Site, { secondsApart, pollSeconds, channels, size }: Pace): Promise<Measured> {
  // Full channels and warm code: neither is part of what is measured.
  for (const upload of fillingUploads(size.filling)) await takeIn(site, upload);
  await publishAll(site);
  const { items } = await site.laptop.ground.table.query({ pk: channelsPartition });
  if (items.length !== channels) throw new Error(`The sample is in ${items.length} channels instead of ${channels}.`);
  const sample = sampleUploads(await samplePicture(size));
  site.beginTiming();
  const uploads = await site.measure(sample.length, async () => {
    for (const upload of sample) {
      site.wait(secondsApart);
      await takeIn(site, upload);
      await publishAll(site);
    }
  });
  const messages = site.laptop.pictures.receive(1000);
  const made = await site.measure(rendered, async () => {
    for (const { id, body } of messages.slice(0, rendered))
      await site.meters.renditions.run((ground) => renditions(ground, { Records: [{ messageId: id, body }] }));
  });
  const { ground } = site.laptop;
  const key = await addPartner(
    ground.table,
    { name: 'gazette', kind: 'partner', channels: ['*'], embargoed: false },
    site.now(),
  );
  const headers = { authorization: `Bearer ${key}`, 'accept-encoding': 'gzip' };
  const feed = '/feeds/all.rss';
  const { headers: given } = await ask(site, feed, headers);
  const pictures = (await ground.media.list('web/')).keys
    .map((each) => each.key)
    .filter((each) => each.endsWith('-1280.jpg'));
  return {
    uploads,
    announced: messages.length,
    renditions: made,
    fullPolls: await site.measure(polls, () => poll(site, feed, headers, pollSeconds, 200)),
    unchangedPolls: await site.measure(polls, () =>
      poll(site, feed, { ...headers, 'if-none-match': given['ETag']! }, pollSeconds, 304),
    ),
    pictures: await site.measure(polls, () =>
      poll(site, pictures[0]!.replace('web/', '/media/'), headers, pollSeconds, 200),
    ),
    minutes: await site.measure(1, () => site.meters.release.run(release)),
  };
}

/** S3 → SQS → ingest, one message a call: at this pace none waits for another. */
async function takeIn({ meters, now }: Site, { key, bytes }: SampleUpload): Promise<void> {
  const { version } = await meters.desk.attend((ground) =>
    ground.inbox.put(key, bytes, { mediaType: 'application/octet-stream' }),
  );
  const object = {
    key: encodeURIComponent(key),
    size: bytes.length,
    versionId: version,
    sequencer: Date.parse(now()).toString(16),
  };
  const body = JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', eventTime: now(), s3: { object } }] });
  const { batchItemFailures } = await meters.ingest.run((ground) =>
    ingest(ground, { Records: [{ messageId: '1', body }] }),
  );
  if (batchItemFailures.length > 0) throw new Error(`The sample ${key} could not be taken in.`);
}

/** The table's stream → publish; what the filters of the event source hold back wakes nobody. */
async function publishAll({ laptop: { changes }, meters }: Site): Promise<void> {
  for (let batch = changes.changesAfter(0, 100); batch.length > 0; batch = changes.changesAfter(0, 100)) {
    const Records = batch
      .filter((change) => readKey(change) !== undefined)
      .map(({ sequence: SequenceNumber, pk, sk }) => ({
        dynamodb: { SequenceNumber: String(SequenceNumber), Keys: { pk: { S: pk }, sk: { S: sk } } },
      }));
    if (Records.length > 0) await meters.publish.run((ground) => publish(ground, { Records }));
    changes.forgetUpTo(batch.at(-1)!.sequence);
  }
}

type Headers = Readonly<Record<string, string>>;

function ask({ meters }: Site, rawPath: string, headers: Headers): ReturnType<typeof serve> {
  return meters.serve.run((ground) => serve(ground, { rawPath, headers, requestContext: { http: { method: 'GET' } } }));
}

const piece = 512 * 1024;

async function poll(site: Site, path: string, headers: Headers, pollSeconds: number, expected: number): Promise<Sent> {
  let sent: Sent = { bytes: 0, pieces: 0 };
  for (let count = 0; count < polls; count += 1) {
    site.wait(pollSeconds);
    const { statusCode, headers: given, body } = await ask(site, path, headers);
    if (statusCode !== expected) throw new Error(`${path} answered ${statusCode} instead of ${expected}.`);
    const bytes = Buffer.byteLength(body, 'base64') + JSON.stringify(given).length;
    sent = { bytes: sent.bytes + bytes, pieces: sent.pieces + Math.ceil(bytes / piece) };
  }
  return sent;
}
