// Which metrics an event of the log carries: stored counts one StoriesStored, feed-moved {stories: 58} says FeedItems 58.

export type MetricRule = {
  readonly name: string;
  /** A unit of CloudWatch's MetricDatum. */
  readonly unit: 'Count' | 'Milliseconds' | 'Bytes' | 'Percent';
  /** The fact that holds the value. Default: the event counts as one. */
  readonly fact?: string;
};

const one = (name: string): readonly MetricRule[] => [{ name, unit: 'Count' }];

/** By event. */
export const metricRules: ReadonlyMap<string, readonly MetricRule[]> = new Map([
  [
    'stored',
    [
      ...one('StoriesStored'),
      { name: 'IntakeMs', unit: 'Milliseconds', fact: 'tookMs' },
      { name: 'UnknownCredits', unit: 'Count', fact: 'unknownCredits' },
    ],
  ],
  ['unchanged', one('StoriesUnchanged')],
  ['superseded', one('StoriesSuperseded')],
  ['rejected', one('StoriesRejected')],
  ['ingest-failed', one('IngestFailures')],
  ['publish-failed', one('PublishFailures')],
  ['release-failed', one('ReleaseFailures')],
  ['entry-unreadable', one('StoriesUnreadable')],
  ['story-unreadable', one('StoriesUnreadable')],
  ['renditions-failed', one('RenditionsFailures')],
  ['kill-not-pulled', one('KillsNotPulled')],
  ['no-renditions', one('PicturesRefused')],
  ['embargoes-released', [{ name: 'EmbargoesReleased', unit: 'Count', fact: 'stories' }]],
  [
    'feed-moved',
    [
      { name: 'FeedItems', unit: 'Count', fact: 'stories' },
      { name: 'FeedShrunk', unit: 'Percent', fact: 'shrunkPercent' },
      { name: 'FeedBytes', unit: 'Bytes', fact: 'bytes' },
      { name: 'UploadToFeedMs', unit: 'Milliseconds', fact: 'uploadToFeedMs' },
    ],
  ],
]);
