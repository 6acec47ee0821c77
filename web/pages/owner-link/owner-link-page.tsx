/** The page behind the signed link in an owner's letter: their registers as others see them, and what to mend. */
import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf, codeOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { OwnActions } from './own-actions.tsx';
import { OwnHarvest } from './own-harvest.tsx';
import { OwnLetters } from './own-letters.tsx';
import { OwnRegisters } from './own-registers.tsx';
import { OwnStanding } from './own-standing.tsx';
import type { OwnerView } from './owner-view.ts';

/** While something is under way that the owner has asked for. */
const SOON_MS = 5_000;

const isUnderWay = ({ sources }: OwnerView): boolean =>
  sources.some(({ latestRun, preview }) => latestRun?.state === 'running' || preview?.state === 'running');

function VoidLink(): JSX.Element {
  const { say } = useSpeech();
  return (
    <>
      <PageHead title={say('ol.void.title')} />
      <Notice kind="warning">
        <p>{say('ol.void.text')}</p>
      </Notice>
    </>
  );
}

interface OwnPageProps {
  readonly view: OwnerView;
  readonly token: string;
  /** Something was done: what is shown may be another thing now. */
  readonly again: () => void;
}

function OwnPage({ view, token, again }: OwnPageProps): JSX.Element {
  const { say, read } = useSpeech();
  const { id, name } = view.owner;
  const report = useAnswer(`report ${id}`, (signal) =>
    answerOf(api.GET('/v1/owners/{id}/report', { params: { path: { id } }, signal })),
  );
  return (
    <>
      <PageHead title={say('ol.title', { owner: read(name) || id })}>
        <p>{say('ol.intro')}</p>
      </PageHead>
      <AnswerView answer={report}>
        {(document) => (
          <>
            <OwnStanding report={document} />
            <OwnActions report={document} />
          </>
        )}
      </AnswerView>
      <OwnRegisters
        view={view}
        report={report.held?.value}
        token={token}
        again={() => {
          again();
          report.again();
        }}
      />
      <OwnHarvest view={view} report={report.held?.value} token={token} again={again} />
      <OwnLetters view={view} token={token} />
    </>
  );
}

/** `/da/owner/{token}`. */
export function OwnerLinkPage(): JSX.Element {
  const { token = '' } = useRoute().params;
  const answer = useAnswer(`owner-link ${token}`, (signal) =>
    answerOf(api.GET('/v1/owner-links/{token}', { params: { path: { token } }, signal })),
  );
  // Looked at again and again only while the owner waits for something.
  const waiting = answer.held !== undefined && isUnderWay(answer.held.value);
  useAnswer(waiting ? `waiting ${token}` : undefined, async () => answer.again(), { every: SOON_MS });
  if (answer.kind === 'failed' && codeOf(answer.failure) === 'link-void') return <VoidLink />;
  return (
    <AnswerView answer={answer}>{(view) => <OwnPage view={view} token={token} again={answer.again} />}</AnswerView>
  );
}
