// What valibot found wrong, in words for whoever wrote it; messages of our own stand.
// Invalid value: Expected >=128 but received 64 → must be at least 128

import type { BaseIssue } from 'valibot';

/** Without the name of what is wrong: `must be a whole number`. */
export function describeIssue({ message, type, expected, received, requirement }: BaseIssue<unknown>): string {
  if (!message.startsWith('Invalid ')) return message;
  switch (type) {
    case 'strict_object':
      if (expected === 'never') return 'is not known';
      return received === 'undefined' ? 'is missing' : 'must be an object';
    case 'min_value':
      return `must be at least ${String(requirement)}`;
    case 'max_value':
      return `must be at most ${String(requirement)}`;
    case 'integer':
    case 'safe_integer':
      return 'must be a whole number';
    case 'non_empty':
      return 'must not be empty';
    default:
      return `must be ${listed(expected ?? 'something else')}`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
};

/** `("people" | "agency")` → people or agency. */
function listed(expected: string): string {
  const words = expected
    .replace(/[()]/g, '')
    .split(' | ')
    .map((word) => kinds[word] ?? word.replace(/^"(.*)"$/, '$1'));
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
