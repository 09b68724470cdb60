// CloudFront before the counter, under the service's own name. What is in open channels is kept near its readers; everything else goes through to the counter.

import { CfnOutput, Duration, Fn, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  CachedMethods,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { DeploySettings } from './settings.ts';

/** A name of its own that partners reach the service by. */
export type Domain = { readonly domain: string; readonly certificateArn: string; readonly webAclArn?: string };

export class Edge extends Stack {
  readonly distribution: Distribution;

  /** `apiEndpoint`: `https://…`, which may be a token. */
  constructor(
    scope: Construct,
    id: string,
    { stage }: DeploySettings,
    { domain, certificateArn, webAclArn }: Domain,
    apiEndpoint: string,
    props: StackProps,
  ) {
    super(scope, id, props);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Copytaster ${stage}`,
      domainNames: [domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(webAclArn !== undefined && { webAclId: webAclArn }),
      defaultBehavior: {
        origin: new HttpOrigin(Fn.select(2, Fn.split('/', apiEndpoint)), { readTimeout: Duration.seconds(15) }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachedMethods: CachedMethods.CACHE_GET_HEAD,
        cachePolicy: makeCachePolicy(this, stage),
        // Keys come as headers; the API answers to its own name alone.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
        compress: true,
      },
    });
    if (webAclArn === undefined)
      acknowledge(
        this.distribution,
        'AwsSolutions-CFR2',
        'A web ACL is a setting of its own, since it costs by the month; the API limits requests, and every partner has an allowance.',
      );
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR3',
      'Its logs hold the query, in which a partner’s key may stand. Who asks with a key is passed through to the counter, which counts it.',
    );
    acknowledge(
      this.distribution,
      'AwsSolutions-CFR1',
      'Partners are admitted by key; where they are is their own affair.',
    );
    new CfnOutput(this, 'DistributionName', {
      value: this.distribution.distributionDomainName,
      description: `Point ${domain} here (CNAME or alias)`,
    });
  }
}

/**
 * The counter says how long an answer may be kept: open channels for a minute, what needed a key not at all ("private"), and that is kept to.
 * So a key must not be part of what answers are told apart by, or every partner would fill a cache of its own; as `?key=` it stands in the address, which is.
 */
function makeCachePolicy(stack: Stack, stage: string): CachePolicy {
  return new CachePolicy(stack, 'Caching', {
    cachePolicyName: `copytaster-${stage.toLowerCase()}`,
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(1),
    queryStringBehavior: CacheQueryStringBehavior.allowList('day', 'since', 'limit', 'key', 'diff', 'cursor'),
    headerBehavior: CacheHeaderBehavior.allowList('A-IM'),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}
