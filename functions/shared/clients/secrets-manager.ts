/** The one client of Secrets Manager of a process. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SDK_TRIES } from './tries.ts';

export const secretsManager = new SecretsManagerClient({ maxAttempts: SDK_TRIES });
