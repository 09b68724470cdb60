// Every knob of a deployment: a sentence, a type, a default. Given in cdk.json under `context.copytaster`, or with `-c copytaster:<name>=<value>`.

import type { Node } from 'constructs';
import * as v from 'valibot';
import { readSettings } from '../../lambdas/read-settings.ts';
import { describeIssue } from '../../shared/describe-issue.ts';
import { objectionTo } from '../../shared/push/outside-address.ts';

export type DeploySettings = {
  /** Names the stacks, so that several stages can live side by side in one account. Up to 16 letters, digits and dashes. Default `prod`. */
  readonly stage: string;
  /** Title of the service in feeds and pages. Default `Copytaster`. */
  readonly title: string;
  /** Name that partners reach the service by, `wire.example.org`; brings CloudFront before the counter, and needs `certificateArn`. Default none: the address of the HTTP API. */
  readonly domain?: string;
  /** ARN of the domain's certificate, in us-east-1, where CloudFront looks for it. Default none. */
  readonly certificateArn?: string;
  /** ARN of a web ACL of scope CLOUDFRONT to put before the domain. Default none. */
  readonly webAclArn?: string;
  /** SSH public keys of desks that upload by SFTP, as `{"newsflash":["ssh-ed25519 AAAA…"]}`. A server costs some 220 USD a month besides what is sent. Default none: no server. */
  readonly sftpDesks: Readonly<Record<string, readonly string[]>>;
  /** Absolute address under which partners reach the service, without a slash at the end. Default: that of the domain, else of the HTTP API. */
  readonly publicUrl?: string;
  /** BCP 47 tag of the service and of stories that do not show their language. Default `en`. */
  readonly language: string;
  /** IANA zone of dates that carry none. Default `UTC`. */
  readonly timeZone: string;
  /** Domain and year of minted `tag:` URIs (RFC 4151); never change it once stories are stored. Default `copytaster.invalid,2026`. */
  readonly tagAuthority: string;
  /** Channels anyone may read, as patterns with `*`: `all`, `section/*`. Default none. */
  readonly openChannels: readonly string[];
  /** WebSub hubs, https, that are told of changes in open channels. Default none. */
  readonly hubs: readonly string[];
  /** Settings of the service itself, as shared/settings.ts has them: `{"rules":{"style":{"first":"agency"}},"wireWording":["desk/*"]}`. Default none. */
  readonly service: Readonly<Record<string, unknown>>;
  /** Memory of the functions in MB; CPU comes with it. Default 1024. */
  readonly memory: number;
  /** `arm64` or `x86_64`; an emulator runs the host's. Default `arm64`. */
  readonly architecture: 'arm64' | 'x86_64';
  /** Days that logs are kept; one of CloudWatch's numbers. Default 30. */
  readonly logDays: number;
  /** Whether buckets and table outlive their stack. Only a rehearsal says false. Default true. */
  readonly keepData: boolean;
  /** Requests a second that the HTTP API lets through, all clients together. Default 200. */
  readonly requestsPerSecond: number;
  /** Mail address that alarms go to; the subscription must be confirmed from the mailbox. Default none: the topics stand ready for others. */
  readonly alarmAddress?: string;
  /** Hours without a new story from any desk after which somebody is woken; 0 for never. Default 6. */
  readonly quietHours: number;
  /** The same for single desks, as `{"newsflash":2}`: each is an alarm and a metric of its own. Default none. */
  readonly deskQuietHours: Readonly<Record<string, number>>;
  /** Mail addresses that are told of refused uploads, by desk, `*` for all: `{"*":"wire@example.org","newsflash":"copy@newsflash.example"}`; each must be confirmed from its mailbox. Default none. */
  readonly refusalAddresses: Readonly<Record<string, string>>;
  /** USD a month that the whole account may cost before a ticket is raised. Default none: nobody watches the cost. */
  readonly monthlyBudget?: number;
  /** Where the runbook is to be read, without an anchor; alarms link to their article in it. Default the path in this repository. */
  readonly runbookUrl: string;
};

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
/** `-c` hands over everything as text. */
const whole = (min: number, max: number) =>
  v.pipe(
    v.union([v.number(), v.string()], 'must be a whole number'),
    v.transform(Number),
    v.integer('must be a whole number'),
    v.minValue(min),
    v.maxValue(max),
  );
const yesNo = v.pipe(
  v.union([v.boolean(), v.picklist(['true', 'false'])], 'must be true or false'),
  v.transform((value) => value === true || value === 'true'),
);

const mailAddress = v.pipe(text, v.regex(/^[^\s@]+@[^\s@]+\.[^\s@.]+$/, 'must be a mail address'));

/** A value itself, or its JSON as it comes from the line. */
function fromText<const S extends v.GenericSchema>(schema: S, wanted = 'must be an object, or its JSON') {
  return v.union([schema, v.pipe(v.string(), v.parseJson(), schema)], wanted);
}

/** On the line also words with commas between them. */
const words = v.pipe(
  v.string(),
  v.regex(/^(?!\s*\[)/),
  v.transform((line) =>
    line
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  ),
);
const list = v.union([words, fromText(v.array(text), 'must be a list of texts')], 'must be a list of texts');

const knobs = {
  stage: v.optional(
    v.pipe(text, v.regex(/^[A-Za-z][A-Za-z0-9-]{0,15}$/, 'must be up to 16 letters, digits and dashes')),
    'prod',
  ),
  title: v.optional(text, 'Copytaster'),
  domain: v.optional(
    v.pipe(
      text,
      v.regex(
        /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
        'must be a domain name in lower case',
      ),
    ),
  ),
  certificateArn: v.optional(
    v.pipe(
      text,
      v.regex(
        /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
        'must be the ARN of a certificate in us-east-1, where CloudFront looks for it',
      ),
    ),
  ),
  webAclArn: v.optional(
    v.pipe(
      text,
      v.regex(
        /^arn:aws[\w-]*:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
        'must be the ARN of a web ACL of scope CLOUDFRONT',
      ),
    ),
  ),
  sftpDesks: v.optional(
    fromText(
      v.record(
        v.pipe(
          v.string(),
          v.regex(
            /^[A-Za-z0-9_][A-Za-z0-9_.@-]{2,63}$/,
            'must name desks in 3 to 64 letters, digits, dots, dashes and underscores',
          ),
        ),
        v.pipe(
          v.array(
            v.pipe(
              v.string(),
              v.regex(
                /^(?:ssh-(?:rsa|ed25519)|ecdsa-sha2-nistp\d{3}) [A-Za-z0-9+/=]{40,2000}(?: \S+)?$/,
                'must be SSH public keys',
              ),
            ),
          ),
          v.minLength(1, 'must have a key for each desk'),
        ),
      ),
    ),
    {},
  ),
  publicUrl: v.optional(
    v.pipe(
      text,
      v.regex(/^https?:\/\/[^\s/]+(?:\/[^\s/]+)*$/, 'must be an absolute address without a slash at the end'),
    ),
  ),
  language: v.optional(v.pipe(text, v.check(isLanguage, 'must be a BCP 47 tag')), 'en'),
  timeZone: v.optional(v.pipe(text, v.check(isTimeZone, 'must be an IANA time zone')), 'UTC'),
  tagAuthority: v.optional(
    v.pipe(text, v.regex(/^[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'must be <domain>,<year>')),
    'copytaster.invalid,2026',
  ),
  openChannels: v.optional(list, []),
  hubs: v.optional(
    v.pipe(
      list,
      v.everyItem((hub) => objectionTo(hub, false) === undefined, 'must be https addresses on the public internet'),
    ),
    [],
  ),
  service: v.optional(v.pipe(fromText(v.record(v.string(), v.unknown())), v.rawCheck(checkService)), {}),
  memory: v.optional(whole(128, 10_240), 1024),
  architecture: v.optional(v.picklist(['arm64', 'x86_64'], 'must be arm64 or x86_64'), 'arm64'),
  logDays: v.optional(
    v.pipe(
      whole(1, 3653),
      v.check(
        (days) => logRetentions.includes(days),
        'must be one of CloudWatch’s retentions, such as 7, 14, 30, 90 or 365',
      ),
    ),
    30,
  ),
  keepData: v.optional(yesNo, true),
  requestsPerSecond: v.optional(whole(1, 10_000), 200),
  alarmAddress: v.optional(mailAddress),
  // CloudWatch looks back seven days at most.
  quietHours: v.optional(whole(0, 168), 6),
  deskQuietHours: v.optional(
    fromText(
      v.record(
        v.pipe(
          v.string(),
          v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must name desks in up to 64 letters, digits, dots and dashes'),
        ),
        whole(1, 168),
      ),
    ),
    {},
  ),
  refusalAddresses: v.optional(
    fromText(
      v.record(
        v.pipe(v.string(), v.regex(/^(?:\*|[\p{L}\p{N}][\p{L}\p{N}._-]{0,63})$/u, 'must name desks, or * for all')),
        mailAddress,
      ),
    ),
    {},
  ),
  monthlyBudget: v.optional(
    v.pipe(
      v.union(
        [v.number(), v.pipe(v.string(), v.regex(/^\d+(?:\.\d+)?$/, 'must be an amount of USD above 0'))],
        'must be an amount of USD above 0',
      ),
      v.transform(Number),
      v.check((amount) => amount > 0 && amount < 1e9, 'must be an amount of USD above 0'),
    ),
  ),
  runbookUrl: v.optional(
    v.pipe(text, v.regex(/^[^\s#]{1,300}$/, 'must be an address or a path without an anchor')),
    'docs/runbook.md',
  ),
};

/** The service reads them when it starts; here a wrong one stops the deployment instead. */
function checkService({ dataset, addIssue }: v.RawCheckContext<Record<string, unknown>>): void {
  try {
    if (dataset.typed) readSettings(JSON.stringify(dataset.value));
  } catch (error) {
    addIssue({ message: (error as Error).message.replace(/^SETTINGS/, 'is wrong') });
  }
}

export const logRetentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Throws one sentence that names the knob. */
export function readDeploySettings(node: Node): DeploySettings {
  const result = v.safeParse(v.strictObject(knobs), { ...inFile(node), ...onLine(node) });
  if (result.success) return together(result.output);
  const [issue] = result.issues;
  throw new Error(`The setting copytaster:${v.getDotPath(issue)} ${describeIssue(issue)}.`);
}

function inFile(node: Node): object {
  const given: unknown = node.tryGetContext('copytaster') ?? {};
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  throw new Error('The setting copytaster must be an object.');
}

/** All that begin so, also those nobody knows: a name that is misspelt must not pass for a default. */
function onLine(node: Node): object {
  const prefix = 'copytaster:';
  const all = Object.entries(node.getAllContext() as Record<string, unknown>);
  return Object.fromEntries(
    all.filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

/** Knobs that need one another. */
function together(settings: DeploySettings): DeploySettings {
  const { domain, certificateArn, webAclArn } = settings;
  if (domain !== undefined && certificateArn === undefined)
    throw new Error('The setting copytaster:certificateArn is missing: copytaster:domain needs a certificate.');
  if (domain === undefined && (certificateArn ?? webAclArn) !== undefined)
    throw new Error(
      `The setting copytaster:domain is missing: copytaster:${certificateArn === undefined ? 'webAclArn' : 'certificateArn'} is for a domain.`,
    );
  return settings;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
