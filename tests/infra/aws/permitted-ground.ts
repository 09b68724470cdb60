// A ground that lets a function do what its role in the template allows, and refuses everything else as AWS does.

import type { Peek } from '../../../shared/dead-letters.ts';
import { deskTables } from '../../../shared/desk-tables.ts';
import type { Ground } from '../../../shared/ground.ts';
import type { Objects, Table } from '../../../shared/ports.ts';

export type Permit = {
  readonly action: string;
  /** As `resourceOf` prints it; `*` stands for anything. */
  readonly resource: string;
  /** Patterns of the partition keys it is for. Default all. */
  readonly partitions?: readonly string[];
};

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys'?: readonly string[] } };
};
type Resource = {
  readonly Type: string;
  readonly Properties?: { readonly PolicyDocument?: { readonly Statement: readonly Statement[] } };
};

/** `resources` of a template; what the role of the function `id` may. */
export function permitsOf(resources: Readonly<Record<string, unknown>>, id: string): readonly Permit[] {
  const policies = Object.entries(resources as Readonly<Record<string, Resource>>).filter(
    ([name, { Type }]) => Type === 'AWS::IAM::Policy' && name.startsWith(`${id}Role`),
  );
  return policies
    .flatMap(([, { Properties }]) => Properties!.PolicyDocument!.Statement)
    .flatMap(({ Action, Resource: on, Condition }) => {
      const keys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
      return [Action]
        .flat()
        .flatMap((action) =>
          [on]
            .flat()
            .map(
              (each): Permit => ({ action, resource: resourceOf(each), ...(keys && { partitions: [keys].flat() }) }),
            ),
        );
    });
}

/** Without partition, region and account: `s3:::copytaster-prod-feeds/overflow/*`, `table/copytaster-prod`, `Pushes`. */
export function resourceOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  const joined = /^\{"Fn::Join":\["",(.+)\]\}$/.exec(text);
  if (!joined)
    return (
      /"(?:Fn::GetAtt":\["|Ref":"|OutputName":"PublishOutput(?:Ref|FnGetAtt))([A-Za-z]+?)[0-9A-F]{8}/.exec(text)?.[1] ??
      text
    );
  const parts = (JSON.parse(joined[1]!) as readonly unknown[]).map((part) => (typeof part === 'string' ? part : ''));
  return parts
    .join('')
    .replace(/^arn::(?:dynamodb:::)?/, '')
    .replace(/(s3:::copytaster-prod-(?:access-logs|[a-z]+))--/, '$1');
}

/** Throws where the function would be refused. */
export function permittedGround(ground: Ground, permits: readonly Permit[]): Ground {
  const ask = (action: string, resource: string, partition?: string): void => {
    const allowed = permits.some(
      (permit) =>
        permit.action === action &&
        fits(permit.resource, resource) &&
        (permit.partitions === undefined || permit.partitions.some((pattern) => fits(pattern, partition!))),
    );
    if (!allowed)
      throw new Error(`AccessDenied: ${action} on ${resource}${partition === undefined ? '' : `, ${partition}`}`);
  };
  const inbox = permittedObjects(ground.inbox, 'inbox', ask);
  return {
    ...ground,
    inbox,
    feeds: permittedObjects(ground.feeds, 'feeds', ask),
    media: permittedObjects(ground.media, 'media', ask),
    table: permittedTable(ground.table, ask),
    tables: deskTables(inbox, ground.settings.rules, ground.clock),
    ...(ground.deadUploads && { deadUploads: permittedPeek(ground.deadUploads, ask) }),
  };
}

function permittedPeek(peek: Peek, ask: Ask): Peek {
  return async function* () {
    for (const action of ['GetQueueAttributes', 'ReceiveMessage', 'ChangeMessageVisibility'])
      ask(`sqs:${action}`, 'DeadUploads');
    yield* peek();
  };
}

type Ask = (action: string, resource: string, partition?: string) => void;

function fits(pattern: string, name: string): boolean {
  return new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  ).test(name);
}

function permittedObjects(objects: Objects, store: string, ask: Ask): Objects {
  const bucket = `s3:::copytaster-prod-${store}`;
  return {
    async get(key, version) {
      ask(version === undefined ? 's3:GetObject' : 's3:GetObjectVersion', `${bucket}/${key}`);
      const object = await objects.get(key, version);
      // Without the right to list, what is missing is forbidden.
      if (!object) ask('s3:ListBucket', bucket);
      return object;
    },
    async put(key, bytes, about) {
      ask('s3:PutObject', `${bucket}/${key}`);
      return objects.put(key, bytes, about);
    },
    async delete(key) {
      ask('s3:DeleteObject', `${bucket}/${key}`);
      await objects.delete(key);
    },
    async list(prefix, cursor) {
      ask('s3:ListBucket', bucket);
      return objects.list(prefix, cursor);
    },
  };
}

function permittedTable(table: Table, ask: Ask): Table {
  const name = 'table/copytaster-prod';
  return {
    async get(key) {
      ask('dynamodb:GetItem', name, key.pk);
      return table.get(key);
    },
    async put(item, condition) {
      ask('dynamodb:PutItem', name, item.pk);
      return table.put(item, condition);
    },
    async delete(key) {
      ask('dynamodb:DeleteItem', name, key.pk);
      await table.delete(key);
    },
    async query(query) {
      ask('dynamodb:Query', query.by === 'at' ? `${name}/index/by-at` : name, query.pk);
      return table.query(query);
    },
  };
}
