// What `npm run cost` may be told, checked before anything is measured.

import { Command, InvalidArgumentError } from 'commander';

export type Options = {
  /** Uploads a day, corrections and kills among them. Default 5000. */
  readonly storiesPerDay: number;
  /** Default 200. */
  readonly partners: number;
  /** Seconds between two polls of one partner. Default 60. */
  readonly pollSeconds: number;
  /** Channels a story is in, 4 to 24. Default 8. */
  readonly channels: number;
  /** Months of stories and pictures that are kept. Default 12. */
  readonly monthsKept: number;
  readonly json: boolean;
};

/** Throws a CommanderError whose message is one clear line. */
export function readOptions(argv: readonly string[]): Options {
  const command = new Command('npm run cost --')
    .description('Works out what a month on AWS costs, line by line, from what a measured run on this machine used.')
    .option('--stories-per-day <n>', 'uploads a day, corrections and kills among them', whole(1, 10_000_000), 5000)
    .option('--partners <n>', 'outlets that poll', whole(0, 1_000_000), 200)
    .option('--poll-seconds <n>', 'seconds between two polls of one partner', whole(1, 86_400), 60)
    .option('--channels <n>', 'channels a story is in', whole(4, 24), 8)
    .option('--months-kept <n>', 'months of stories and pictures that are kept', whole(1, 1200), 12)
    .option('--json', 'the bill as JSON', false)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parse([...argv], { from: 'user' });
  return command.opts<Options>();
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return number;
  };
}
