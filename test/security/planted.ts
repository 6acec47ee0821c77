/** Everything that a system on one machine has told or kept, as one list of texts to look through. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { routes } from '#functions/api/api.ts';
import type { Host } from '#infra/local/host.ts';
import { topology } from '#infra/topology.ts';
import { namesOf } from '#infra/topology-shape.ts';

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

/** Asks the API as the operator. */
export const asOperator =
  ({ address, operatorToken }: Pick<Host, 'address' | 'operatorToken'>) =>
  (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${address}${path}`, {
      method,
      headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
    });

interface Subjects {
  /** What may stand for `{id}`, by the first word of the path. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly seqs: readonly string[];
}

/** Every GET of the API with whatever there is to be asked for, its headers and its bytes. Signed links have tests of their own. */
export async function answersOf(send: ReturnType<typeof asOperator>, { ids, seqs }: Subjects): Promise<Told[]> {
  const targets = Object.entries(routes).flatMap(([path, methods]) => {
    if (!('GET' in methods) || path.includes('{token}')) return [];
    const forms = (ids[path.split('/')[2] ?? ''] ?? ['1']).map((id) => path.replace('{id}', id));
    const numbered = forms.flatMap((form) =>
      form.includes('{seq}') ? seqs.map((seq) => form.replace('{seq}', seq)) : form,
    );
    return numbered.map((form) => ({ path, target: form.replaceAll(/\{\w+\}/g, '1') }));
  });
  const told: Told[] = [];
  for (const { path, target } of targets) {
    const response = await send('GET', target);
    const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
    const text = `${JSON.stringify([...response.headers])}\n${body}`;
    told.push({ where: `answer ${response.status} ${path} ${target}`, text });
  }
  return told;
}
