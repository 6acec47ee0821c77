/** The variables that handlers read when they are loaded, as at a cold start: the embedded engines, with the topology's names. */
import { allQueues, topology } from '#infra/topology.ts';
import { namesOf } from '#infra/topology-shape.ts';
import { type Engines, testBucket } from '#test/engines.ts';
import { BASE, LINK_SECRET, TOKEN } from './api/scene.ts';

const queueVariable = (queue: string): string => `QUEUE_${queue.toUpperCase().replaceAll('-', '_')}_URL`;

/** Sets them in this process; `more` are those of the handlers that a test loads. */
export function setHandlerEnvironment({ endpoints }: Engines, more: Readonly<Record<string, string>> = {}): void {
  const queues = allQueues.map((queue) => [queueVariable(queue), `${endpoints.fauxqs}/000000000000/${queue}`]);
  const tables = namesOf(topology.tables).map((table) => [`TABLE_${table.toUpperCase()}`, table]);
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamo,
    AWS_ENDPOINT_URL_S3: endpoints.fauxqs,
    AWS_ENDPOINT_URL_SQS: endpoints.fauxqs,
    AWS_ENDPOINT_URL_SNS: endpoints.fauxqs,
    ...Object.fromEntries([...queues, ...tables]),
    BUCKET: testBucket,
    TOPIC_LEDGER_ARN: 'arn:aws:sns:eu-central-1:000000000000:ledger-appended',
    PUBLIC_URL: `${BASE}/`,
    OPERATOR_TOKEN: TOKEN,
    LINK_SECRET,
    ...more,
  });
}
