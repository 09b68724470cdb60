// `npm run cost`: what a month on AWS costs.

import { CommanderError } from 'commander';
import { makeBill } from './bill.ts';
import { readDeployment } from './deployment.ts';
import { measureRun } from './measured-run.ts';
import { readOptions } from './options.ts';
import { prices, region } from './prices.ts';
import { assumptions, printBill } from './print-bill.ts';

try {
  const options = readOptions(process.argv.slice(2));
  const deployment = readDeployment();
  if (!options.json) process.stderr.write('Measuring; this takes half a minute.\n');
  const measured = await measureRun(options, deployment.memory);
  const bill = makeBill(measured, deployment, options);
  const report = {
    region,
    options,
    ...bill,
    assumptions: assumptions(measured, options),
    prices,
    deployment: { ...deployment, memory: Object.fromEntries(deployment.memory) },
    measured,
  };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : printBill(bill, measured, options));
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exit(0);
  process.stderr.write(`${(error instanceof Error ? error.message : String(error)).replace(/^error: /, '')}\n`);
  process.exit(error instanceof CommanderError ? 2 : 1);
}
