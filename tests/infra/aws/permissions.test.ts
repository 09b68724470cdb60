// What functions may: listed one by one, and enough for all that they do.

import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import cdk from '../../../cdk.json' with { type: 'json' };
import { makeStage } from '../../../infra/aws/stage.ts';
import { release } from '../../../lambdas/release.ts';
import { renditions } from '../../../lambdas/renditions.ts';
import { replay } from '../../../lambdas/replay.ts';
import { serve } from '../../../lambdas/serve.ts';
import { emitChannel } from '../../../shared/emit.ts';
import type { Ground } from '../../../shared/ground.ts';
import { originalFolder } from '../../../shared/pictures/media-keys.ts';
import { documentId } from '../../../shared/publish/document-id.ts';
import { versionKey } from '../../../shared/store/keys.ts';
import { readReceipt } from '../../../shared/store/receipts.ts';
import { addPartner } from '../../../shared/store/partners.ts';
import { withoutItem } from '../../broken-ground.ts';
import { testGround } from '../../ground.ts';
import type { TestGround } from '../../ground.ts';
import { pngFile } from '../../picture-files.ts';
import type { Permit } from './permitted-ground.ts';
import { permitsOf, permittedGround } from './permitted-ground.ts';

const everything = {
  domain: 'wire.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/abcd-1234',
  sftpDesks: { newsflash: [`ssh-ed25519 ${'A'.repeat(68)}`] },
  refusalAddresses: { '*': 'wire@example.org' },
  alarmAddress: 'night@example.org',
  monthlyBudget: 40,
};
const stacks = Object.values(
  makeStage(new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [], copytaster: everything } }), {
    account: '123456789012',
    region: 'eu-west-1',
  }),
);
const resources = Object.assign(
  {},
  ...stacks.map((stack) => (Template.fromStack(stack).toJSON() as { readonly Resources: object }).Resources),
) as Readonly<Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>>;

const functions = ['Ingest', 'Publish', 'Push', 'Release', 'Renditions', 'Replay', 'Serve'] as const;
const permits = new Map(functions.map((id) => [id, permitsOf(resources, id)]));

const said = ({ action, resource, partitions }: Permit): string =>
  `${action} ${resource}${partitions ? ` (${partitions.join(', ')})` : ''}`;

describe('what a function may', () => {
  const log = (id: string): readonly string[] => [`logs:CreateLogStream ${id}Log`, `logs:PutLogEvents ${id}Log`];
  const receiving = (queue: string): readonly string[] =>
    ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
      (action) => `sqs:${action} ${queue}`,
    );
  const table = 'table/copytaster-prod';
  const reading = ['GetItem', 'Query'].flatMap((action) => [
    `dynamodb:${action} ${table}`,
    `dynamodb:${action} ${table}/index/*`,
  ]);
  const writing = ['DeleteItem', 'PutItem'].map((action) => `dynamodb:${action} ${table}`);
  const bucket = (store: string): string => `s3:::copytaster-prod-${store}`;
  const takingIn = [
    `s3:ListBucket ${bucket('inbox')}`,
    `s3:GetObject ${bucket('inbox')}/*`,
    `s3:GetObjectVersion ${bucket('inbox')}/*`,
    `s3:ListBucket ${bucket('feeds')}`,
    `s3:GetObject ${bucket('feeds')}/overflow/*`,
    `s3:PutObject ${bucket('feeds')}/overflow/*`,
    `s3:PutObject ${bucket('media')}/original/*`,
  ];

  it.each<[(typeof functions)[number], readonly string[]]>([
    ['Ingest', [...reading, ...writing, ...takingIn, ...receiving('Uploads'), 'sns:Publish Refusals']],
    ['Replay', [...reading, ...writing, ...takingIn]],
    [
      'Publish',
      [
        ...reading,
        ...writing,
        `s3:ListBucket ${bucket('feeds')}`,
        ...['GetObject', 'PutObject', 'DeleteObject'].map((action) => `s3:${action} ${bucket('feeds')}/*`),
        'sqs:SendMessage Pushes',
        ...['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'].map((action) => `sqs:${action} DeadChanges`),
        ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (action) => `dynamodb:${action} Table`,
        ),
      ],
    ],
    ['Push', [...reading, ...writing, ...receiving('Pushes')]],
    [
      'Release',
      [
        ...reading,
        ...writing,
        `s3:ListBucket ${bucket('feeds')}`,
        `s3:GetObject ${bucket('feeds')}/overflow/*`,
        ...['ChangeMessageVisibility', 'GetQueueAttributes', 'ReceiveMessage'].map(
          (action) => `sqs:${action} DeadUploads`,
        ),
      ],
    ],
    [
      'Renditions',
      [
        `s3:ListBucket ${bucket('media')}`,
        `s3:GetObject ${bucket('media')}/original/*`,
        `s3:PutObject ${bucket('media')}/web/*`,
        ...receiving('Pictures'),
      ],
    ],
    [
      'Serve',
      [
        ...reading,
        `dynamodb:PutItem ${table} (usage#*, story#*)`,
        ...['feeds', 'media', 'inbox'].flatMap((store) => [
          `s3:ListBucket ${bucket(store)}`,
          `s3:GetObject ${bucket(store)}/*`,
        ]),
        `s3:GetObjectVersion ${bucket('inbox')}/*`,
        `s3:PutObject ${bucket('inbox')}/*`,
      ],
    ],
  ])('%s: this and nothing else', (id, expected) => {
    expect(permits.get(id)!.map(said).toSorted()).toEqual([...log(id), ...expected].toSorted());
  });

  it('stands in its own policy alone: no role is lent one of AWS’s or of the account’s', () => {
    const managed = Object.values(resources).filter(
      ({ Type, Properties }) => Properties?.['ManagedPolicyArns'] !== undefined || Type === 'AWS::IAM::ManagedPolicy',
    );
    expect(managed).toEqual([]);
    const policies = Object.entries(resources)
      .filter(([, { Type }]) => Type === 'AWS::IAM::Policy')
      .map(([id]) => id);
    expect(policies.filter((id) => !functions.some((name) => id.startsWith(`${name}Role`)))).toEqual([]);
  });
});

describe('it is enough', () => {
  const as = (test: TestGround, id: (typeof functions)[number]): Ground =>
    permittedGround(test.ground, permits.get(id)!);
  const longStory = `Headline: Long\n\n${'Word after word after word. '.repeat(6000)}`;

  it('for a story to come in, change, go out, be held, released, ended, killed and read again', async () => {
    using test = testGround({ openChannels: [] });
    const [ingest, publish] = [as(test, 'Ingest'), as(test, 'Publish')];
    const outcomes: string[] = [];
    const send = async (name: string, content: string | Uint8Array): Promise<void> => {
      outcomes.push(
        ...(await test.upload(`desk/${name}`, content, { on: ingest })).outcomes.map(({ outcome }) => outcome),
      );
      await test.settle(publish);
    };
    await send('a.txt', 'Headline: Apples\n\nApples.');
    await send('a.txt', 'Headline: Apples ripen\n\nApples.');
    await send('long.txt', longStory);
    await send('held.txt', 'Embargo: 2026-11-24T12:00:00Z\nHeadline: Held\n\nHeld.');
    await send('ends.txt', 'Expires: 2026-11-24T12:00:00Z\nHeadline: Ends\n\nEnds.');
    await send(
      'picture.png',
      pngFile(4, 3, () => [9, 9, 9]),
    );
    await send('kuril.txt', 'Headline: Pictured\nPicture: picture.png\n\nWords.');
    await send('nothing.txt', '');
    await send('a.txt', 'Status: canceled\nHeadline: Apples\n\nApples.');
    expect(outcomes.toSorted()).toEqual(
      [...Array.from({ length: outcomes.length - 1 }, () => 'stored'), 'rejected'].toSorted(),
    );
    test.setClock('2026-11-24T13:00:00.000Z');
    const dead = JSON.stringify({
      Records: [{ eventTime: '2026-11-24T10:00:00.000Z', s3: { object: { key: 'desk/dead.txt', sequencer: '01' } } }],
    });
    const releasing = permittedGround(
      {
        ...test.ground,
        deadUploads: async function* () {
          yield { queue: 'uploads', id: '1', body: dead } as const;
        },
      },
      permits.get('Release')!,
    );
    await release(releasing);
    expect(await readReceipt(test.ground.table, 'desk', 'dead.txt')).toMatchObject({
      outcomes: [{ code: 'set-aside' }],
    });
    await test.settle(publish);
    const lost = versionKey('tag:copytaster.localhost,2026:desk/held.txt', 1);
    await emitChannel(withoutItem(publish, lost), 'all');
    await release(releasing);
    await test.settle(publish);
    expect(await replay(as(test, 'Replay'), {})).toMatchObject({ changed: [], missing: [] });
    expect(test.logged.filter((event) => event.includes('AccessDenied'))).toEqual([]);
  });

  it('for partners and desks at the counter', async () => {
    using test = testGround({ openChannels: [], openDesk: false });
    await test.upload('desk/a.txt', 'Headline: Apples\n\nApples.');
    await test.upload('desk/long.txt', longStory);
    await test.upload('desk/a.txt', 'Headline: Apples ripen\n\nApples.');
    await test.settle();
    const now = test.ground.clock.now();
    const partner = await addPartner(
      test.ground.table,
      { name: 'herald', kind: 'partner', channels: ['*'], embargoed: true },
      now,
    );
    const desk = await addPartner(
      test.ground.table,
      { name: 'desk', kind: 'desk', channels: [], embargoed: false },
      now,
    );
    const counter = as(test, 'Serve');
    const story = documentId('tag:copytaster.localhost,2026:desk/a.txt');
    const ask = async (
      key: string | undefined,
      method: string,
      rawPath: string,
      rawQueryString = '',
      body?: string,
    ): Promise<number> =>
      (
        await serve(counter, {
          rawPath,
          rawQueryString,
          headers: { authorization: `Bearer ${key}` },
          requestContext: { http: { method } },
          body,
        })
      ).statusCode;
    const asked = [
      ...['/', '/feeds.opml', '/robots.txt', '/feeds/all.rss', '/feeds/embargoed.atom', `/stories/${story}.html`].map(
        (path) => ask(partner, 'GET', path),
      ),
      ask(partner, 'GET', '/feeds/all.atom', 'day=2026-11-24'),
      ask(partner, 'GET', '/feeds/all.json', 'since=2026-11-24T09:00:00Z'),
      ...['/desk', '/receipts/desk/a.txt', '/receipts/desk', `/stories/${story}/versions`].map((path) =>
        ask(desk, 'GET', path),
      ),
      ask(desk, 'GET', `/stories/${story}/versions`, 'diff=1..2'),
    ];
    expect(await Promise.all(asked)).toEqual(asked.map(() => 200));
    expect(await ask(partner, 'GET', '/media/none.jpg')).toBe(404);
    expect(await ask(desk, 'PUT', '/inbox/desk/b.txt', '', 'Headline: Bread\n\nBread.')).toBe(202);
    expect(await ask(desk, 'PATCH', `/stories/${story}`, '', '{"headline":"Apples fall"}')).toBe(202);
    expect(test.logged.filter((event) => event.includes('AccessDenied'))).toEqual([]);
  });

  it('for web renditions of a picture', async () => {
    using test = testGround();
    await test.ground.media.put(
      `${originalFolder}abc.png`,
      pngFile(40, 30, () => [9, 9, 9]),
      { mediaType: 'image/png' },
    );
    const body = JSON.stringify({
      Records: [
        {
          eventName: 'ObjectCreated:Put',
          eventTime: '2026-11-24T10:00:00.000Z',
          s3: { object: { key: `${originalFolder}abc.png`, size: 100, sequencer: '01' } },
        },
      ],
    });
    expect(await renditions(as(test, 'Renditions'), { Records: [{ messageId: '1', body }] })).toEqual({
      batchItemFailures: [],
    });
    expect(test.logged).toEqual(['renditions-made']);
  });
});
