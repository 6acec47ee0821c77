/** One register: what it is, what it holds, since when, how to get at it, and how good its description is. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { AnswerView } from '../../parts/answer-view.tsx';
import { type DeadLink, DeadLinks } from '../../parts/outer-link.tsx';
import { RegisterView } from './register-view.tsx';
import { RemovedRegister, tombstoneOf } from './removed-register.tsx';
import { ToldRegister } from './told.tsx';

const loadRegister = async (id: string, signal: AbortSignal) => {
  const [dataset, properties] = await Promise.all([
    answerOf(api.GET('/v1/datasets/{id}', { params: { path: { id } }, signal })),
    answerOf(api.GET('/v1/properties', { signal })),
  ]);
  return { dataset, properties };
};

const loadLinks = (id: string, signal: AbortSignal) =>
  answerOf(api.GET('/v1/datasets/{id}/links', { params: { path: { id } }, signal }));

type Links = Awaited<ReturnType<typeof loadLinks>>;

/** Those that do not work, by address. */
const deadLinks = (links: Links | undefined): ReadonlyMap<string, DeadLink> =>
  new Map(
    links?.items
      .filter(({ status }) => status === 'dead')
      .map(({ url, says, firstFailure }) => [url, { says, since: firstFailure }]),
  );

/** What the links are like comes after the page: nobody waits for it, and without it none is marked. */
export function RegisterPage(): JSX.Element {
  const { id = '' } = useRoute().params;
  const answer = useAnswer(`register ${id}`, (signal) => loadRegister(id, signal));
  const links = useAnswer(`links of ${id}`, (signal) => loadLinks(id, signal)).held?.value;
  const dead = useMemo(() => deadLinks(links), [links]);
  const tombstone = answer.kind === 'failed' ? tombstoneOf(answer.failure) : undefined;
  if (tombstone) return <RemovedRegister id={id} tombstone={tombstone} />;
  return (
    <AnswerView answer={answer}>
      {(told) => (
        <ToldRegister.Provider value={told}>
          <DeadLinks.Provider value={dead}>
            <RegisterView />
          </DeadLinks.Provider>
        </ToldRegister.Provider>
      )}
    </AnswerView>
  );
}
