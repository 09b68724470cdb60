// Receipts in the table: what became of each upload, newest first for a desk, the newest upload of a name first.

import type { Receipt } from '../outcome.ts';
import type { Table } from '../ports.ts';
import { desksPartition, receiptKey, receiptPrefix, receiptsPartition } from './keys.ts';

/** Receipts are kept for 90 days. */
const keptSeconds = 90 * 24 * 3600;

export async function writeReceipt(table: Table, receipt: Receipt): Promise<void> {
  const key = receiptKey(receipt.desk, receipt.name, receipt.sequencer ?? '0');
  const forgetAt = Math.floor(Date.parse(receipt.receivedAt) / 1000) + keptSeconds;
  await table.put({ ...key, at: receipt.receivedAt, forgetAt, data: receipt });
  await table.put({ pk: desksPartition, sk: receipt.desk, data: {} }, 'absent');
}

/** The desks that have ever uploaded something, by name. */
export async function listDesks(table: Table): Promise<readonly string[]> {
  const { items } = await table.query({ pk: desksPartition, limit: 1000 });
  return items.map(({ sk }) => sk);
}

/** The receipt of the newest upload under this name. */
export async function readReceipt(table: Table, desk: string, name: string): Promise<Receipt | undefined> {
  const prefix = receiptPrefix(name);
  const { items } = await table.query({ pk: receiptsPartition(desk), from: prefix, to: `${prefix}~`, descending: true, limit: 1 });
  return items[0]?.data as Receipt | undefined;
}

export type ReceiptsPage = { readonly receipts: readonly Receipt[]; readonly cursor?: string };

/** A desk's receipts, newest first. */
export async function listReceipts(table: Table, desk: string, limit: number, cursor?: string): Promise<ReceiptsPage> {
  const page = await table.query({ pk: receiptsPartition(desk), by: 'at', descending: true, limit, cursor });
  return { receipts: page.items.map((item) => item.data as Receipt), cursor: page.cursor };
}
