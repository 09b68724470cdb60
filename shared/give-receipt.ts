// What is made known of an upload: its receipt to the desk, a line in the log, and word of a refusal to whoever asked for it.

import type { Ground } from './ground.ts';
import type { Receipt } from './outcome.ts';
import { isRejection } from './outcome.ts';
import { writeFirstReceipt, writeReceipt } from './store/receipts.ts';
import type { Arrival } from './upload.ts';

type Read = Pick<Receipt, 'digest' | 'format' | 'outcomes'>;

/** Safe to repeat: the receipt stays one; word may come twice. */
export async function giveReceipt(ground: Ground, arrival: Arrival, read: Read): Promise<Receipt> {
  const receipt = receiptOf(arrival, read);
  await writeReceipt(ground.table, receipt);
  tell(ground, arrival, receipt);
  if (receipt.outcomes.some(isRejection)) await sendWord(ground, receipt);
  return receipt;
}

/** The same where the upload has none, and without a line in the log; answers whether it had none. */
export async function giveFirstReceipt(ground: Ground, arrival: Arrival, read: Read): Promise<boolean> {
  const receipt = receiptOf(arrival, read);
  const isFirst = await writeFirstReceipt(ground.table, receipt);
  if (isFirst && receipt.outcomes.some(isRejection)) await sendWord(ground, receipt);
  return isFirst;
}

function receiptOf({ desk, name, receivedAt, bytes, sequencer }: Arrival, { digest, format, outcomes }: Read): Receipt {
  return { desk, name, receivedAt, bytes, sequencer, digest, format, outcomes };
}

function tell(ground: Ground, { desk, key, bytes, receivedAt }: Arrival, { outcomes, format }: Receipt): void {
  const tookMs = Math.max(0, Date.parse(ground.clock.now()) - Date.parse(receivedAt));
  for (const outcome of outcomes) {
    const { outcome: what, ...facts } = outcome;
    const {
      notes = [],
      headline: _headline,
      message: reason,
      ...safe
    } = facts as Record<string, unknown> & { readonly notes?: readonly { readonly rule: string }[] };
    const unknownCredits = notes.filter(({ rule }) => rule === 'doubtful-party').length;
    ground.log[what === 'rejected' ? 'warn' : 'info'](what, {
      desk,
      upload: key,
      bytes,
      format,
      tookMs,
      ...safe,
      ...(reason !== undefined && { reason }),
      ...(unknownCredits > 0 && { unknownCredits }),
    });
  }
}

/** The receipt stands already: that nobody could be told is no reason to read the upload again. */
async function sendWord(ground: Ground, receipt: Receipt): Promise<void> {
  try {
    await ground.notices?.refused(receipt);
  } catch (error) {
    ground.log.error('notice-failed', { upload: `${receipt.desk}/${receipt.name}`, error: String(error) });
  }
}
