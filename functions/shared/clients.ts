/** One client a service and process: connections are kept between the invocations of a warm function. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

export const dynamo = new DynamoDBClient({});
/** Path style, because an engine on one machine has no host name for each bucket. */
export const s3 = new S3Client({ forcePathStyle: true });
export const sqs = new SQSClient({});
export const sns = new SNSClient({});
export const secretsManager = new SecretsManagerClient({});
