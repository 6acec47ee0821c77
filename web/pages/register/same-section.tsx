/** Other descriptions of the same register, and where they disagree. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { DifferenceTable } from '../../parts/difference-table.tsx';
import { Said } from '../../parts/said.tsx';
import { Section } from './section.tsx';

const loadSame = (id: string, signal: AbortSignal) =>
  answerOf(
    api.GET('/v1/datasets/{id}/same-as', { params: { path: { id }, query: { include: 'differences' } }, signal }),
  );

type Same = Awaited<ReturnType<typeof loadSame>>['items'][number];

function SameItem({ same, isPreferred }: { readonly same: Same; readonly isPreferred: boolean }): JSX.Element {
  const { say, to, read } = useSpeech();
  const differences = (same.differences ?? []).map(({ here, there, ...told }) => ({
    ...told,
    one: here,
    other: there,
  }));
  return (
    <li>
      <h3>
        <a href={to(`/registers/${same.id}`)}>
          <Said text={same.title} />
        </a>
      </h3>
      <p>
        {say('same.source', { source: same.source.id })} {isPreferred && say('same.preferred')}
      </p>
      {differences.length > 0 && (
        <DifferenceTable
          label={say('same.differences', { title: read(same.title) })}
          one={say('same.here')}
          other={say('same.there')}
          differences={differences}
        />
      )}
    </li>
  );
}

/** Says so where nobody else describes it. */
export function SameSection({ id }: { readonly id: string }): JSX.Element {
  const { say } = useSpeech();
  const answer = useAnswer(`same ${id}`, (signal) => loadSame(id, signal));
  return (
    <Section part="same">
      <AnswerView answer={answer}>
        {({ items, preferred }) =>
          items.length === 0 ? (
            <p>{say('same.none')}</p>
          ) : (
            <ul class="same-list">
              {items.map((same) => (
                <SameItem key={same.id} same={same} isPreferred={preferred === same.id} />
              ))}
            </ul>
          )
        }
      </AnswerView>
    </Section>
  );
}
