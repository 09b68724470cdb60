// An upload that failed so often that its queue set it aside: its desk is told so in a receipt, which stands until the upload is
// taken in after all.

import { describeError } from './describe-error.ts';
import { giveFirstReceipt } from './give-receipt.ts';
import type { Ground } from './ground.ts';
import { reject } from './outcome.ts';
import { isReadAgainOrder } from './read-again.ts';
import type { Arrival } from './upload.ts';

export type SetAside = {
  readonly arrival: Arrival;
  /** The desk removed the upload, and that could not be carried out. */
  readonly isRemoval: boolean;
};

/**
 * Answers whether the desk had to be told: a receipt that is there stays. Nothing is told of a correction by hand: its story stands.
 * Never throws: who can't write now writes a minute later (lambdas/dead-uploads.ts).
 */
export async function setAside(ground: Ground, { arrival, isRemoval }: SetAside): Promise<boolean> {
  const { desk, key } = arrival;
  if (isReadAgainOrder(key)) return false;
  try {
    const outcome = reject('set-aside', `${isRemoval ? removalWords : uploadWords} ${remedy}`);
    const told = await giveFirstReceipt(ground, arrival, { outcomes: [outcome] });
    if (told) ground.log.error('set-aside', { desk, upload: key });
    return told;
  } catch (error) {
    ground.log.error('set-aside-untold', { desk, upload: key, ...describeError(error) });
    return false;
  }
}

const uploadWords =
  'It could not be taken in: the service failed each time it tried, which need not be the copy’s fault. The upload is kept in the dead letters.';

const removalWords =
  'Its removal could not be carried out: the service failed each time it tried, so the story may still be in the feeds. The order is kept in the dead letters.';

const remedy = 'An operator can give it another chance with `npm run copytaster -- redrive`.';
