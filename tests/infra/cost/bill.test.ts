// The bill: what it adds up, what follows from the options, and what is said of options that are wrong.

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Bill } from '../../../infra/cost/bill.ts';
import { fullShare, makeBill } from '../../../infra/cost/bill.ts';
import { readDeployment } from '../../../infra/cost/deployment.ts';
import type { Measured } from '../../../infra/cost/measured-run.ts';
import { measureRun } from '../../../infra/cost/measured-run.ts';
import type { Work } from '../../../infra/cost/meter.ts';
import { readOptions } from '../../../infra/cost/options.ts';
import { charge, prices } from '../../../infra/cost/prices.ts';
import { printBill } from '../../../infra/cost/print-bill.ts';
import type { Measure } from '../../../infra/cost/site.ts';

const deployment = readDeployment();
const idle: Work = { invocations: 0, milliseconds: 0, logBytes: 0, tally: {} };

/** Ten times of something that one function did. */
function measure(name: keyof Measure['work'], work: Partial<Work>, sentBytes = 0): Measure {
  return {
    times: 10,
    work: {
      desk: idle,
      ingest: idle,
      publish: idle,
      renditions: idle,
      serve: idle,
      release: idle,
      [name]: { ...idle, ...work },
    },
    sent: { bytes: sentBytes, pieces: sentBytes > 0 ? 10 : 0 },
    kept: { table: 0, objects: 0 },
  };
}

const measured: Measured = {
  uploads: measure('publish', {
    invocations: 20,
    milliseconds: 5000,
    tally: { 'feeds.put': { calls: 500, bytes: 0, units: 0 }, 'table.put': { calls: 100, bytes: 0, units: 300 } },
  }),
  announced: 5,
  renditions: measure('renditions', { invocations: 10, milliseconds: 10_000 }),
  fullPolls: measure('serve', { invocations: 10, milliseconds: 200 }, 500_000),
  unchangedPolls: measure('serve', { invocations: 10, milliseconds: 100 }, 5000),
  pictures: measure('serve', { invocations: 10, milliseconds: 200 }, 1_000_000),
  minutes: measure('release', { invocations: 10, milliseconds: 50 }),
};

const billFor = (...words: readonly string[]): Bill => makeBill(measured, deployment, readOptions(words));
const find = ({ lines }: Bill, what: string): number => lines.find((line) => line.what.startsWith(what))!.usd;

describe('the bill', () => {
  it('adds up to its total', () => {
    const { lines, totalUsd } = billFor();
    expect(totalUsd).toBeCloseTo(
      lines.reduce((sum, { usd }) => sum + usd, 0),
      6,
    );
  });

  it('charges what was counted as often as a month has it', () => {
    // 5,000 stories × 365/12 days × 50 writes at 5 USD a million.
    expect(find(billFor('--stories-per-day', '5000', '--partners', '0'), 'writes and listings')).toBeCloseTo(
      ((5000 * 365) / 12) * 50 * 5e-6,
      4,
    );
  });

  it('has nothing to send where nobody polls', () => {
    expect(find(billFor('--partners', '0'), 'out to partners')).toBe(0);
  });

  it('asks twice as much for twice as many partners, and the same for the stories', () => {
    const [one, two] = [billFor('--partners', '100'), billFor('--partners', '200')];
    expect(find(two, 'out to partners')).toBeCloseTo(2 * find(one, 'out to partners'), 6);
    expect(find(two, 'publish')).toBe(find(one, 'publish'));
  });

  it('counts what stands all month in the templates', () => {
    expect([...deployment.memory.keys()].toSorted()).toEqual(
      expect.arrayContaining(['ingest', 'publish', 'release', 'renditions', 'serve']),
    );
    for (const number of [
      deployment.polledQueues,
      deployment.metricsUnderAlarm,
      deployment.ownMetrics,
      deployment.dashboards,
    ])
      expect(number).toBeGreaterThan(0);
  });
});

describe('polls that are answered in full', () => {
  it('are few where partners ask more often than stories come, and nearly all where they ask seldom', () => {
    expect(fullShare({ storiesPerDay: 5000, pollSeconds: 60 })).toBeCloseTo(0.293, 3);
    expect(fullShare({ storiesPerDay: 5000, pollSeconds: 3600 })).toBeGreaterThan(0.99);
  });
});

describe('a price', () => {
  it('falls where a month uses more', () => {
    expect(charge(prices.apiRequests, 300e6)).toBeCloseTo(300, 6);
    expect(charge(prices.apiRequests, 400e6)).toBeCloseTo(390, 6);
  });

  it('names its page and the month it was seen', () => {
    for (const { page, seen } of Object.values(prices))
      expect({ page, seen }).toEqual({
        page: expect.stringMatching(/^Amazon|^AWS/) as string,
        seen: expect.stringMatching(/^20\d\d-\d\d$/) as string,
      });
  });
});

describe('npm run cost', () => {
  it.each([
    [['--partners', 'many'], /--partners.*whole number from 0/],
    [['--channels', '3'], /--channels.*whole number from 4 to 24/],
    [['--poll-seconds', '0'], /--poll-seconds.*whole number from 1/],
    [['--stories-per-day', '1.5'], /--stories-per-day.*whole number from 1/],
    [['--colour'], /unknown option '--colour'/],
  ])('answers %j with one line', (words, message) => {
    expect(() => readOptions(words)).toThrow(message);
  });

  it('measures a sample and prints its bill', { timeout: 60_000 }, async () => {
    const options = readOptions(['--channels', '4']);
    const measured = await measureRun(options, deployment.memory, { filling: 3, width: 1300, height: 100 });
    expect([measured.uploads.times, measured.announced]).toEqual([20, 10]);
    // 18 changes that are shown, each 50 objects, a kill without documents, and nothing for what came again as it was.
    expect(measured.uploads.work.publish.tally['feeds.put']?.calls).toBe(18 * 50 + 40);
    expect(measured.uploads.work.ingest.tally['media.put']?.calls).toBe(10);
    const bill = makeBill(measured, deployment, options);
    const printed = printBill(bill, measured, options);
    for (const { what } of bill.lines) expect(printed).toContain(what);
    expect(printed).toMatch(
      new RegExp(
        `Total +${bill.totalUsd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}$`,
        'm',
      ),
    );
  });

  it('ends with 2 before anything is measured', { timeout: 60_000 }, () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['infra/cost/run.ts', '--partners', 'many'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
