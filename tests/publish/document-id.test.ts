import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentId } from '../../shared/publish/document-id.ts';
import { arbitraryText } from '../arbitrary-story.ts';

describe('documentId', () => {
  it('never changes: addresses of stories hang on it', () => {
    expect(documentId('tag:northlight.example,2026:ferry-link')).toBe('ygl6ofxbuljeysqv4ke2');
  });

  it('is twenty letters and digits, the same for the same uri and else another', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (one, other) => {
        expect(documentId(one)).toMatch(/^[a-z2-7]{20}$/);
        expect(documentId(one) === documentId(other)).toBe(one.toWellFormed() === other.toWellFormed());
      }),
    );
  });
});
