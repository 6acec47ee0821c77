/** What must outlive every deployment: the tables and the bucket, and beside it the bucket of the logs. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { namesOf, type TableName, type TableSpec, type Topology } from '#infra/topology-shape.ts';

/** Old versions of a source's state are kept so long: a person must have time to notice that one went wrong. */
const OLD_VERSIONS_DAYS = 30;
/** The search file is a view and changes with every harvest: old ones are no use to anybody, and large. */
const OLD_SEARCH_FILES_DAYS = 1;
/** Snapshots follow from the log: what was cleared away can be taken again, and they are large. */
const OLD_SNAPSHOTS_DAYS = 1;
/** Parts of an upload that was cut off cost money and are listed nowhere. */
const UNFINISHED_UPLOADS_DAYS = 2;

/**
 * A run clears what it held back when it ends, and the reaper what a dead one did; this is for what neither could. No run is
 * under way for so long.
 */
const HELD_BACK_DAYS = 30;

/** What a page that saves a file may read of it. */
const EXPOSED = ['Content-Disposition', 'ETag'];
/** A browser may remember that it was let in for an hour, as with the API. */
const CORS_SECONDS = 3600;

/** Who asked for what is personal data: kept for as long as it takes to find out what happened, and no longer. */
const LOG_DAYS = 30;

const CLOSED = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
};

/** A bucket with something in it can only go when it is emptied first. */
const removedWith = (kept: boolean) =>
  kept ? { removalPolicy: RemovalPolicy.RETAIN } : { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true };

export interface StorageProps {
  readonly topology: Topology;
  /** Whether it outlives its stack. */
  readonly kept: boolean;
}

export class Storage extends Construct {
  readonly tables: Readonly<Record<TableName, Table>>;
  readonly bucket: Bucket;
  /** Who read what in the bucket, and whom CloudFront answered (request-log.ts). */
  readonly logs: Bucket;

  constructor(scope: Construct, id: string, { topology, kept }: StorageProps) {
    super(scope, id);
    const tables = namesOf(topology.tables).map((name) => [name, this.#table(name, topology.tables[name], kept)]);
    // One for each name, by the line above.
    this.tables = Object.fromEntries(tables) as Record<TableName, Table>;
    this.logs = new Bucket(this, 'logs', {
      ...CLOSED,
      // Both logs are let in by the bucket's policy; no list of access on an object is obeyed.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      ...removedWith(kept),
      lifecycleRules: [{ expiration: Duration.days(LOG_DAYS) }],
    });
    this.bucket = new Bucket(this, 'bucket', {
      ...CLOSED,
      versioned: true,
      ...removedWith(kept),
      serverAccessLogsBucket: this.logs as IBucket,
      serverAccessLogsPrefix: 'objects/',
      // A page follows the API to what is too large for an answer. The signed address is the key; any page may use one it has.
      cors: [
        { allowedOrigins: ['*'], allowedMethods: [HttpMethods.GET], exposedHeaders: EXPOSED, maxAge: CORS_SECONDS },
      ],
      lifecycleRules: [
        { prefix: 'search/', noncurrentVersionExpiration: Duration.days(OLD_SEARCH_FILES_DAYS) },
        { prefix: 'snapshots/', noncurrentVersionExpiration: Duration.days(OLD_SNAPSHOTS_DAYS) },
        {
          noncurrentVersionExpiration: Duration.days(OLD_VERSIONS_DAYS),
          abortIncompleteMultipartUploadAfter: Duration.days(UNFINISHED_UPLOADS_DAYS),
        },
        { prefix: 'held-back/', expiration: Duration.days(HELD_BACK_DAYS) },
      ],
    });
  }

  /**
   * Nothing in a table ages by itself: what is not needed any more is deleted by whoever knows that it is not (deliveries beyond
   * their number, leases that were given back), so no attribute is an expiry. Encrypted with a key of DynamoDB's own.
   */
  #table(name: TableName, { partition, sort, indexes = [] }: TableSpec, kept: boolean): Table {
    const key = (attribute: string) => ({ name: attribute, type: AttributeType.STRING });
    const table = new Table(this, name, {
      partitionKey: key(partition),
      sortKey: key(sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: kept,
      removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const index of indexes) {
      table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: key(index.partition),
        sortKey: key(index.sort),
      });
    }
    return table;
  }
}
