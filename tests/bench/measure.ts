// How long something takes on this machine: warmed up, then run for a while, several rounds; the median counts.

export type Measured = { readonly perSecond: number; readonly lowest: number; readonly highest: number };

const warmUpMs = 300;
const roundMs = 500;
const rounds = 5;

/** `run` does the work once and answers how many things it did. */
export function measure(run: () => number): Measured {
  rate(run, warmUpMs);
  const rates = Array.from({ length: rounds }, () => rate(run, roundMs)).sort((a, b) => a - b);
  return { perSecond: rates[Math.floor(rounds / 2)]!, lowest: rates[0]!, highest: rates.at(-1)! };
}

export async function measureAsync(run: () => Promise<number>): Promise<Measured> {
  await rateAsync(run, warmUpMs);
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) rates.push(await rateAsync(run, roundMs));
  rates.sort((a, b) => a - b);
  return { perSecond: rates[Math.floor(rounds / 2)]!, lowest: rates[0]!, highest: rates.at(-1)! };
}

function rate(run: () => number, ms: number): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < ms) done += run();
  return (done * 1000) / (performance.now() - start);
}

async function rateAsync(run: () => Promise<number>, ms: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < ms) done += await run();
  return (done * 1000) / (performance.now() - start);
}

/** `  credits, as they repeat             101,234 a second   (98,000 to 102,000)`. */
export function tell(what: string, unit: string, { perSecond, lowest, highest }: Measured): void {
  process.stdout.write(
    `  ${what.padEnd(44)} ${figure(perSecond).padStart(12)} ${unit} a second   (${figure(lowest)} to ${figure(highest)})\n`,
  );
}

function figure(number: number): string {
  return number >= 100 ? Math.round(number).toLocaleString('en') : number.toFixed(1);
}
