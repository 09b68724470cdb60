// What AWS asks for what we use, in USD, as its price pages gave it on the date beside it. Region us-east-1; others cost up to a third more.

export const region = 'US East (N. Virginia)';

export type Price = {
  /** What one unit of a quantity is: `million write units`, `GB a month`. */
  readonly unit: string;
  /** How many of what we count make one unit. */
  readonly per: number;
  /** USD a unit; above `upTo` units a month the next price counts. The last has no end. */
  readonly tiers: readonly { readonly usd: number; readonly upTo?: number }[];
  /** The price page it stands on, and when it was last compared: `2026-03`. */
  readonly page: string;
  readonly seen: string;
};

const million = 1e6;
const gigabyte = 2 ** 30;

function flat(usd: number, unit: string, per: number, page: string, seen: string): Price {
  return { unit, per, tiers: [{ usd }], page, seen };
}

export const prices = {
  tableWrites: flat(0.625, 'million write units', million, 'Amazon DynamoDB on-demand pricing', '2025-07'),
  tableReads: flat(0.125, 'million read units', million, 'Amazon DynamoDB on-demand pricing', '2025-07'),
  /** Free to Lambda's event sources, and nobody else reads the stream. */
  streamReads: flat(0, 'million reads', million, 'Amazon DynamoDB on-demand pricing', '2025-07'),
  tableStorage: flat(0.25, 'GB a month', gigabyte, 'Amazon DynamoDB on-demand pricing', '2025-07'),
  tableBackup: flat(0.2, 'GB a month', gigabyte, 'Amazon DynamoDB on-demand pricing', '2025-07'),
  /** PUT and LIST; DELETE is free. */
  objectWrites: flat(5, 'million requests', million, 'Amazon S3 pricing', '2026-03'),
  objectReads: flat(0.4, 'million requests', million, 'Amazon S3 pricing', '2026-03'),
  objectStorage: flat(0.023, 'GB a month', gigabyte, 'Amazon S3 pricing', '2026-03'),
  queueRequests: flat(0.4, 'million requests', million, 'Amazon SQS pricing', '2026-03'),
  invocations: flat(0.2, 'million requests', million, 'AWS Lambda pricing', '2026-05'),
  /** ARM. */
  computing: flat(13.3334, 'million GB-seconds', million, 'AWS Lambda pricing', '2026-05'),
  apiRequests: {
    unit: 'million requests',
    per: million,
    tiers: [{ usd: 1, upTo: 300 }, { usd: 0.9 }],
    page: 'Amazon API Gateway pricing',
    seen: '2026-03',
  },
  transferOut: {
    unit: 'GB',
    per: gigabyte,
    tiers: [{ usd: 0.09, upTo: 10_240 }, { usd: 0.085, upTo: 51_200 }, { usd: 0.07, upTo: 153_600 }, { usd: 0.05 }],
    page: 'Amazon EC2 on-demand pricing, data transfer',
    seen: '2026-03',
  },
  logIngestion: flat(0.5, 'GB', gigabyte, 'Amazon CloudWatch pricing', '2026-06'),
  logStorage: flat(0.03, 'GB a month', gigabyte, 'Amazon CloudWatch pricing', '2026-06'),
  metrics: flat(0.3, 'metrics', 1, 'Amazon CloudWatch pricing', '2026-06'),
  alarms: flat(0.1, 'metrics under alarm', 1, 'Amazon CloudWatch pricing', '2026-06'),
  dashboards: flat(3, 'dashboards', 1, 'Amazon CloudWatch pricing', '2026-06'),
} satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;

/** USD for so many of what the price counts. */
export function charge({ per, tiers }: Price, quantity: number): number {
  let usd = 0;
  let from = 0;
  for (const tier of tiers) {
    const units = Math.min(quantity / per, tier.upTo ?? Infinity) - from;
    if (units <= 0) break;
    usd += units * tier.usd;
    from += units;
  }
  return usd;
}
