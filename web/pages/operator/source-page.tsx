/** One source: how it is, what can be done, its runs over time, and its settings. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ConsoleFrame } from './console-frame.tsx';
import { everyText } from './measures.ts';
import { RunHistory } from './run-history.tsx';
import { SourceActs } from './source-acts.tsx';
import { SourceDrift } from './source-drift.tsx';
import { SourceForm } from './source-form.tsx';
import { SourceRenames } from './source-renames.tsx';
import { StateMark } from './state-mark.tsx';
import type { SourceDocument } from './types.ts';

/** While a run is under way, and while somebody waits for one that was just asked for. */
const EVERY_MS = 5_000;

interface Loaded {
  readonly source: SourceDocument;
  readonly etag: string;
}

async function load(id: string, signal: AbortSignal): Promise<Loaded> {
  const call = await api.GET('/v1/sources/{id}', { params: { path: { id } }, signal, cache: 'no-cache' });
  const source = await answerOf(Promise.resolve(call));
  return { source, etag: call.response.headers.get('etag') ?? '*' };
}

function Facts({ source }: { readonly source: SourceDocument }): JSX.Element {
  const { say, read, langOf, to, dateTime, language } = useSpeech();
  const { id, owner, format, url, schedule, latestRun } = source;
  return (
    <dl class="facts">
      <dt>{say('op.sources.owner')}</dt>
      <dd lang={langOf(owner.name)}>{read(owner.name) || owner.id}</dd>
      <dt>{say('op.sources.format')}</dt>
      <dd>{format}</dd>
      <dt>{say('op.source.address')}</dt>
      <dd>
        <a href={url} rel="noopener noreferrer nofollow">
          {url}
        </a>
      </dd>
      <dt>{say('op.source.every')}</dt>
      <dd>{everyText(schedule?.every ?? '', language)}</dd>
      {latestRun && (
        <>
          <dt>{say('op.source.latest')}</dt>
          <dd>
            <a href={to(`/operator/runs/${latestRun.id}`)}>{dateTime(latestRun.startedAt)}</a>{' '}
            <StateMark state={latestRun.state} />
          </dd>
        </>
      )}
      <dt>{say('op.overview.board.live')}</dt>
      <dd>
        <a href={`${to('/')}?source=${id}`}>{say('op.source.registers')}</a>
      </dd>
    </dl>
  );
}

/** Whose the definition is, and who changed it. */
function Managed({ source }: { readonly source: SourceDocument }): JSX.Element {
  const { say, dateTime } = useSpeech();
  const { managedBy, edited, removedFromFile } = source;
  return (
    <>
      <p>
        {say(managedBy === 'api' ? 'op.source.from-api' : 'op.source.from-file')}{' '}
        {edited && say('op.source.edited', { time: dateTime(edited.at), name: edited.by })}
      </p>
      {removedFromFile && <Notice kind="warning" title={say('op.source.left-file')} />}
    </>
  );
}

function SourceView({ loaded, again }: { readonly loaded: Loaded; readonly again: () => void }): JSX.Element {
  const { say } = useSpeech();
  const { source, etag } = loaded;
  const { id, latestRun, definition, version } = source;
  // A form that is being filled in stays: it is made anew only for a version that was saved here, or by who asks for it.
  const [form, setForm] = useState({ definition, etag, version });
  const reload = () => setForm({ definition, etag, version });
  const isOutdated = form.version !== version;
  return (
    <>
      <Facts source={source} />
      <Managed source={source} />
      <SourceActs id={id} isEnabled={source.enabled !== false} onDone={again} />
      <RunHistory source={id} latest={`${latestRun?.id} ${latestRun?.state}`} />
      {latestRun && <SourceDrift run={latestRun.id} state={latestRun.state} />}
      <SourceRenames id={id} latest={`${latestRun?.id} ${latestRun?.state}`} />
      <h2>{say('op.source.settings')}</h2>
      {isOutdated && (
        <button type="button" class="button button-secondary" onClick={reload}>
          {say('op.source.reload')}
        </button>
      )}
      <SourceForm key={form.version} base={form.definition} etag={form.etag} onKept={again} />
    </>
  );
}

export function SourcePage(): JSX.Element {
  const { read, langOf } = useSpeech();
  const { id = '' } = useRoute().params;
  const answer = useAnswer(`source ${id}`, (signal) => load(id, signal), { every: EVERY_MS });
  const title = answer.held?.value.source.title;
  return (
    <ConsoleFrame>
      <PageHead title={read(title) || id} lang={langOf(title)} />
      <AnswerView answer={answer}>
        {(loaded) => <SourceView key={id} loaded={loaded} again={answer.again} />}
      </AnswerView>
    </ConsoleFrame>
  );
}
