/** The harvest of the owner's own site: how it went, what was wrong, what the next one would change. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { Notice } from '../../parts/notice.tsx';
import { OwnProblems } from './own-problems.tsx';
import type { OwnerReport, OwnerView } from './owner-view.ts';

type Source = OwnerView['sources'][number];

function Latest({ latestRun }: Pick<Source, 'latestRun'>): JSX.Element {
  const { say, ago } = useSpeech();
  if (!latestRun) return <p>{say('ol.last.never')}</p>;
  const { startedAt, state, reason, counts } = latestRun;
  return (
    <>
      <p>{say('ol.last', { when: ago(startedAt), state: say(`run.${state}`) })}</p>
      {reason !== null && <p>{say('ol.reason', { reason })}</p>}
      <p>{say('ol.counts', counts)}</p>
    </>
  );
}

function Preview({ preview }: Pick<Source, 'preview'>): JSX.Element | null {
  const { say, read, langOf } = useSpeech();
  if (!preview) return null;
  if (preview.state === 'running') return <p role="status">{say('ol.preview.running')}</p>;
  const { would, registers, reason } = preview;
  return (
    <div class="card own-preview">
      <div class="card-content">
        <h4>{say('ol.preview.title')}</h4>
        {reason !== null && <p>{say('ol.reason', { reason })}</p>}
        {would && <p>{say('ol.preview.would', would)}</p>}
        <ul>
          {registers.map(({ id, title, type }) => (
            <li key={id}>
              {type}: <span lang={langOf(title)}>{read(title) || id}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface SourceProps {
  readonly source: Source;
  readonly token: string;
  readonly again: () => void;
}

function OwnSource({ source, token, again }: SourceProps): JSX.Element {
  const { say, read, langOf } = useSpeech();
  const { id, title, url, latestRun, preview } = source;
  const ask = async (what: 'harvest' | 'preview') => {
    const asked = { params: { path: { token } }, body: { source: id } };
    await answerOf(
      what === 'harvest'
        ? api.POST('/v1/owner-links/{token}/harvest', asked)
        : api.POST('/v1/owner-links/{token}/preview', asked),
    );
    return what;
  };
  const act = useAct(ask, again);
  const isAtWork = act.state.kind === 'working';
  return (
    <div class="own-source">
      <h3 lang={langOf(title)}>{read(title) || id}</h3>
      <p class="soft">{url}</p>
      <Latest latestRun={latestRun} />
      <p class="button-row">
        <button type="button" class="button button-primary" disabled={isAtWork} onClick={() => act.run('harvest')}>
          {say('ol.harvest.now')}
        </button>
        <button type="button" class="button button-secondary" disabled={isAtWork} onClick={() => act.run('preview')}>
          {say('ol.preview.now')}
        </button>
      </p>
      <ActResult state={act.state}>
        {(what) => (
          <Notice kind="success">
            <p>{say(`ol.${what}.done`)}</p>
          </Notice>
        )}
      </ActResult>
      <Preview preview={preview} />
    </div>
  );
}

interface OwnHarvestProps {
  readonly view: OwnerView;
  readonly report: OwnerReport | undefined;
  readonly token: string;
  readonly again: () => void;
}

export function OwnHarvest({ view, report, token, again }: OwnHarvestProps): JSX.Element {
  const { say } = useSpeech();
  return (
    <section aria-labelledby="harvest">
      <h2 id="harvest">{say('ol.harvest')}</h2>
      {view.sources.map((source) => (
        <OwnSource key={source.id} source={source} token={token} again={again} />
      ))}
      {report && <OwnProblems report={report} />}
    </section>
  );
}
