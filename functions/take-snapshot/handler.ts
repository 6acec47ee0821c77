import { dynamoCatalogueStore } from '#functions/shared/dynamo-catalogue-store.ts';
import { dynamoCheckpointStore } from '#functions/shared/dynamo-checkpoint-store.ts';
import { dynamoLedger } from '#functions/shared/dynamo-ledger.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { s3ObjectStore } from '#functions/shared/s3-object-store.ts';
import { Addresses } from '#publishing/addresses.ts';
import { Config } from './config.ts';
import { type Taken, takeSnapshot } from './take-snapshot.ts';

const config = readConfig(Config);
const objects = s3ObjectStore(config.BUCKET);

const ports = {
  ledger: dynamoLedger({ table: config.TABLE_LEDGER, objects }),
  catalogue: dynamoCatalogueStore({ table: config.TABLE_CATALOGUE, objects }),
  checkpoints: dynamoCheckpointStore(config.TABLE_CATALOGUE),
  objects,
  addresses: new Addresses(config.PUBLIC_URL),
  clock: Date.now,
};

export const handler = lambda((): Promise<Taken> => takeSnapshot(ports));
