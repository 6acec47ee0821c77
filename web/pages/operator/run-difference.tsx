/** What a run changed, or would change, property by property. */
import type { JSX } from 'preact';
import type { paths } from '#client/api-types.ts';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import type { Names } from '../../parts/property-names.ts';
import { usePropertyNames } from '../../parts/use-property-names.ts';
import { BeforeAfter } from './before-after.tsx';
import { PagedView } from './paged-view.tsx';
import type { Run } from './types.ts';

type Difference =
  paths['/v1/runs/{id}/difference']['get']['responses'][200]['content']['application/json']['items'][number];

const SHOWN = 20;

function DifferenceItem({ item, names }: { readonly item: Difference; readonly names: Names }): JSX.Element {
  const { say, read, langOf, to } = useSpeech();
  const { type, returns, id, title, changed } = item;
  return (
    <li>
      <details>
        <summary>
          {say(`op.difference.${type}`)}
          {returns && `, ${say('op.difference.returns')}`}: <span lang={langOf(title)}>{read(title) || id}</span>
        </summary>
        <p>
          <a href={to(`/registers/${id}`)}>{id}</a>
        </p>
        {changed.length > 0 && <BeforeAfter label={id} changed={changed} names={names} />}
      </details>
    </li>
  );
}

export function RunDifference({ run }: { readonly run: Run }): JSX.Element | null {
  const { say } = useSpeech();
  const names = usePropertyNames();
  const isRunning = run.state === 'running';
  const pages = usePages(isRunning ? undefined : `difference ${run.id} ${run.state}`, (cursor, signal) =>
    answerOf(
      api.GET('/v1/runs/{id}/difference', {
        params: { path: { id: run.id }, query: { limit: SHOWN, ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
      }),
    ),
  );
  if (isRunning) return null;
  return (
    <section>
      <h2>{say('op.difference')}</h2>
      <PagedView pages={pages} empty={say('op.difference.none')}>
        {(items) => (
          <ul class="plain-list">
            {items.map((item) => (
              <DifferenceItem key={item.id} item={item} names={names} />
            ))}
          </ul>
        )}
      </PagedView>
    </section>
  );
}
