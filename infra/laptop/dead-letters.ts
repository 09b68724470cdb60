// The dead letters of this machine's queues. Changes of the table that fail are only logged here: there are no letters of them.

import type { DeadLetter, DeadLetterQueue, DeadLetters } from '../../shared/dead-letters.ts';
import type { Queue } from './sqlite-queue.ts';

export function laptopDeadLetters(queues: Readonly<Partial<Record<DeadLetterQueue, Queue>>>): DeadLetters {
  const lettersOf = (name: DeadLetterQueue): readonly DeadLetter[] =>
    (queues[name]?.deadLetters() ?? []).map(({ id, body, attempts }) => ({ queue: name, id, body, attempts }));
  return {
    async *list(wanted) {
      for (const name of wanted) yield* lettersOf(name);
    },
    async *redrive(wanted) {
      for (const name of wanted) {
        const letters = lettersOf(name);
        queues[name]?.redrive();
        yield* letters;
      }
    },
  };
}
