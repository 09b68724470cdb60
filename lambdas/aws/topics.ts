// What we use of the client for topics. Loaded through this file, since a package that is loaded late as a whole is bundled as a whole.

export { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
