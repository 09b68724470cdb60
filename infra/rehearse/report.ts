// What a rehearsal prints: a line for each step with what was seen and the seconds it took, below it what was not as it must be.

import type { Finding } from './rehearsal.ts';

export type Report = {
  /** Throws what the step throws, once its line is written. */
  step(name: string, run: () => Promise<Finding>): Promise<void>;
  /** A line below the steps. */
  note(line: string): void;
  /** Answers the exit status. */
  close(): 0 | 1;
};

const most = 10;

export function startReport(title: string): Report {
  const startedAt = performance.now();
  const notes: string[] = [];
  let missed = 0;
  write(`${title}\n\n`);
  return {
    async step(name, run) {
      const begunAt = performance.now();
      const { seen, misses } = await run().catch((error: unknown) => {
        write(line(name, begunAt, 'broke off'));
        throw error;
      });
      missed += misses.length;
      write(line(name, begunAt, misses.length === 0 ? seen : `${differences(misses.length)}; ${seen}`));
      for (const miss of misses.slice(0, most)) write(`      ${miss}\n`);
      if (misses.length > most) write(`      and ${misses.length - most} more\n`);
    },
    note: (text) => void notes.push(text),
    close() {
      const verdict = missed === 0 ? 'No differences' : differences(missed);
      write(`\n${notes.map((note) => `${note}\n`).join('')}${verdict}. ${seconds(startedAt)} s.\n`);
      return missed === 0 ? 0 : 1;
    },
  };
}

function line(name: string, begunAt: number, told: string): string {
  return `  ${name.padEnd(20)} ${seconds(begunAt).padStart(6)} s  ${told}\n`;
}

function differences(count: number): string {
  return `${count} ${count === 1 ? 'difference' : 'differences'}`;
}

function seconds(begunAt: number): string {
  return ((performance.now() - begunAt) / 1000).toFixed(1);
}

function write(text: string): void {
  process.stdout.write(text);
}
