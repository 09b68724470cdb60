// A poison message ends among the dead letters while its neighbours pass; a message that died in an outage is put back and taken in.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { sendBoth, waitForReceipt } from '../compare.ts';
import { withUndo } from '../put-right.ts';
import type { Finding, Rehearsal } from '../rehearsal.ts';
import { found } from '../rehearsal.ts';
import { desk } from '../sides.ts';
import { waitFor } from '../wait-for.ts';

/** As storage.ts sets it. */
const tries = 5;

export async function dieAndRise(rehearsal: Rehearsal): Promise<Finding> {
  const { aws, stage, pace, prefix } = rehearsal;
  const waiting = await deadLetters(rehearsal);
  if (waiting.length > 0) return found(`nothing tried: ${waiting.length} dead letters of others wait in the stage`);
  // A notification without the object it is about, unlike any other.
  const poison = JSON.stringify({
    Records: [{ eventName: 'ObjectCreated:Put', eventTime: new Date().toISOString(), s3: { rehearsal: prefix } }],
  });
  const lost = `${prefix}lost.txt`;
  const outage = JSON.stringify({
    Records: [
      {
        eventName: 'ObjectCreated:Put',
        eventTime: new Date().toISOString(),
        s3: { object: { key: `${desk}/${lost}`, size: 100, sequencer: '01' } },
      },
    ],
  });
  const usual = await stage.retryUploadsAfter(pace.retry);
  const asBefore = async (): Promise<void> => {
    await stage.retryUploadsAfter(usual);
    await stage.remove('DeadUploads', [poison, outage]);
  };
  return withUndo(asBefore, async () => {
    await stage.send('Uploads', poison);
    const neighbours = [
      'Headline: Herring Returns\n\nThe herring is back in the bay.\n',
      'Headline: Ferry Gets New Bell\n\nThe ferry has a new bell.\n',
    ].map((text, at) => ({ name: `neighbour-${at}.txt`, bytes: new TextEncoder().encode(text) }));
    const misses = [...(await sendBoth(rehearsal, neighbours))];
    const died = async (): Promise<boolean> => (await deadLetters(rehearsal)).includes(poison);
    const seconds = tries * pace.retry + pace.patience;
    await waitFor('the poison message to be set aside', seconds, died);
    await stage.send('DeadUploads', outage);
    const redriven = await redrive(rehearsal);
    const { outcomes } = await waitForReceipt(aws, lost, pace.patience);
    await waitFor('the poison message to be set aside again', seconds, died);
    const said = outcomes.map((outcome) => ('code' in outcome ? outcome.code : outcome.outcome)).join();
    return found(
      `poison set aside after ${tries} tries beside ${neighbours.length} good uploads; 2 redriven, one taken in, one set aside again`,
      ...misses,
      !/^2 letters put back/m.test(redriven) && `copytaster redrive said: ${redriven.trim()}`,
      said !== 'unreadable' && `The upload that was gone when its notification came back is told ${said}.`,
    );
  });
}

async function deadLetters({ aws }: Rehearsal): Promise<readonly string[]> {
  const bodies: string[] = [];
  for await (const { body } of aws.deadLetters.list(['uploads'])) bodies.push(body);
  return bodies;
}

/** As an operator does it. */
async function redrive({ stageName }: Rehearsal): Promise<string> {
  const copytaster = fileURLToPath(new URL('../../laptop/copytaster.ts', import.meta.url));
  return (
    await promisify(execFile)(process.execPath, [copytaster, 'redrive', '--stage', stageName, '--queue', 'uploads'])
  ).stdout;
}
