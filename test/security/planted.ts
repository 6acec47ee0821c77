/** Everything that a system on one machine has told or kept, as one list of texts to look through. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { namesOf, topology } from '#infra/topology.ts';

export interface Told {
  readonly where: string;
  readonly text: string;
}

const GZIP = 0x1f8b;

/** What is packed is looked through as what it holds. */
const textOf = (bytes: Uint8Array): string => {
  const buffer = Buffer.from(bytes);
  const isPacked = buffer.length > 2 && buffer.readUInt16BE(0) === GZIP;
  return (isPacked ? gunzipSync(buffer) : buffer).toString('latin1');
};

/** Every item of every table. */
export async function tablesOf(client: DynamoDBClient): Promise<Told[]> {
  const told: Told[] = [];
  for (const table of namesOf(topology.tables)) {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
    for (const item of Items) {
      const binary = Object.values(item).flatMap(({ B }) => (B ? [textOf(B)] : []));
      told.push({
        where: `table ${table}: ${JSON.stringify(item.pk)}`,
        text: [JSON.stringify(item), ...binary].join('\n'),
      });
    }
  }
  return told;
}

/** Every object of the bucket. */
export async function objectsOf(client: S3Client, bucket: string): Promise<Told[]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Promise.all(
    Contents.map(async ({ Key = '' }) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return { where: `object ${Key}`, text: textOf((await Body?.transformToByteArray()) ?? new Uint8Array()) };
    }),
  );
}

/** Every file below a folder. */
export function filesOf(folder: string): Told[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ where: `file ${file.slice(folder.length)}`, text: textOf(readFileSync(file)) }));
}
