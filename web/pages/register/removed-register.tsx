/** A register that is no longer in the catalogue: when, why, and what stands in its place. */
import type { JSX } from 'preact';
import type { Failure } from '../../api/failure.ts';
import { codeOf } from '../../api/failure.ts';
import { useSpeech } from '../../language.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { isNode } from './description.ts';
import { History } from './history-section.tsx';

const CAUSES = ['source-removed', 'mapping-changed', 'manual', 'withdrawn'] as const;

export interface Tombstone {
  readonly deletedAt: string | undefined;
  readonly cause: (typeof CAUSES)[number] | undefined;
  readonly replacedBy: string | undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a refusal says of a removal; undefined for every other failure. */
export function tombstoneOf(failure: Failure): Tombstone | undefined {
  if (failure.kind !== 'refused' || codeOf(failure) !== 'dataset-removed') return undefined;
  const tombstone: unknown = Object.entries(failure.problem).find(([key]) => key === 'tombstone')?.[1];
  const told = isNode(tombstone) ? tombstone : {};
  return {
    deletedAt: textOf(told.deletedAt),
    cause: CAUSES.find((cause) => cause === told.cause),
    replacedBy: textOf(told.replacedBy),
  };
}

/** The history stays: what was there can still be read in it. */
export function RemovedRegister({
  id,
  tombstone,
}: {
  readonly id: string;
  readonly tombstone: Tombstone;
}): JSX.Element {
  const { say, date, to } = useSpeech();
  const { deletedAt, cause, replacedBy } = tombstone;
  return (
    <>
      <PageHead title={say('removed.title')} />
      <Notice kind="warning">
        <p>{deletedAt === undefined ? say('removed.some') : say('removed.when', { when: date(deletedAt) })}</p>
        {cause && <p>{say(`cause.${cause}`)}</p>}
        {replacedBy && (
          <p>
            {say('removed.replaced')} <a href={to(`/registers/${replacedBy}`)}>{replacedBy}</a>
          </p>
        )}
      </Notice>
      <p>
        {say('removed.id')} <code>{id}</code>
      </p>
      <h2>{say('register.history')}</h2>
      <History id={id} />
    </>
  );
}
