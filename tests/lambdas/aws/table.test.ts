import { afterEach, describe, expect, it } from 'vitest';
import { makeTableClient } from '../../../lambdas/aws/clients.ts';
import { dynamoTable } from '../../../lambdas/aws/table.ts';
import type { Table } from '../../../shared/ports.ts';
import { SpoiltItem } from '../../../shared/spoilt-item.ts';
import type { FakeEndpoint, Rote } from './fake-endpoint.ts';
import { startFakeEndpoint } from './fake-endpoint.ts';

// What every Table must do is in tests/contracts.

let endpoint: FakeEndpoint | undefined;
afterEach(() => endpoint?.close());

const item = { pk: 'channels', sk: 'all', revision: 8, data: 'pointer' };

type Request = Readonly<Record<string, unknown>> & { readonly Item: unknown };

async function tableAt(answer: (request: Request, count: number) => Rote | 'lost'): Promise<Table> {
  let count = 0;
  endpoint = await startFakeEndpoint((body) => answer(JSON.parse(body) as Request, (count += 1)));
  return dynamoTable(makeTableClient(endpoint.reach), 'copytaster');
}

function json(status: number, body: object): Rote {
  return { status, headers: { 'Content-Type': 'application/x-amz-json-1.0' }, body: JSON.stringify(body) };
}

function refusal(standing: unknown): Rote {
  return json(400, {
    __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
    message: 'The conditional request failed',
    Item: standing,
  });
}

describe('an item whose data is no JSON', () => {
  it('spoils no listing: only who reads it is stopped', async () => {
    const attributes = (sk: string, data: string) => ({ pk: { S: 'kills' }, sk: { S: sk }, data: { S: data } });
    const table = await tableAt(() =>
      json(200, { Items: [attributes('a', '"sound"'), attributes('b', '{"uri":'), attributes('c', '"sound"')] }),
    );
    const { items } = await table.query({ pk: 'kills' });
    expect(items.map(({ sk }) => sk)).toEqual(['a', 'b', 'c']);
    expect([items[0]!.data, items[2]!.data]).toEqual(['sound', 'sound']);
    expect(() => items[1]!.data).toThrow(SpoiltItem);
  });
});

describe('a put whose answer got lost', () => {
  it.each(['absent', 'newer'] as const)('is told of its own write and knows it (%s)', async (condition) => {
    let standing: unknown;
    const table = await tableAt(({ Item }, count) => {
      standing ??= Item;
      return count === 1 ? 'lost' : refusal(standing);
    });
    expect(await table.put(item, condition)).toBe(true);
  });

  it('does not take the same words from another for its own', async () => {
    const table = await tableAt(({ Item }, count) =>
      count === 1 ? 'lost' : refusal({ ...(Item as object), mark: { S: 'another' } }),
    );
    expect(await table.put(item, 'newer')).toBe(false);
  });

  it('is refused like any other when nothing is said of what stands', async () => {
    const table = await tableAt(() => refusal(undefined));
    expect(await table.put(item, 'absent')).toBe(false);
  });
});

describe('what is asked of DynamoDB', () => {
  it('is always read consistently', async () => {
    const asked: Request[] = [];
    const table = await tableAt((request) => {
      asked.push(request);
      return json(200, {});
    });
    await table.get(item);
    await table.query({ pk: 'a', by: 'at', descending: true, from: 'x', limit: 9 });
    expect(asked).toMatchObject([
      { ConsistentRead: true, Key: { pk: { S: 'channels' }, sk: { S: 'all' } } },
      { ConsistentRead: true, IndexName: 'by-at', ScanIndexForward: false, Limit: 10 },
    ]);
  });

  it('is not asked at all where the answer is plain', async () => {
    const table = await tableAt(() => json(500, {}));
    expect(await table.get({ pk: '', sk: 'a' })).toBeUndefined();
    expect(await table.query({ pk: 'a', from: 'b', to: 'a' })).toEqual({ items: [] });
    await table.delete({ pk: 'a', sk: 'é'.repeat(600) });
  });

  it('is put without a mark where no condition could be refused', async () => {
    const table = await tableAt(({ Item }) => (Object.hasOwn(Item as object, 'mark') ? json(400, {}) : json(200, {})));
    expect(await table.put(item)).toBe(true);
  });
});

describe('trouble', () => {
  it('is thrown as it comes', async () => {
    const table = await tableAt(() =>
      json(400, {
        __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
        message: 'Requested resource not found',
      }),
    );
    await expect(table.get(item)).rejects.toThrow('Requested resource not found');
    await expect(table.put(item, 'newer')).rejects.toThrow('Requested resource not found');
    await expect(table.delete(item)).rejects.toThrow('Requested resource not found');
    await expect(table.query({ pk: 'a' })).rejects.toThrow('Requested resource not found');
  });
});
