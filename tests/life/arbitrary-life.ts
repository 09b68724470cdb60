// Random lives for the property test and the torture.

import fc from 'fast-check';
import type { Command } from './run-life.ts';

const story = fc.integer({ min: 1, max: 4 });

const upload = fc.record<Command & { do: 'upload' }>({
  do: fc.constant('upload'),
  story,
  kind: fc.constantFrom(
    'plain',
    'plain',
    'plain',
    'plain',
    'usable',
    'usable',
    'correction',
    'kill',
    'kill',
    'takedown',
    'withheld',
    'embargo',
    'embargo',
    'unreadable',
    'lifted',
    'expiring',
  ),
  words: fc.integer({ min: 1, max: 4 }),
  number: fc.integer({ min: 1, max: 5 }),
  delay: fc.integer({ min: 1, max: 600 }),
});

/** Before which write the process dies; 0 for none. */
function crash(most: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: most }) },
  );
}

const deliver = fc.record<Command & { do: 'deliver' }>({
  do: fc.constant('deliver'),
  pick: fc.nat({ max: 50 }),
  twice: fc.boolean(),
  crashAt: crash(12),
});
const batch = fc.record<Command & { do: 'batch' }>({
  do: fc.constant('batch'),
  size: fc.integer({ min: 1, max: 6 }),
  poison: fc.boolean(),
  crashAt: crash(30),
});
const clock = fc.record<Command & { do: 'clock' }>({
  do: fc.constant('clock'),
  seconds: fc.integer({ min: 1, max: 400 }),
  crashAt: crash(4),
});
const publish = fc.record<Command & { do: 'publish' }>({ do: fc.constant('publish'), crashAt: crash(200) });
const edit = fc.record<Command & { do: 'edit' }>({ do: fc.constant('edit'), story });
const remove = fc.record<Command & { do: 'remove' }>({ do: fc.constant('remove'), story });
const rival = fc.record<Command & { do: 'rival' }>({ do: fc.constant('rival'), story });
const replay = fc.constant<Command>({ do: 'replay' });

export function arbitraryLife(most: number): fc.Arbitrary<readonly Command[]> {
  const command = fc.oneof(
    { weight: 12, arbitrary: upload },
    { weight: 12, arbitrary: deliver },
    { weight: 2, arbitrary: batch },
    { weight: 3, arbitrary: clock },
    { weight: 6, arbitrary: publish },
    { weight: 2, arbitrary: edit },
    { weight: 1, arbitrary: remove },
    { weight: 1, arbitrary: rival },
    { weight: 1, arbitrary: replay },
  );
  return fc.array(command, { minLength: 1, maxLength: most, size: 'max' });
}
