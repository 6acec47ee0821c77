/** The environment variables of a function: what its rights and settings call for, and nothing else. */
import {
  type AnyQueueName,
  type FunctionSpec,
  namesOf,
  type Setting,
  type TableName,
  type TopicName,
} from './topology-shape.ts';

/** The environment variable that names a table, as the functions' configurations expect it. */
const tableVariable = (table: TableName): string => `TABLE_${table.toUpperCase()}`;

/** The environment variable with a queue's address: `QUEUE_HARVEST_URL`, `QUEUE_HARVEST_DEAD_URL`. */
const queueVariable = (queue: AnyQueueName): string => `QUEUE_${queue.toUpperCase().replaceAll('-', '_')}_URL`;

/** The environment variable with a topic's ARN: the ledger's is TOPIC_LEDGER_ARN. */
const topicVariable = (topic: TopicName): string => `TOPIC_${topic.split('-')[0]?.toUpperCase()}_ARN`;

/** Where things stand on a host: what the variables of a function are made of. */
export interface Addresses {
  readonly table: (name: TableName) => string;
  readonly bucket: string;
  readonly queueUrl: (name: AnyQueueName) => string;
  readonly topicArn: (name: TopicName) => string;
  readonly setting: (name: Setting) => string | undefined;
}

/** The variables of one function: exactly those that its rights and settings call for. */
export function environmentOf(spec: FunctionSpec, addresses: Addresses): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const table of tablesOf(spec)) variables[tableVariable(table)] = addresses.table(table);
  if (Object.keys(spec.objects).length > 0) variables.BUCKET = addresses.bucket;
  for (const queue of [...spec.sends, ...(spec.takes ?? []), ...(spec.counts ?? [])])
    variables[queueVariable(queue)] = addresses.queueUrl(queue);
  for (const topic of spec.publishes) variables[topicVariable(topic)] = addresses.topicArn(topic);
  for (const setting of spec.settings) {
    const value = addresses.setting(setting);
    if (value !== undefined) variables[setting] = value;
  }
  return variables;
}

const tablesOf = (spec: FunctionSpec): TableName[] => namesOf(spec.tables);
