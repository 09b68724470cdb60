// What no table and no bucket takes, on either ground: DynamoDB's and S3's limits hold on the laptop too, so that what works there works on AWS.

import type { Condition, Item, ItemKey } from './ports.ts';

/** Bytes of UTF-8 (DynamoDB Developer Guide, Constraints: partition keys and sort keys). `at` is the sort key of an index. */
const longestPk = 2048;
const longestSk = 1024;

/** Bytes of a bucket key (S3 User Guide, Naming objects). */
const longestObjectKey = 1024;

/** Bytes of JSON. An item ends at 400 KB, names and keys included; one with `at` counts twice, since its index holds it whole (Constraints, Items). */
const largestData = 380 * 1024;
const largestDataWithAt = 190 * 1024;

/** Whether an item could lie there: `get` and `delete` need not ask for others. */
export function isItemKey({ pk, sk }: ItemKey): boolean {
  return isPartition(pk) && isSortKey(sk);
}

export function isPartition(pk: string): boolean {
  return isText(pk, longestPk);
}

/** A sort key, or an `at`. */
export function isSortKey(text: string): boolean {
  return isText(text, longestSk);
}

/**
 * Whether an object could lie there. S3 refuses keys with more `..` than parts before them:
 * in `https://<bucket>/../x` they would lead out of the bucket.
 */
export function isObjectKey(key: string): boolean {
  return isText(key, longestObjectKey) && staysInside(key);
}

/** Throws when there can be no such object; messages never hold the key. */
export function requireObjectKey(key: string): void {
  if (isObjectKey(key)) return;
  throw new Error('An object needs a key of 1 to 1,024 bytes in UTF-8 that does not lead out of the bucket.');
}

/** The item's data as JSON text. Throws when no table takes the item, or not on this condition; messages never hold keys or data. */
export function writableText(item: Item, condition: Condition | undefined): string {
  const { at, revision, forgetAt, data } = item;
  if (!isItemKey(item))
    throw new Error('An item needs a pk of 1 to 2,048 bytes and a sk of 1 to 1,024 bytes, in well-formed Unicode.');
  if (at !== undefined && !isSortKey(at))
    throw new Error('The at of an item needs 1 to 1,024 bytes, in well-formed Unicode.');
  if (condition === 'newer' && revision === undefined) throw new Error('Only an item with a revision can be newer.');
  for (const number of [revision, forgetAt]) {
    if (number !== undefined && !Number.isSafeInteger(number))
      throw new Error('revision and forgetAt are whole numbers.');
  }
  const text: string | undefined = JSON.stringify(data);
  if (text === undefined) throw new Error('The data of an item must be JSON.');
  const largest = at === undefined ? largestData : largestDataWithAt;
  if (Buffer.byteLength(text) > largest)
    throw new Error(`The data of an item has ${Buffer.byteLength(text)} bytes; at most ${largest} are taken.`);
  return text;
}

/** Lone surrogates have no UTF-8: two such keys would become one. */
function isText(text: string, longest: number): boolean {
  return text !== '' && text.length <= longest && Buffer.byteLength(text) <= longest && text.isWellFormed();
}

function staysInside(key: string): boolean {
  let depth = 0;
  for (const part of key.split('/')) {
    depth += part === '..' ? -1 : 1;
    if (depth < 0) return false;
  }
  return true;
}
