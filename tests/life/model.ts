// The law of a story's life as a small model: what partners see is what a careful sub-editor would have left standing.
// Uploads decide in the order of their sequencers, after the provider's own numbers where it gives them; a kill is final unless a later upload says "usable";
// an embargo covers what comes after it until it is lifted or passes.

export type Kind =
  | 'plain'
  | 'usable'
  | 'correction'
  | 'kill'
  | 'takedown'
  | 'withheld'
  | 'embargo'
  | 'unreadable'
  | 'lifted'
  | 'expiring';

export type Upload = {
  readonly story: number;
  /** Rises over all uploads; the bucket's sequencer. */
  readonly sequence: number;
  /** The provider's own, where the story has one. */
  readonly number?: number;
  readonly kind: Kind;
  /** Makes the text differ. */
  readonly words: number;
  /** When it came, in milliseconds since the start of the clock, as all moments here. */
  readonly at: number;
  /** For an embargo its end, for an expiring story its own. */
  readonly until?: number;
};

export type Standing = {
  readonly state: 'shown' | 'killed' | 'hidden' | 'over' | 'none';
  readonly upload?: Upload;
};

/** What must be seen of a story at a moment, whatever the order in which its uploads were delivered. */
export function standingOf(uploads: readonly Upload[], now: number): Standing {
  let last: Upload | undefined;
  let killed = false;
  let embargo = 0;
  for (const upload of uploads.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0) || a.sequence - b.sequence)) {
    if (isKill(upload)) killed = true;
    // Nothing but copy that says it is usable revives.
    else if (killed && upload.kind !== 'usable') continue;
    else killed = false;
    embargo = embargoAfter(upload, embargo);
    last = upload;
  }
  if (!last) return { state: 'none' };
  if (killed) return { state: 'killed', upload: last };
  if (last.kind === 'withheld' || (embargo > now && embargo > last.at)) return { state: 'hidden', upload: last };
  return { state: last.kind === 'expiring' && last.until! <= now ? 'over' : 'shown', upload: last };
}

/** Until when the story waits; for ever where nobody can say. */
function embargoAfter({ kind, until = 0 }: Upload, before: number): number {
  switch (kind) {
    case 'embargo':
      return until;
    case 'unreadable':
      return Number.POSITIVE_INFINITY;
    case 'usable':
    case 'lifted':
    case 'kill':
    case 'takedown':
      return 0;
    default:
      return before;
  }
}

function isKill({ kind }: Upload): boolean {
  return kind === 'kill' || kind === 'takedown';
}

const headers: Readonly<Record<Kind, (until: string) => string>> = {
  plain: () => '',
  usable: () => 'Status: usable\n',
  correction: () => 'Correction: The second paragraph was wrong.\n',
  kill: () => 'Status: canceled\n',
  takedown: () => 'Signal: takedown\n',
  withheld: () => 'Status: withheld\n',
  embargo: (until) => `Embargo: ${until}\n`,
  unreadable: () => 'Embargo: when the minister has spoken\n',
  lifted: () => 'Embargo: lifted\n',
  expiring: (until) => `Expires: ${until}\n`,
};

export function textOf(upload: Upload, start: number): string {
  const { story, kind, number, until = 0 } = upload;
  const mark = marker(upload);
  return `Headline: Story ${story} as ${mark} has it\n${headers[kind](new Date(start + until).toISOString())}${number === undefined ? '' : `Version: ${number}\n`}\nThe body says ${mark} and nothing else that matters here.\n`;
}

/** A word that stands in copy of these words alone, so that it can be searched for. */
export function marker({ story, words }: Pick<Upload, 'story' | 'words'>): string {
  return `qz${story}x${words}zq`;
}

/** Every such word in a text. */
export function markersIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/qz\d+x\d+zq/g));
}
