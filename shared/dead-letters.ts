// Uploads, pictures and pushes that failed so often that their queue set them aside. The laptop and AWS each have such queues.

import type { Instant } from './story.ts';

export const deadLetterQueues = ['uploads', 'pictures', 'pushes', 'changes'] as const;

/** `changes`: of the table, that could not be published; their letters only say where in the stream they lay, so they can't go back (`rebuild` does what they would have done). */
export type DeadLetterQueue = (typeof deadLetterQueues)[number];

/** How often an upload is tried before it is set aside. */
export const mostTries = 5;

export type DeadLetter = {
  readonly queue: DeadLetterQueue;
  /** By which the log names the message: `42`. */
  readonly id: string;
  /** The notification, or what else was sent. */
  readonly body: string;
  /** How often it was tried; absent where the queue does not say. */
  readonly attempts?: number;
  /** When it was sent, where the queue says so. */
  readonly since?: Instant;
};

/** Each letter of one queue once, without taking any away. */
export type Peek = () => AsyncIterable<DeadLetter>;

export interface DeadLetters {
  /** Each once, without taking any away. */
  list(queues: readonly DeadLetterQueue[]): AsyncIterable<DeadLetter>;
  /** Puts them back for another try, told one by one; those of `changes` stay. */
  redrive(queues: readonly DeadLetterQueue[]): AsyncIterable<DeadLetter>;
}
