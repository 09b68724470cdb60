// The two grounds of a rehearsal: the deployed stage, and the laptop it is compared with. Stories go in and answers come out the same way on both.

import { openStage } from '../../lambdas/aws/stage.ts';
import type { RehearsedStage } from '../../lambdas/aws/rehearsed-stage.ts';
import { readSettings } from '../../lambdas/read-settings.ts';
import { fitsAny } from '../../shared/channel-pattern.ts';
import { addPartner, revokePartner } from '../../shared/store/partners.ts';
import type { DeadLetters } from '../../shared/dead-letters.ts';
import type { Table } from '../../shared/ports.ts';
import type { Answer } from './ask.ts';
import { ask } from './ask.ts';
import type { RunningLaptop } from './laptop.ts';

/** Everything a rehearsal uploads is this desk's. */
export const desk = 'rehearsal';

const channel = `desk/${desk}`;

export type Side = {
  /** As its feeds name it, without a slash at the end. */
  readonly url: string;
  /** `name` behind the desk. */
  upload(name: string, bytes: Uint8Array): Promise<void>;
  ask(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
};

export type Deployed = Side & {
  readonly inboxBucket: string;
  /** Whether anyone may read the desk's channel. */
  readonly isOpen: boolean;
  readonly deadLetters: DeadLetters;
  /** Without a key. */
  askAsStranger(path: string): Promise<Answer>;
  /** A desk's correction by hand. */
  edit(path: string, edits: object): Promise<Answer>;
  /** Takes the uploads with these names out of the inbox. */
  remove(names: readonly string[]): Promise<void>;
  /** After it the keys open nothing any more. */
  revokeKeys(): Promise<void>;
};

/** Comes in by keys, as partners and desks do: one for the desk, one for its channel. Stories go in through the S3 client. */
export async function deployedSide(stage: string, { environment }: RehearsedStage): Promise<Deployed> {
  const { ground, deadLetters } = await openStage(stage);
  const {
    site: { publicUrl },
    openChannels,
  } = readSettings(environment['SETTINGS']!);
  const keys = await makeKeys(ground.table);
  const authorise = (path: string): Readonly<Record<string, string>> => ({
    Authorization: `Bearer ${path.startsWith('/receipts/') ? keys.desk : keys.partner}`,
  });
  return {
    url: publicUrl,
    inboxBucket: environment['INBOX_BUCKET']!,
    isOpen: fitsAny(openChannels, channel),
    deadLetters,
    async upload(name, bytes) {
      await ground.inbox.put(`${desk}/${name}`, bytes, { mediaType });
    },
    ask: (path, headers) => ask(`${publicUrl}${path}`, { ...authorise(path), ...headers }),
    askAsStranger: (path) => ask(`${publicUrl}${path}`),
    edit: (path, edits) =>
      ask(
        `${publicUrl}${path}`,
        { Authorization: `Bearer ${keys.desk}`, 'Content-Type': 'application/json' },
        { method: 'PATCH', body: JSON.stringify(edits) },
      ),
    async remove(names) {
      for (const name of names) await ground.inbox.delete(`${desk}/${name}`);
    },
    revokeKeys: () => takeKeys(ground.table),
  };
}

/** Stories go in through the counter, whose desk is open here. */
export async function laptopSide({ url, makeKey }: RunningLaptop): Promise<Side> {
  const key = await makeKey([channel]);
  return {
    url,
    async upload(name, bytes) {
      const { status } = await ask(
        `${url}/inbox/${desk}/${name}`,
        { 'Content-Type': mediaType },
        { method: 'PUT', body: bytes },
      );
      if (status !== 202) throw new Error(`The laptop answered ${status} to the upload ${name}.`);
    },
    ask: (path, headers) => ask(`${url}${path}`, { Authorization: `Bearer ${key}`, ...headers }),
  };
}

export const mediaType = 'application/octet-stream';

const partner = 'rehearsal-partner';

async function makeKeys(table: Table): Promise<{ readonly desk: string; readonly partner: string }> {
  await takeKeys(table);
  const now = new Date().toISOString();
  const deskKey = await addPartner(table, { name: desk, kind: 'desk', channels: [], embargoed: false }, now);
  const partnerKey = await addPartner(
    table,
    { name: partner, kind: 'partner', channels: [channel], embargoed: false },
    now,
  );
  return { desk: deskKey!, partner: partnerKey! };
}

async function takeKeys(table: Table): Promise<void> {
  for (const name of [desk, partner]) await revokePartner(table, name);
}
