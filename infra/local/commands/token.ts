/** `token`: makes an access token for somebody who may do a part of what an operator may. */
import { hasCatalogue, openDataFolder, settingsOf } from '../data-folder.ts';
import type { Command } from '../options.ts';
import { FolderInUse, NOT_ALL_WELL, Refusal } from '../refusal.ts';
import { issueToken, type SigningKey } from '../token-issuer.ts';

/** The folder is opened so that a key is made where there is none yet; one in use has its key already. */
function keyOf(data: string): SigningKey {
  try {
    const folder = openDataFolder(data);
    folder.release();
    return folder.settings.signingKey;
  } catch (error) {
    if (error instanceof FolderInUse) return settingsOf(data).signingKey;
    throw error;
  }
}

/** Prints the token alone. @throws Refusal when there is no catalogue in the folder, or another issuer is in charge. */
export async function token({ data, scopes, subject, days }: Extract<Command, { kind: 'token' }>): Promise<number> {
  if (process.env.DATALANDKORT_TOKEN_ISSUER !== undefined) {
    throw new Refusal('DATALANDKORT_TOKEN_ISSUER is set: tokens are that issuer’s to make.');
  }
  if (!hasCatalogue(data)) {
    throw new Refusal(`There is no catalogue in ${data}: harvest first, or name its folder with --data.`, NOT_ALL_WELL);
  }
  process.stdout.write(`${await issueToken(keyOf(data), { subject, scopes, days })}\n`);
  return 0;
}
