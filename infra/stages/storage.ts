/** What must outlive every deployment: the tables and the bucket. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { namesOf, type TableName, type TableSpec, type Topology } from '#infra/topology.ts';

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

export class Storage extends Construct {
  readonly tables: Readonly<Record<TableName, Table>>;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, topology: Topology) {
    super(scope, id);
    const tables = namesOf(topology.tables).map((name) => [name, this.#table(name, topology.tables[name])]);
    // One for each name, by the line above.
    this.tables = Object.fromEntries(tables) as Record<TableName, Table>;
    this.bucket = new Bucket(this, 'bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
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

  #table(name: TableName, { partition, sort, indexes = [] }: TableSpec): Table {
    const key = (attribute: string) => ({ name: attribute, type: AttributeType.STRING });
    const table = new Table(this, name, {
      partitionKey: key(partition),
      sortKey: key(sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
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
