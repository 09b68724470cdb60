// The bill as people read it: a line for each thing that is charged, the total, and what was assumed.
// S3  writes and listings   7.24 million requests   at 5   36.20

import { channelShare, fullShare } from './bill.ts';
import type { Bill } from './bill.ts';
import type { Measured } from './measured-run.ts';
import { waits } from './meter.ts';
import type { Options } from './options.ts';
import { prices, region } from './prices.ts';

export function printBill({ lines, totalUsd }: Bill, measured: Measured, options: Options): string {
  const rows = lines.map(({ service, what, price, quantity, usd }) => {
    const { unit, tiers } = prices[price];
    return `  ${service.padEnd(14)}${what.padEnd(38)}${amount(quantity).padStart(12)} ${unit.padEnd(22)} at ${String(tiers[0]?.usd).padStart(8)}${money(usd).padStart(12)}`;
  });
  const { storiesPerDay, partners, pollSeconds, channels } = options;
  const head = `A month on AWS: ${storiesPerDay.toLocaleString('en')} stories a day in ${channels} channels each, ${partners.toLocaleString('en')} partners polling every ${pollSeconds} s. USD, ${region}.`;
  return [
    head,
    '',
    ...rows,
    `  ${'Total'.padEnd(100)}${money(totalUsd).padStart(12)}`,
    '',
    'Assumed:',
    ...assumptions(measured, options).map((each) => `  - ${each}`),
    '',
  ].join('\n');
}

export function assumptions(
  { uploads, announced, fullPolls, pictures }: Measured,
  options: Options,
): readonly string[] {
  const dates = Object.values(prices)
    .map(({ seen }) => seen)
    .toSorted();
  return [
    `Prices as seen between ${dates[0]} and ${dates.at(-1)}, without free tiers, taxes, support and discounts; infra/cost/prices.ts names the page of each.`,
    `Of ${uploads.times} uploads 14 are new stories, 4 change one, 1 comes again unchanged, 1 kills; ${announced} bring a picture of 6 megapixels and ${kilobytes(uploads.work.desk.tally['inbox.put']?.bytes ?? 0, uploads.times)} KB is the mean upload.`,
    `A partner has a key and follows one channel in RSS that holds ${channelShare * 100} % of the stories: ${(fullShare(options) * 100).toFixed(0)} % of its polls get the feed (${kilobytes(fullPolls.sent.bytes, fullPolls.times)} KB in gzip), the others 304. It fetches one rendition of each picture (${kilobytes(pictures.sent.bytes, pictures.times)} KB).`,
    `Table, buckets and pictures hold ${options.monthsKept} months of stories; old versions are kept.`,
    `Times are those of this machine, with ${waits['table']} ms for the table, ${waits['get']} ms to read and ${waits['put']} ms to write an object; below 1,769 MB a function has less than one processor and takes longer by as much. Functions are warm.`,
    'Desks send four formats, each with metrics of its own.',
    'Each story is published by itself; where more come at once, one rendering serves several. CloudFront, SFTP, a web firewall, KMS keys and mail are not used.',
  ];
}

function kilobytes(bytes: number, times: number): string {
  return (bytes / times / 1000).toFixed(0);
}

function amount(quantity: number): string {
  return quantity.toLocaleString('en', { maximumFractionDigits: quantity < 100 ? 3 : 0 });
}

function money(usd: number): string {
  return usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
