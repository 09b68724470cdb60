// How long a function takes from the start of its process to its first answer, against a floor that only makes the same clients of the SDK with the same options.
// The first event is one that needs nobody else, as S3's own test message; release, replay and serve always ask the table or the bucket, and so does their floor.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { bundle, entryFor, handlers } from '../../infra/aws/bundling.ts';
import type { Handler } from '../../infra/aws/bundling.ts';

const rounds = 9;

type Contestant = { readonly name: string; readonly handler: string; readonly event: unknown; readonly floor?: string };

const floors: ReadonlyMap<string, string> = new Map([
  ['release', 'floor, asking the table'],
  ['replay', 'floor, asking a bucket'],
  ['serve', 'floor, asking the table'],
]);

const testMessage = { Records: [{ messageId: '1', body: '{"Event":"s3:TestEvent"}' }] };

const events: Readonly<Record<Handler, unknown>> = {
  ingest: testMessage,
  publish: { Records: [{ dynamodb: { SequenceNumber: '1', Keys: { pk: { S: 'stories' }, sk: { S: 'urn:x' } } } }] },
  push: { Records: [] },
  release: {},
  renditions: testMessage,
  replay: {},
  serve: {
    rawPath: '/robots.txt',
    headers: { 'accept-encoding': 'gzip' },
    requestContext: { http: { method: 'GET' } },
  },
};

const contestants: readonly Contestant[] = [
  { name: 'floor', handler: 'makeClients', event: {} },
  { name: 'floor, asking the table', handler: 'askTable', event: {} },
  { name: 'floor, asking a bucket', handler: 'askBucket', event: {} },
  ...handlers.map((handler) => ({
    name: handler,
    handler,
    event: events[handler],
    floor: floors.get(handler) ?? 'floor',
  })),
];

export async function benchColdStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'copytaster-cold-'));
  const server = await startStub();
  try {
    const bundles = await Promise.all(
      contestants.map(
        async (contestant) =>
          Object.values(
            (await bundle(entryOf(contestant, folder), fileFor(folder, contestant.name))).metafile.outputs,
          )[0]!.bytes,
      ),
    );
    const environment = environmentFor(server);
    const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const contestant of contestants)
        times.get(contestant.name)!.push(await timeOnce(fileFor(folder, contestant.name), contestant, environment));
    const middle = (name: string): number => times.get(name)!.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
    for (const [index, { name, floor }] of contestants.entries()) {
      const against = floor === undefined ? '' : `   ${(middle(name) / middle(floor)).toFixed(2)} × ${floor}`;
      process.stdout.write(
        `  ${name.padEnd(28)}${(bundles[index]! / 1000).toFixed(0).padStart(6)} KB ${middle(name).toFixed(0).padStart(6)} ms   (${Math.min(...times.get(name)!).toFixed(0)} to ${Math.max(...times.get(name)!).toFixed(0)})${against}\n`,
      );
    }
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Floors are bundled each by itself too. */
function entryOf({ handler }: Contestant, folder: string): string {
  if (isHandler(handler)) return entryFor(handler);
  const entry = join(folder, `${handler}.ts`);
  writeFileSync(
    entry,
    `export { ${handler} } from ${JSON.stringify(join(import.meta.dirname, 'cold-start-floor.ts'))};\n`,
  );
  return entry;
}

function isHandler(name: string): name is Handler {
  return (handlers as readonly string[]).includes(name);
}

function fileFor(folder: string, name: string): string {
  return join(folder, name.replaceAll(/\W+/g, '-'), 'index.js');
}

type Environment = Readonly<Record<string, string>>;

function environmentFor(server: Server): Environment {
  const { port } = server.address() as AddressInfo;
  const settings = { openChannels: ['*'], site: { title: 'Copytaster', publicUrl: 'https://wire.example.org' } };
  return {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'nobody',
    AWS_SECRET_ACCESS_KEY: 'nothing',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    INBOX_BUCKET: 'inbox',
    FEEDS_BUCKET: 'feeds',
    MEDIA_BUCKET: 'media',
    TABLE: 'table',
    STAGE: 'prod',
    SETTINGS: JSON.stringify(settings),
  };
}

/** Milliseconds from the start of a fresh Node to the answer. */
async function timeOnce(file: string, { handler, event }: Contestant, environment: Environment): Promise<number> {
  const code = `require(process.argv[1])[process.argv[2]](JSON.parse(process.argv[3]), {}).then(() => { process.stderr.write('\\nms ' + performance.now()); process.exit(0); });`;
  const child = spawn(process.execPath, ['-e', code, file, handler, JSON.stringify(event)], {
    env: { ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  const time = /\nms ([\d.]+)$/.exec(said)?.[1];
  if (time === undefined) throw new Error(`${handler} did not answer: ${said.slice(0, 500)}`);
  return Number(time);
}

/** A table and buckets in which nothing is. */
async function startStub(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.headers['x-amz-target'] !== undefined)
        response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.0' }).end('{"Items":[]}');
      else
        response
          .writeHead(200, { 'Content-Type': 'application/xml' })
          .end('<ListBucketResult><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
