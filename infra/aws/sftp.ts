// Intake for desks that cannot speak S3: an SFTP server of AWS Transfer Family, where each desk sees its own folder of the inbox and nothing else.

import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnServer, CfnUser } from 'aws-cdk-lib/aws-transfer';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { bucketArn, bucketName, printed } from './names.ts';
import type { DeploySettings } from './settings.ts';

export class Sftp extends Stack {
  readonly server: CfnServer;

  constructor(scope: Construct, id: string, settings: DeploySettings, props: StackProps) {
    super(scope, id, props);
    const log = new LogGroup(this, 'SftpLog', { retention: settings.logDays, removalPolicy: RemovalPolicy.DESTROY });
    this.server = new CfnServer(this, 'Server', {
      protocols: ['SFTP'],
      domain: 'S3',
      endpointType: 'PUBLIC',
      identityProviderType: 'SERVICE_MANAGED',
      securityPolicyName: 'TransferSecurityPolicy-2024-01',
      structuredLogDestinations: [log.logGroupArn],
    });
    for (const [desk, keys] of Object.entries(settings.sftpDesks)) addDesk(this, settings, desk, keys);
    new CfnOutput(this, 'SftpEndpoint', {
      value: `${this.server.attrServerId}.server.transfer.${this.region}.amazonaws.com`,
    });
  }
}

function addDesk(stack: Sftp, settings: DeploySettings, desk: string, keys: readonly string[]): void {
  const role = new Role(stack, `Desk-${desk}`, {
    assumedBy: new ServicePrincipal('transfer.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: { inbox: ownFolder(settings, desk) },
  });
  acknowledge(
    role,
    `AwsSolutions-IAM5[Resource::${printed(`${bucketArn(settings, 'inbox')}/${desk}/*`)}]`,
    'Names of uploads are not known beforehand; the desk’s folder is.',
  );
  new CfnUser(stack, `User-${desk}`, {
    serverId: stack.server.attrServerId,
    userName: desk,
    role: role.roleArn,
    homeDirectoryType: 'LOGICAL',
    homeDirectoryMappings: [{ entry: '/', target: `/${bucketName(settings, 'inbox')}/${desk}` }],
    sshPublicKeys: [...keys],
  });
}

/** Lists, sends and reads its own; nothing is removed over SFTP. */
function ownFolder(settings: DeploySettings, desk: string): PolicyDocument {
  const inbox = bucketArn(settings, 'inbox');
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['s3:ListBucket'],
        resources: [inbox],
        conditions: { StringLike: { 's3:prefix': [`${desk}/*`, desk] } },
      }),
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [`${inbox}/${desk}/*`],
      }),
    ],
  });
}
