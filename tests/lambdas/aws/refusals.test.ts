import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTopicsClient } from '../../../lambdas/aws/clients.ts';
import { refusalsTopic } from '../../../lambdas/aws/refusals.ts';
import { receive } from '../../../shared/receive.ts';
import { setAside } from '../../../shared/set-aside.ts';
import type { TestGround } from '../../ground.ts';
import { testGround } from '../../ground.ts';
import type { FakeEndpoint } from './fake-endpoint.ts';
import { startFakeEndpoint } from './fake-endpoint.ts';

const sent: URLSearchParams[] = [];
let broken = false;
let endpoint: FakeEndpoint;

beforeAll(async () => {
  endpoint = await startFakeEndpoint((body) => {
    if (broken)
      return { status: 403, body: '<ErrorResponse><Error><Code>AuthorizationError</Code></Error></ErrorResponse>' };
    sent.push(new URLSearchParams(body));
    return {
      status: 200,
      body: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
    };
  });
});

afterAll(() => endpoint.close());

async function upload(desk: TestGround, name: string, bytes: Uint8Array): Promise<void> {
  const ground = {
    ...desk.ground,
    notices: refusalsTopic('arn:aws:sns:eu-west-1:1:refusals', 'https://wire.example.org', () =>
      makeTopicsClient(endpoint.reach),
    ),
  };
  const key = `north/${name}`;
  await ground.inbox.put(key, bytes, { mediaType: 'text/plain' });
  sent.length = 0;
  await receive(ground, { desk: 'north', name, key, bytes: bytes.length, receivedAt: '2026-11-24T10:00:00.000Z' });
}

describe('word of an upload that was set aside', () => {
  it('does not blame it', async () => {
    using desk = testGround();
    sent.length = 0;
    const notices = refusalsTopic('arn:aws:sns:eu-west-1:1:refusals', 'https://wire.example.org', () =>
      makeTopicsClient(endpoint.reach),
    );
    const arrival = {
      desk: 'north',
      name: 'a.txt',
      key: 'north/a.txt',
      bytes: 9,
      receivedAt: '2026-11-24T10:00:00.000Z',
    };
    for (const _time of [1, 2]) await setAside({ ...desk.ground, notices }, { arrival, isRemoval: false });
    expect(sent).toHaveLength(1);
    expect(sent[0]!.get('Subject')).toBe('Set aside: north: a.txt');
    expect(sent[0]!.get('Message')).toMatch(/It was set aside:\n- It could not be taken in: .+ \[set-aside\]/);
  });
});

describe('word of a refused upload', () => {
  it('names the desk, the file and the reason, and where the receipt is', async () => {
    using desk = testGround();
    await upload(desk, 'späte meldung.txt', new Uint8Array());
    expect(sent).toHaveLength(1);
    const [word] = sent as [URLSearchParams];
    expect(word.get('Subject')).toBe('Refused: north: sp?te meldung.txt');
    expect(word.get('Message')).toMatch(
      /^Desk north uploaded späte meldung\.txt at 2026-11-24T10:00:00\.000Z\. It was refused:\n- .+ \[empty\]\n\nThe receipt: https:\/\/wire\.example\.org\/receipts\/north\/sp%C3%A4te%20meldung\.txt$/,
    );
    expect([
      word.get('MessageAttributes.entry.1.Name'),
      word.get('MessageAttributes.entry.1.Value.StringValue'),
    ]).toEqual(['desk', 'north']);
  });

  it('has a subject that SNS takes, however long the name is', async () => {
    using desk = testGround();
    await upload(desk, `${'n'.repeat(300)}.txt`, new Uint8Array());
    expect(sent[0]!.get('Subject')).toMatch(/^[A-Za-z][\x20-\x7E]{1,98}$/);
  });

  it('does not come of an upload that was taken in', async () => {
    using desk = testGround();
    await upload(desk, 'good.txt', new TextEncoder().encode('Headline: Apples\n\nApples.'));
    expect(sent).toEqual([]);
  });

  it('that cannot be sent is logged, and the receipt stands', async () => {
    using desk = testGround();
    broken = true;
    await upload(desk, 'empty.txt', new Uint8Array()).finally(() => (broken = false));
    expect(desk.logged.at(-1)).toMatch(/^notice-failed /);
    expect(desk.logged).toContain('rejected');
  });
});
