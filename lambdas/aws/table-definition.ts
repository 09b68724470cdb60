// The table as AWS is to make it: the stacks and the contract tests read it here.

export const tableDefinition = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  /** The second order within a partition, whole items. Index names have at least three characters, so it can't be called `at`. */
  localIndex: { name: 'by-at', sortKey: { name: 'at', type: 'S' }, projection: 'ALL' },
  timeToLiveAttribute: 'forgetAt',
  streamView: 'KEYS_ONLY',
} as const;

const { partitionKey, sortKey, localIndex, streamView } = tableDefinition;

/** The same in the words of DynamoDB's CreateTable and, but for capitals, of CloudFormation. */
export const tableSchema = {
  KeySchema: [hash(partitionKey), range(sortKey)],
  AttributeDefinitions: [partitionKey, sortKey, localIndex.sortKey].map(({ name, type }) => ({
    AttributeName: name,
    AttributeType: type,
  })),
  LocalSecondaryIndexes: [
    {
      IndexName: localIndex.name,
      KeySchema: [hash(partitionKey), range(localIndex.sortKey)],
      Projection: { ProjectionType: localIndex.projection },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: streamView },
};

function hash({ name }: { readonly name: string }) {
  return { AttributeName: name, KeyType: 'HASH' as const };
}

function range({ name }: { readonly name: string }) {
  return { AttributeName: name, KeyType: 'RANGE' as const };
}
