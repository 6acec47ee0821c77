/** The web pages' files: a bucket that nobody but CloudFront reads, and what fills it at each deployment. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, type BucketDeploymentProps, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { FILE_CACHE, OTHER_CACHE, PAGE_CACHE } from '#infra/web-headers.ts';

/** Where the files lie in the bucket, which is where they lie on the host (web/vite.config.ts). */
const FOLDER = 'web';

/** What the build leaves beside the pages for itself (infra/local/web-build.ts, Vite's manifest). */
const NOT_PAGES = ['.*'];

/** The command line that copies the files is slow to start with less. */
const FILLER_MB = 512;

export class Pages extends Construct {
  readonly bucket: IBucket;

  /** @param folder the built pages. */
  constructor(scope: Construct, id: string, folder: string) {
    super(scope, id);
    const bucket = new Bucket(this, 'bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // Everything in it follows from the checkout, so it goes with its stack.
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
    // CDK's classes leave undefined what its interfaces leave out, which the compiler tells apart here.
    this.bucket = bucket as IBucket;
    const archive = new Asset(this, 'archive', { path: folder, exclude: NOT_PAGES });
    this.#fill(archive, this.#filler(archive));
  }

  /**
   * Files first and the page that names them last, so that no reader gets a page whose files are not there yet. Files of older
   * versions stay: a page that is open still asks for them.
   */
  #fill(archive: Asset, role: Role): void {
    const logGroup = new LogGroup(this, 'log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const deploy = (id: string, cache: string, which: Partial<BucketDeploymentProps>): BucketDeployment => {
      const deployment = new BucketDeployment(this, id, {
        sources: [Source.bucket(archive.bucket, archive.s3ObjectKey)],
        destinationBucket: this.bucket,
        destinationKeyPrefix: FOLDER,
        prune: false,
        // The bucket empties itself when it goes.
        retainOnDelete: true,
        memoryLimit: FILLER_MB,
        // As it is: CDK would add whole families of actions.
        role: role.withoutPolicyUpdates(),
        logGroup,
        cacheControl: [CacheControl.fromString(cache)],
        ...which,
      });
      deployment.node.addDependency(role);
      return deployment;
    };
    const files = deploy('files', FILE_CACHE, { exclude: ['*'], include: ['assets/*'] });
    const others = deploy('others', OTHER_CACHE, { exclude: ['assets/*', 'index.html'] });
    const page = deploy('page', PAGE_CACHE, {
      exclude: ['*'],
      include: ['index.html'],
      contentType: 'text/html; charset=utf-8',
    });
    page.node.addDependency(files, others);
  }

  /** Reads the one archive and writes the pages: it deletes nothing. */
  #filler(archive: Asset): Role {
    const role = new Role(this, 'filler', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const allow = (actions: string[], resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
    allow(['s3:GetObject'], archive.bucket.arnForObjects(archive.s3ObjectKey));
    allow(['s3:ListBucket'], this.bucket.bucketArn);
    allow(['s3:PutObject', 's3:AbortMultipartUpload'], this.bucket.arnForObjects(`${FOLDER}/*`));
    return role;
  }
}
