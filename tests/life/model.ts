// The law of a story's life as a small model (docs: what partners see is what a careful sub-editor would have left standing).
// Uploads in the order of their sequencers decide; a kill is final unless a later upload says "usable"; an embargo holds until it passes.

export type Upload = {
  readonly story: number;
  /** Rises over all uploads; the bucket's sequencer. */
  readonly sequence: number;
  readonly kind: 'plain' | 'usable' | 'kill' | 'withheld' | 'embargo';
  /** Makes the text differ. */
  readonly words: number;
  /** For an embargo: milliseconds since the start of the clock. */
  readonly until?: number;
};

export type Standing = { readonly state: 'shown' | 'killed' | 'hidden' | 'none'; readonly words?: number };

/** What must be seen of a story at a moment, whatever the order in which its uploads were delivered. */
export function standingOf(uploads: readonly Upload[], now: number): Standing {
  const inOrder = uploads.toSorted((a, b) => a.sequence - b.sequence);
  let last: Upload | undefined;
  let killed = false;
  for (const upload of inOrder) {
    if (upload.kind === 'kill') killed = true;
    // Nothing but copy that says it is usable revives.
    else if (killed && upload.kind !== 'usable') continue;
    else killed = false;
    last = upload;
  }
  if (!last) return { state: 'none' };
  if (last.kind === 'kill') return { state: 'killed' };
  if (last.kind === 'withheld') return { state: 'hidden' };
  if (last.kind === 'embargo' && last.until! > now) return { state: 'hidden' };
  return { state: 'shown', words: last.words };
}

export function textOf({ story, kind, words, until }: Upload, start: number): string {
  const headers = [
    `Headline: Story ${story} in version ${marker(story, words)}`,
    ...(kind === 'usable' ? ['Status: usable'] : kind === 'kill' ? ['Status: canceled'] : kind === 'withheld' ? ['Status: withheld'] : []),
    ...(kind === 'embargo' ? [`Embargo: ${new Date(start + until!).toISOString()}`] : []),
  ];
  return `${headers.join('\n')}\n\nThe body says ${marker(story, words)} and nothing else that matters here.\n`;
}

/** A word that stands in this version's text alone, so that it can be searched for. */
export function marker(story: number, words: number): string {
  return `qz${story}x${words}zq`;
}
