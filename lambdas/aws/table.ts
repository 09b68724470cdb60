// Table over DynamoDB. Every read is consistent; the data of an item is one string of JSON, so that nothing is lost in types.

import { randomUUID } from 'node:crypto';
import type { AttributeValue, DynamoDBClient, PutItemCommandInput, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Place, Range } from '../../shared/paging.ts';
import { pageOf, readQuery } from '../../shared/paging.ts';
import { isItemKey, writableText } from '../../shared/port-limits.ts';
import type { Condition, Item, ItemKey, Table } from '../../shared/ports.ts';
import { itemWith } from '../../shared/spoilt-item.ts';
import { tableDefinition } from './table-definition.ts';

type Attributes = Record<string, AttributeValue>;

/** Errors of DynamoDB are thrown as they come: the queue tries again. */
export function dynamoTable(client: DynamoDBClient, name: string): Table {
  return {
    async get(key) {
      if (!isItemKey(key)) return undefined;
      const { Item } = await client.send(
        new GetItemCommand({ TableName: name, Key: keyOf(key), ConsistentRead: true }),
      );
      return Item && readItem(Item);
    },
    async put(item, condition) {
      return put(client, name, item, condition);
    },
    async delete(key) {
      if (isItemKey(key)) await client.send(new DeleteItemCommand({ TableName: name, Key: keyOf(key) }));
    },
    async query(query) {
      const range = readQuery(query);
      return range ? pageOf(await find(client, name, range), range) : { items: [] };
    },
  };
}

/**
 * An answer can get lost; the SDK then asks again and is refused because of what it wrote itself the first time.
 * A mark on the item tells that from another's write: whoever takes the refusal at its word would undo what stands.
 */
async function put(
  client: DynamoDBClient,
  name: string,
  item: Item,
  condition: Condition | undefined,
): Promise<boolean> {
  const mark = condition && randomUUID();
  const Item = writeItem(item, writableText(item, condition), mark);
  try {
    await client.send(new PutItemCommand({ TableName: name, Item, ...conditionOf(item, condition) }));
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item?.['mark']?.S === mark;
  }
}

function conditionOf({ revision }: Item, condition: Condition | undefined): Partial<PutItemCommandInput> {
  const report = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
  switch (condition) {
    case undefined:
      return {};
    case 'absent':
      return { ConditionExpression: 'attribute_not_exists(pk)', ...report };
    case 'newer':
      return {
        ConditionExpression: 'attribute_not_exists(pk) OR revision < :revision',
        ExpressionAttributeValues: { ':revision': { N: String(revision) } },
        ...report,
      };
  }
}

/** One item more than the limit where there are more. DynamoDB ends a page at 1 MB; the next is fetched until there are enough. */
async function find(client: DynamoDBClient, name: string, range: Range): Promise<readonly Item[]> {
  const found: Item[] = [];
  let start = range.after && placeOf(range.after);
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        ...queryOf(range),
        Limit: range.limit + 1 - found.length,
        ExclusiveStartKey: start,
      }),
    );
    found.push(...(page.Items ?? []).map(readItem));
    start = page.LastEvaluatedKey;
  } while (start && found.length <= range.limit);
  return found;
}

function queryOf({ pk, by, from, to, descending }: Range): Omit<QueryCommandInput, 'TableName'> {
  const values: Attributes = { ':pk': { S: pk } };
  if (from !== '') values[':from'] = { S: from };
  if (to !== undefined) values[':to'] = { S: to };
  const bounds = boundsOf(from, to);
  return {
    ...(by === 'at' && { IndexName: tableDefinition.localIndex.name }),
    KeyConditionExpression: `pk = :pk${bounds}`,
    ...(bounds && { ExpressionAttributeNames: { '#by': by } }),
    ExpressionAttributeValues: values,
    ConsistentRead: true,
    ScanIndexForward: !descending,
  };
}

function boundsOf(from: string, to: string | undefined): string {
  if (from !== '') return to === undefined ? ' AND #by >= :from' : ' AND #by BETWEEN :from AND :to';
  return to === undefined ? '' : ' AND #by <= :to';
}

/** DynamoDB refuses keys with anything beside them, and whole items are keys to TypeScript. */
function keyOf({ pk, sk }: ItemKey): Attributes {
  return { pk: { S: pk }, sk: { S: sk } };
}

function placeOf({ pk, sk, at }: Place): Attributes {
  return { ...keyOf({ pk, sk }), ...(at !== undefined && { at: { S: at } }) };
}

function writeItem({ pk, sk, at, revision, forgetAt }: Item, data: string, mark: string | undefined): Attributes {
  return {
    ...placeOf({ pk, sk, at }),
    ...(revision !== undefined && { revision: { N: String(revision) } }),
    ...(forgetAt !== undefined && { forgetAt: { N: String(forgetAt) } }),
    ...(mark !== undefined && { mark: { S: mark } }),
    data: { S: data },
  };
}

function readItem({ pk, sk, at, revision, forgetAt, data }: Attributes): Item {
  const item = {
    pk: pk!.S!,
    sk: sk!.S!,
    ...(at?.S !== undefined && { at: at.S }),
    ...(revision?.N !== undefined && { revision: Number(revision.N) }),
    ...(forgetAt?.N !== undefined && { forgetAt: Number(forgetAt.N) }),
  };
  return itemWith(item, data?.S ?? '');
}
