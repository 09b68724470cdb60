// A bucket whose objects can be fetched from it for a while: a function's answer ends at 6 MB, and originals of pictures are larger.

import type { S3Client } from '@aws-sdk/client-s3';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Objects } from '../../shared/ports.ts';
import { s3Objects } from './objects.ts';

const quarterHour = 900;

/** The addresses are good for 15 minutes, or for as long as the function's own credentials if that is less. */
export function signedObjects(client: S3Client, bucket: string): Objects {
  return {
    ...s3Objects(client, bucket),
    temporaryUrl: (key) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: quarterHour }),
  };
}
