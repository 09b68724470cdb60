// Words that say whether a story may be used, what kind of change it is, and which take or lead.

import type { Signal, Status } from '../story.ts';

export const statusWords: ReadonlyMap<string, Status> = new Map(
  (
    [
      [
        'usable',
        'usable ok live publishable published released release final approved active open ready usable-unrestricted publiable verwendbar veröffentlicht publicado utilizzabile',
      ],
      [
        'withheld',
        'withheld hold held on-hold embargoed pending draft unpublished suspended zurückgehalten gesperrt retenu retenida bloccato',
      ],
      [
        'canceled',
        'canceled cancelled cancel kill killed withdrawn withdraw deleted delete retracted revoked removed takedown zurückgezogen gelöscht annulé annulée anulado anulada annullato',
      ],
    ] as const
  ).flatMap(([status, words]) => words.split(' ').map((word) => [word, status] as const)),
);

export const signalWords: ReadonlyMap<string, Signal> = new Map(
  (
    [
      ['update', 'update updated writethru write-thru writethrough rewrite newlead new-lead lead develop u'],
      ['correction', 'correction corrected correct corr correctional c berichtigung korrektur'],
      ['kill', 'kill killed mandatorykill mandatory-kill kil withdrawal'],
      ['takedown', 'takedown take-down takeoffline legal-takedown'],
    ] as const
  ).flatMap(([signal, words]) => words.split(' ').map((word) => [word, signal] as const)),
);

export type LeadWord = {
  readonly rule: string;
  /** Matched at the beginning of the headline; what follows is the headline. */
  readonly matches: RegExp;
  readonly signal?: Signal;
  readonly sample: { readonly before: string; readonly after: string; readonly takeKey: string };
};

/** Ways to say in a headline that it is another take of a story. */
export const leadWords: readonly LeadWord[] = [
  {
    rule: 'update',
    matches: /^(UPDATE\s+\d+\s*[-–—:])\s*(?=\S)/,
    signal: 'update',
    sample: { before: 'UPDATE 1-Ferries stop in storm', after: 'Ferries stop in storm', takeKey: 'UPDATE 1' },
  },
  {
    rule: 'wrapup',
    matches: /^(WRAPUP\s+\d+\s*[-–—:])\s*(?=\S)/,
    signal: 'update',
    sample: { before: 'WRAPUP 3-Ferries stop in storm', after: 'Ferries stop in storm', takeKey: 'WRAPUP 3' },
  },
  {
    rule: 'corrected',
    matches: /^((?:CORRECTED|CORRECTION)(?:\s*\([^)]{1,40}\))?\s*[-–—:])\s*(?=\S)/i,
    signal: 'correction',
    sample: { before: 'CORRECTED-Ferries stop in storm', after: 'Ferries stop in storm', takeKey: 'CORRECTED' },
  },
  {
    rule: 'refile',
    matches: /^((?:REFILE|RPT|REPEAT)(?:\s+\d+)?\s*[-–—:])\s*(?=\S)/,
    sample: { before: 'REFILE-Ferries stop in storm', after: 'Ferries stop in storm', takeKey: 'REFILE' },
  },
  {
    rule: 'lead',
    matches: /^(\(\s*(?:\d+(?:st|nd|rd|th)\s+)?(?:LEAD|LD)\s*\d*\s*\))\s*(?=\S)/i,
    signal: 'update',
    sample: { before: '(2nd LD) Ferries stop in storm', after: 'Ferries stop in storm', takeKey: '2nd LD' },
  },
  {
    rule: 'lead',
    matches: /^(\d+(?:st|nd|rd|th)\s+(?:LEAD|LD)(?:-Writethru)?\s*[-–—:]?)\s+(?=\S)/i,
    signal: 'update',
    sample: { before: '2ND LEAD Ferries stop in storm', after: 'Ferries stop in storm', takeKey: '2ND LEAD' },
  },
  {
    rule: 'urgent',
    matches: /^((?:URGENT|FLASH|BULLETIN|NEWSALERT|EILMELDUNG)\s*[-–—:])\s*(?=\S)/,
    sample: { before: 'URGENT-Ferries stop in storm', after: 'Ferries stop in storm', takeKey: 'URGENT' },
  },
  {
    rule: 'urgent',
    matches: /^(\(\s*(?:eil(?:meldung)?|urgent|flash|alerte?)\s*\))\s*(?=\S)/i,
    sample: { before: '(Eil) Fähren liegen still', after: 'Fähren liegen still', takeKey: 'Eil' },
  },
  {
    rule: 'roundup',
    matches: /^((?:ROUNDUP|ZUSAMMENFASSUNG|NEUFASSUNG)(?:\s+\d+)?\s*[:/])\s*(?=\S)/,
    signal: 'update',
    sample: { before: 'ROUNDUP 2: Fähren liegen still', after: 'Fähren liegen still', takeKey: 'ROUNDUP 2' },
  },
  {
    rule: 'corrected',
    matches: /^((?:BERICHTIGUNG|KORREKTUR|RECTIFICATIF|CORRECCIÓN|RETTIFICA|CORREÇÃO)\s*[-–—:])\s*(?=\S)/,
    signal: 'correction',
    sample: { before: 'KORREKTUR: Fähren liegen still', after: 'Fähren liegen still', takeKey: 'KORREKTUR' },
  },
  {
    rule: 'extended',
    matches:
      /^(AMP(?:LIACIÓN)?\.?\s*[-–—:]{1,2}|\(\s*(?:ampliación|actualización|atualizada|aggiornamento)\s*\))\s*(?=\S)/,
    signal: 'update',
    sample: { before: 'AMP.- Los barcos esperan', after: 'Los barcos esperan', takeKey: 'AMP' },
  },
  {
    rule: 'kill',
    matches: /^((?:MANDATORY\s+)?KILL\s*[-–—:])\s*(?=\S)/,
    signal: 'kill',
    sample: { before: 'KILL-Ferries stop in storm', after: 'Ferries stop in storm', takeKey: 'KILL' },
  },
];

/** "Ferries stop in storm, 1st Ld-Writethru": the same said at the end. */
export const trailingLead =
  /[,\s]+((?:\d+(?:st|nd|rd|th)\s+)?L(?:ea)?d(?:-Writethru)?|\d+(?:st|nd|rd|th)\s+(?:Add|Update))$/i;
