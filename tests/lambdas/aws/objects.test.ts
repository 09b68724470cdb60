import { afterEach, describe, expect, it } from 'vitest';
import { makeObjectsClient } from '../../../lambdas/aws/clients.ts';
import { s3Objects } from '../../../lambdas/aws/objects.ts';
import type { Objects } from '../../../shared/ports.ts';
import type { FakeEndpoint, Rote } from './fake-endpoint.ts';
import { startFakeEndpoint } from './fake-endpoint.ts';

// What every Objects must do is in tests/contracts.

let endpoint: FakeEndpoint | undefined;
afterEach(() => endpoint?.close());

async function objectsAt(answer: Rote): Promise<Objects> {
  endpoint = await startFakeEndpoint(() => answer);
  return s3Objects(makeObjectsClient({ ...endpoint.reach, forcePathStyle: true }), 'inbox');
}

function xml(status: number, body: string): Rote {
  return {
    status,
    headers: { 'Content-Type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}

function failure(status: number, code: string): Rote {
  return xml(status, `<Error><Code>${code}</Code><Message>No.</Message></Error>`);
}

describe('what is not there', () => {
  it.each([
    [404, 'NoSuchKey'],
    [404, 'NoSuchVersion'],
    [405, 'MethodNotAllowed'],
  ])('is undefined: %i %s', async (status, code) => {
    expect(await (await objectsAt(failure(status, code))).get('desk/story', 'v1')).toBeUndefined();
  });
});

describe('trouble', () => {
  it.each([
    [403, 'AccessDenied'],
    [404, 'NoSuchBucket'],
    [400, 'InvalidArgument'],
  ])('is thrown as it comes: %i %s', async (status, code) => {
    const objects = await objectsAt(failure(status, code));
    const named = expect.objectContaining({ name: code });
    await expect(objects.get('desk/story')).rejects.toEqual(named);
    await expect(objects.put('desk/story', Buffer.from('x'), { mediaType: 'text/plain' })).rejects.toEqual(named);
    await expect(objects.delete('desk/story')).rejects.toEqual(named);
    await expect(objects.list('desk/')).rejects.toEqual(named);
  });
});

describe('a list', () => {
  it('reads keys as S3 encodes them', async () => {
    const body = `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><NextContinuationToken>1+/=</NextContinuationToken>
      <Contents><Key>desk/a+b%2Bc%25%C3%A9%01</Key><LastModified>2026-11-24T10:00:00.000Z</LastModified><Size>5</Size></Contents></ListBucketResult>`;
    expect(await (await objectsAt(xml(200, body))).list('desk/')).toEqual({
      keys: [{ key: 'desk/a b+c%é\u0001', bytes: 5, modifiedAt: '2026-11-24T10:00:00.000Z' }],
      cursor: '1+/=',
    });
  });
});
