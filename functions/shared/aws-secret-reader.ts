/** Secrets in AWS Secrets Manager, as `datalandkort/<name>`: the harvest function may read these and no other. */
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretsManager } from './clients/secrets-manager.ts';
import { translated } from './failures.ts';
import { MissingSecret, type SecretReader } from './secret-reader.ts';

const PREFIX = 'datalandkort/';

/** @throws MissingSecret for a name without a secret; TransientFailure | PermanentFailure when the service cannot be asked. */
export const awsSecrets = (client: SecretsManagerClient = secretsManager): SecretReader => ({
  async read(name) {
    const SecretId = `${PREFIX}${name}`;
    const missing = () =>
      new MissingSecret(`The secret "${name}" is not set: make ${SecretId} in AWS Secrets Manager, as plain text.`);
    const ask = async () => {
      try {
        return await client.send(new GetSecretValueCommand({ SecretId }));
      } catch (error) {
        if (error instanceof Error && error.name === 'ResourceNotFoundException') throw missing();
        throw error;
      }
    };
    const { SecretString } = await translated(ask).catch((error: unknown) => {
      throw error instanceof Error && error.cause instanceof MissingSecret ? error.cause : error;
    });
    if (!SecretString) throw missing();
    return SecretString;
  },
});
