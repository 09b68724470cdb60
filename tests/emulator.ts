// DynamoDB and S3 in this process, each on a free port of the loopback: dynalite and fauxqs.

import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';

/** As the SDK's clients take it. */
export type Reach = {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

export type Emulator = {
  readonly objects: Reach;
  readonly table: Reach;
  stop(): Promise<void>;
};

export async function startEmulator(): Promise<Emulator> {
  const tables = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  await new Promise<void>((resolve) => tables.listen(0, '127.0.0.1', resolve));
  const buckets = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  return {
    objects: reach(buckets.port),
    table: reach((tables.address() as AddressInfo).port),
    async stop() {
      tables.closeAllConnections();
      await Promise.all([buckets.stop(), new Promise((resolve) => tables.close(resolve))]);
    },
  };
}

function reach(port: number): Reach {
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
  };
}
