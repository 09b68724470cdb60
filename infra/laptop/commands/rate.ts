// A rate as commands take it.

import { InvalidArgumentError } from 'commander';

/** Things a second. */
export function readRate(text: string): number {
  const rate = Number(text);
  if (!(rate > 0 && rate <= 10_000)) throw new InvalidArgumentError('A rate is a number from 1 to 10000.');
  return rate;
}
