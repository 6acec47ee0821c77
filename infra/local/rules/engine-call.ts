/** What a request to an engine asks for, read from how the SDK writes it. */

/** A request to an engine: `dynamodb PutItem ledger`, `s3 PUT raw/owner/ab12.gz`, `sqs DeleteMessageBatch harvest`. */
export interface EngineCall {
  readonly service: 'dynamodb' | 's3' | 'sqs' | 'sns';
  readonly operation: string;
  /** The table, the object's key, the queue or the topic. */
  readonly target: string;
}

/** The parts of a request that say what it is. */
export interface SentRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
}

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : typeof body === 'string' ? body : '';

/** Which service is asked to do what to what. */
export function callOf({ method, path, headers, body }: SentRequest): EngineCall {
  const [service = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  if (service.startsWith('DynamoDB')) {
    const written: { TableName?: string; RequestItems?: object } = JSON.parse(textOf(body));
    const target = written.TableName ?? Object.keys(written.RequestItems ?? {}).join(' ');
    return { service: 'dynamodb', operation, target };
  }
  if (service === 'AmazonSQS') {
    const { QueueUrl = '' }: { QueueUrl?: string } = JSON.parse(textOf(body));
    return { service: 'sqs', operation, target: QueueUrl.split('/').at(-1) ?? '' };
  }
  const isForm = String(headers['content-type'] ?? '').includes('form-urlencoded');
  const form = new URLSearchParams(isForm ? textOf(body) : '');
  const action = form.get('Action');
  if (action !== null) return { service: 'sns', operation: action, target: form.get('TopicArn') ?? '' };
  return { service: 's3', operation: method, target: decodeURIComponent(path.split('/').slice(2).join('/')) };
}

/** An error as the service itself words it, for its SDK to understand. */
export function errorText({ service }: EngineCall, name: string, message: string): { type: string; text: string } {
  const xml = `<Code>${name}</Code><Message>${message}</Message>`;
  if (service === 's3') return { type: 'application/xml', text: `<Error>${xml}</Error>` };
  if (service === 'sns') {
    return { type: 'text/xml', text: `<ErrorResponse><Error><Type>Sender</Type>${xml}</Error></ErrorResponse>` };
  }
  return { type: 'application/x-amz-json-1.0', text: JSON.stringify({ __type: `com.amazonaws#${name}`, message }) };
}
