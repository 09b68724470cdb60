import { describe, expect, it } from 'vitest';
import { makeGround } from '../../../lambdas/aws/ground.ts';

const whole = {
  INBOX_BUCKET: 'inbox',
  FEEDS_BUCKET: 'feeds',
  MEDIA_BUCKET: 'media',
  TABLE: 'table',
  SETTINGS: '{"feedItems":40}',
};

describe('the ground on AWS', () => {
  it('stands on the names in the environment', () => {
    expect(makeGround(whole).settings.feedItems).toBe(40);
  });

  it.each(Object.keys(whole))('says in one sentence that %s is missing', (name) => {
    expect(() => makeGround({ ...whole, [name]: undefined })).toThrow(`The environment variable ${name} is not set.`);
    expect(() => makeGround({ ...whole, [name]: '' })).toThrow(name);
  });
});
