import { describe, expect, it } from 'vitest';
import { readSettings } from '../../lambdas/read-settings.ts';
import { defaultSettings } from '../../shared/settings.ts';

describe('the settings of a stack', () => {
  it('are the defaults but for what they name', () => {
    const settings = readSettings(
      '{"site":{"publicUrl":"https://wire.example.org"},"feedItems":40,"openChannels":["section/*"],"rules":{"timeZone":"Europe/Berlin"}}',
    );
    expect(settings).toEqual({
      ...defaultSettings,
      site: { ...defaultSettings.site, publicUrl: 'https://wire.example.org' },
      feedItems: 40,
      openChannels: ['section/*'],
      rules: { ...defaultSettings.rules, timeZone: 'Europe/Berlin' },
    });
    expect(readSettings('{}')).toEqual(defaultSettings);
  });

  it.each([
    ['', /SETTINGS: this is no JSON object/],
    ['{', /SETTINGS: this is no JSON object/],
    ['[]', /SETTINGS: this is no JSON object/],
    ['null', /SETTINGS: this is no JSON object/],
    ['{"feeditems":40}', /SETTINGS: feeditems: is not known$/],
    ['{"feedItems":"40"}', /SETTINGS: feedItems: must be a number$/],
    ['{"feedItems":0}', /SETTINGS: feedItems: must be at least 1$/],
    [
      '{"site":{"publicUrl":"https://wire.example.org/"}}',
      /SETTINGS: site\.publicUrl: must be absolute, without a slash/,
    ],
    ['{"hubs":["http://hub.example.org/"]}', /SETTINGS: hubs\.0: must be an https address on the public internet/],
    ['{"hubs":["https://10.0.0.1/"]}', /SETTINGS: hubs\.0/],
    ['{"rules":{"style":{"first":"editors"}}}', /SETTINGS: rules\.style\.first: must be people or agency$/],
    ['{"channels":[{"name":"sport","match":{}}]}', /SETTINGS: channels\.0\.title: is missing$/],
    ['{"feedItems":100}', /SETTINGS: feedItems: must be at most 60/],
    [
      '{"channels":[{"name":"x","title":"X","match":{},"items":100}]}',
      /SETTINGS: channels\.0\.items: must be at most 60/,
    ],
    [
      '{"channels":[{"name":"x","title":"X","match":{},"formats":["rsss"]}]}',
      /SETTINGS: channels\.0\.formats\.0: must be one of rss, atom, json, newsml, ninjs, sitemap/,
    ],
    [
      '{"channels":[{"name":"x","title":"X","match":{},"language":"English, mostly"}]}',
      /SETTINGS: channels\.0\.language: must be a language tag/,
    ],
    ['{"localPush":true}', /SETTINGS: localPush/],
    ['{"limits":{"uploadBytes":1.5}}', /SETTINGS: limits\.uploadBytes: must be a whole number$/],
  ])('name what is wrong with %s', (json, message) => {
    expect(() => readSettings(json)).toThrow(message);
  });
});
