// Random lives for the property test and the torture.

import fc from 'fast-check';
import type { Command } from './run-life.ts';

const upload = fc.record<Command & { do: 'upload' }>({
  do: fc.constant('upload'),
  story: fc.integer({ min: 1, max: 3 }),
  kind: fc.constantFrom('plain', 'plain', 'plain', 'usable', 'kill', 'withheld', 'embargo'),
  words: fc.integer({ min: 1, max: 4 }),
  delay: fc.integer({ min: 1, max: 600 }),
});

const crashAt = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }) });

const deliver = fc.record<Command & { do: 'deliver' }>({ do: fc.constant('deliver'), pick: fc.nat({ max: 50 }), twice: fc.boolean(), crashAt });
const clock = fc.record<Command & { do: 'clock' }>({ do: fc.constant('clock'), seconds: fc.integer({ min: 1, max: 400 }) });
const publish = fc.record<Command & { do: 'publish' }>({ do: fc.constant('publish'), crashAt });

export function arbitraryLife(most: number): fc.Arbitrary<readonly Command[]> {
  return fc.array(fc.oneof({ weight: 4, arbitrary: upload }, { weight: 5, arbitrary: deliver }, { weight: 1, arbitrary: clock }, { weight: 2, arbitrary: publish }), { minLength: 1, maxLength: most, size: 'max' });
}
