// Every item of one table into another, as it is: how what was restored from a backup comes back into the table that the stage works on.

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateScan, PutItemCommand } from '@aws-sdk/client-dynamodb';

/** A page of items, and so many writes at a time. */
const atOnce = 25;

/** Replaces what has the same key and leaves the rest. Safe to repeat. Answers how many items there were. */
export async function copyTable(client: DynamoDBClient, from: string, to: string): Promise<number> {
  let copied = 0;
  for await (const { Items = [] } of paginateScan(
    { client, pageSize: atOnce },
    { TableName: from, ConsistentRead: true },
  )) {
    await Promise.all(Items.map((Item) => client.send(new PutItemCommand({ TableName: to, Item }))));
    copied += Items.length;
  }
  return copied;
}
