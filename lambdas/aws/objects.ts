// Objects over an S3 bucket. What is not there is `undefined`; every other trouble is thrown as it comes, and the queue tries again.

import type { GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { isObjectKey, requireObjectKey } from '../../shared/port-limits.ts';
import type { ListedObject, Objects, StoredObject } from '../../shared/ports.ts';

/** The bucket's policy must allow s3:ListBucket besides s3:GetObject: without it S3 answers 403 for what is not there. */
export function s3Objects(client: S3Client, bucket: string): Objects {
  return {
    async get(key, version) {
      if (!isObjectKey(key) || version === '') return undefined;
      const found = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: version }))
        .catch(ifMissing);
      return found && readObject(found);
    },
    async put(key, bytes, { mediaType, encoding }) {
      requireObjectKey(key);
      const stored = await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: mediaType,
          ContentEncoding: encoding,
        }),
      );
      return { version: stored.VersionId };
    },
    async delete(key) {
      if (isObjectKey(key)) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    async list(prefix, cursor) {
      const page = await client.send(
        // XML can't carry every character that a key may have; encoded it can.
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: cursor, EncodingType: 'url' }),
      );
      const keys = (page.Contents ?? []).map(
        ({ Key = '', Size = 0, LastModified }): ListedObject => ({
          key: page.EncodingType === 'url' ? decodeKey(Key) : Key,
          bytes: Size,
          modifiedAt: LastModified!.toISOString(),
        }),
      );
      return { keys, ...(page.NextContinuationToken !== undefined && { cursor: page.NextContinuationToken }) };
    },
  };
}

async function readObject(found: GetObjectCommandOutput): Promise<StoredObject> {
  return {
    // As stored: the SDK never unpacks.
    bytes: await found.Body!.transformToByteArray(),
    mediaType: found.ContentType ?? 'application/octet-stream',
    ...(found.ContentEncoding && { encoding: found.ContentEncoding }),
    ...(found.VersionId !== undefined && { version: found.VersionId }),
    modifiedAt: found.LastModified!.toISOString(),
  };
}

/** MethodNotAllowed is the answer to a version that only marks a deletion. */
const missing: ReadonlySet<string> = new Set(['NoSuchKey', 'NoSuchVersion', 'NotFound', 'MethodNotAllowed']);

function ifMissing(error: unknown): undefined {
  if (error instanceof S3ServiceException && missing.has(error.name)) return undefined;
  throw error;
}

/** S3 encodes as forms do: spaces are plus signs. */
function decodeKey(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}
