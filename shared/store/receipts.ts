// Receipts in the table: what became of each upload, newest first for a desk, the newest upload of a name first.

import type { Outcome, Receipt } from '../outcome.ts';
import type { Item, Table } from '../ports.ts';
import { desksPartition, receiptKey, receiptPrefix, receiptsPartition } from './keys.ts';

/** Receipts are kept for 90 days. */
const keptSeconds = 90 * 24 * 3600;

export async function writeReceipt(table: Table, receipt: Receipt): Promise<void> {
  await table.put(itemOf(receipt));
  await listDesk(table, receipt);
}

/** The same unless the upload has a receipt; answers whether it was written. */
export async function writeFirstReceipt(table: Table, receipt: Receipt): Promise<boolean> {
  const item = itemOf(receipt);
  if (await table.get(item)) return false;
  await listDesk(table, receipt);
  return table.put(item, 'absent');
}

function itemOf(given: Receipt): Item {
  const receipt = withinBounds(given);
  const key = receiptKey(receipt.desk, receipt.name, receipt.sequencer ?? '0');
  const forgetAt = Math.floor(Date.parse(receipt.receivedAt) / 1000) + keptSeconds;
  return { ...key, at: receipt.receivedAt, forgetAt, data: receipt };
}

async function listDesk(table: Table, { desk }: Receipt): Promise<void> {
  await table.put({ pk: desksPartition, sk: desk, data: {} }, 'absent');
}

/** Characters a receipt may have; the table takes items of 190 KB here, and a character is up to three bytes. */
const longest = 60_000;

/** A receipt of thousands of stories or remarks loses remarks first, then outcomes, and says how many. */
function withinBounds(receipt: Receipt): Receipt {
  if (JSON.stringify(receipt).length <= longest) return receipt;
  const bare = receipt.outcomes.map(
    (outcome): Outcome =>
      outcome.outcome === 'stored' ? { ...outcome, headline: outcome.headline.slice(0, 200), notes: [] } : outcome,
  );
  let kept = bare.length;
  while (kept > 1 && JSON.stringify(bare.slice(0, kept)).length > longest) kept = Math.floor(kept / 2);
  return { ...receipt, outcomes: bare.slice(0, kept), ...(kept < bare.length && { omitted: bare.length - kept }) };
}

/** The desks that have ever uploaded something, by name. */
export async function listDesks(table: Table): Promise<readonly string[]> {
  const { items } = await table.query({ pk: desksPartition, limit: 1000 });
  return items.map(({ sk }) => sk);
}

/** The receipt of the newest upload under this name. */
export async function readReceipt(table: Table, desk: string, name: string): Promise<Receipt | undefined> {
  const prefix = receiptPrefix(name);
  const { items } = await table.query({
    pk: receiptsPartition(desk),
    from: prefix,
    to: `${prefix}~`,
    descending: true,
    limit: 1,
  });
  return items[0]?.data as Receipt | undefined;
}

export type ReceiptsPage = { readonly receipts: readonly Receipt[]; readonly cursor?: string };

/** A desk's receipts, newest first. */
export async function listReceipts(table: Table, desk: string, limit: number, cursor?: string): Promise<ReceiptsPage> {
  const page = await table.query({ pk: receiptsPartition(desk), by: 'at', descending: true, limit, cursor });
  return { receipts: page.items.map((item) => item.data as Receipt), cursor: page.cursor };
}
