import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import { rebuildPorts } from '#functions/rebuild-views/rebuild-ports.ts';
import { rebuildView } from '#functions/rebuild-views/rebuild-views.ts';
import { snsAnnounce } from '#functions/shared/announce.ts';
import { suffixAt } from '#functions/shared/clock.ts';
import { dynamoErasedContacts } from '#functions/shared/dynamo-erased-contacts.ts';
import { dynamoLeaseStore } from '#functions/shared/dynamo-lease-store.ts';
import { dynamoRunStore } from '#functions/shared/dynamo-run-store.ts';
import { lambda } from '#functions/shared/lambda.ts';
import { removeLetters } from '#functions/shared/letters-folder.ts';
import { maskTable } from '#functions/shared/masked-table.ts';
import { readConfig } from '#functions/shared/read-config.ts';
import { Config } from './config.ts';
import { type Erased, eraseContacts } from './erase-contacts.ts';

/** An object of some hundred MB, or a portion of a view. */
const STEP_MS = 120_000;

const config = readConfig(Config);
const rebuilding = rebuildPorts(config);
const { TABLE_LEDGER, TABLE_CATALOGUE, TABLE_CONTROL, TABLE_QUALITY, TABLE_WEBHOOKS } = config;

export const handler = lambda((_event: unknown, context: Context): Promise<Erased> => {
  const outOfTime = () => context.getRemainingTimeInMillis() < STEP_MS;
  const ports = rebuilding(outOfTime);
  return eraseContacts({
    ...{ ledger: ports.ledger, objects: ports.objects, base: ports.addresses.base, clock: Date.now, outOfTime },
    erased: dynamoErasedContacts(TABLE_CONTROL),
    runs: dynamoRunStore(TABLE_CONTROL),
    leases: dynamoLeaseStore(TABLE_CONTROL),
    suffix: suffixAt,
    announce: snsAnnounce(config.TOPIC_LEDGER_ARN),
    tables: [TABLE_LEDGER, TABLE_CATALOGUE, TABLE_CONTROL, TABLE_QUALITY, TABLE_WEBHOOKS],
    maskTable,
    removeLetters: (isErased) => removeLetters(config.MAIL_FOLDER, isErased),
    rebuild: (view) => rebuildView(ports, view),
    pause: delay,
  });
});
