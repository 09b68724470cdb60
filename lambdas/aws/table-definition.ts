// The table as AWS is to make it: the stacks and the contract tests read it here.

export const tableDefinition = {
  partitionKey: { name: 'pk', type: 'S' },
  sortKey: { name: 'sk', type: 'S' },
  /** The second order within a partition, whole items. Index names have at least three characters, so it can't be called `at`. */
  localIndex: { name: 'by-at', sortKey: { name: 'at', type: 'S' }, projection: 'ALL' },
  timeToLiveAttribute: 'forgetAt',
  streamView: 'KEYS_ONLY',
} as const;

const { partitionKey, sortKey, localIndex } = tableDefinition;

/** The same in the words of DynamoDB's CreateTable and, but for capitals, of CloudFormation. */
export const tableSchema = {
  KeySchema: [
    { AttributeName: partitionKey.name, KeyType: 'HASH' },
    { AttributeName: sortKey.name, KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [partitionKey, sortKey, localIndex.sortKey].map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
  LocalSecondaryIndexes: [
    {
      IndexName: localIndex.name,
      KeySchema: [
        { AttributeName: partitionKey.name, KeyType: 'HASH' as const },
        { AttributeName: localIndex.sortKey.name, KeyType: 'RANGE' as const },
      ],
      Projection: { ProjectionType: localIndex.projection },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: tableDefinition.streamView },
} satisfies object;
