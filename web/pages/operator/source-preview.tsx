/** What a definition gives, before it is kept. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { English } from '../../parts/english.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { usePropertyNames } from '../../parts/use-property-names.ts';
import { ProblemItem } from './run-problems.tsx';
import type { SourcePreview } from './types.ts';

type Part = { readonly preview: SourcePreview };

function Manners({ preview: { robots, politeness } }: Part): JSX.Element {
  const { say } = useSpeech();
  const { requestsPerSecond: rate, concurrency, quietHours } = politeness;
  const delay = robots.kind === 'allowed' ? robots.delaySeconds : 0;
  return (
    <>
      <h3>{say('op.preview.manners')}</h3>
      <ul>
        <li>{say(`op.preview.robots.${robots.kind}`, { delay })}</li>
        <li>{say('op.preview.rate', { rate, concurrency })}</li>
        {quietHours && <li>{say('op.preview.quiet', quietHours)}</li>}
      </ul>
    </>
  );
}

function Requests({ preview: { requests } }: Part): JSX.Element {
  const { say, number } = useSpeech();
  const heads = ['address', 'status', 'time', 'bytes'] as const;
  return (
    <>
      <h3>{say('op.preview.requests')}</h3>
      <ScrollTable label={say('op.preview.requests')} heads={heads.map((head) => say(`op.requests.${head}`))}>
        {requests.map(({ url, at, status, ms, bytes }) => (
          <tr key={`${url} ${at}`}>
            <th scope="row">{url}</th>
            <td>{status ?? say('op.requests.no-answer')}</td>
            <td class="number">{number(Math.round(ms))} ms</td>
            <td class="number">{sizeText(bytes, number)}</td>
          </tr>
        ))}
      </ScrollTable>
    </>
  );
}

function Records({ preview: { records, score } }: Part): JSX.Element | null {
  const { say, read, langOf } = useSpeech();
  if (records.length === 0) return null;
  return (
    <>
      <h3>{say('op.preview.records')}</h3>
      {score && (
        <p>
          {say('op.preview.score', {
            grade: score.grade,
            records: score.records,
            points: Math.round(score.mqa.points),
            of: score.mqa.of,
          })}
        </p>
      )}
      <ScrollTable
        label={say('op.preview.records')}
        heads={[say('op.preview.name'), say('op.preview.outcome'), say('op.records.reason')]}
      >
        {records.map(({ id, identifier, title, outcome, reason }, index) => (
          <tr key={`${id} ${index}`}>
            <th scope="row" lang={langOf(title)}>
              {read(title) || identifier || id || '–'}
            </th>
            <td>{say(`op.outcome.${outcome}`)}</td>
            <td>
              <English>{reason ?? '–'}</English>
            </td>
          </tr>
        ))}
      </ScrollTable>
    </>
  );
}

function Problems({ preview: { problems } }: Part): JSX.Element | null {
  const { say } = useSpeech();
  const names = usePropertyNames();
  if (problems.length === 0) return null;
  return (
    <>
      <h3>{say('op.problems')}</h3>
      <ul class="plain-list">
        {problems.map((problem, index) => (
          <ProblemItem key={index} problem={problem} names={names} />
        ))}
      </ul>
    </>
  );
}

function Summary({ preview }: Part): JSX.Element {
  const { say } = useSpeech();
  const { ended, whole, wouldHold, wouldRemove } = preview;
  return (
    <ul>
      {whole && <li>{say('op.preview.whole')}</li>}
      {ended && <li>{say(`op.preview.ended.${ended}`)}</li>}
      {wouldHold.count > 0 && <li>{say('op.preview.would-hold', { count: wouldHold.count })}</li>}
      {wouldRemove.count > 0 && <li>{say('op.preview.would-remove', { count: wouldRemove.count })}</li>}
    </ul>
  );
}

export function SourcePreviewView({ preview, isTest }: Part & { readonly isTest: boolean }): JSX.Element {
  const { say, read } = useSpeech();
  const { failure } = preview;
  return (
    <div class="source-preview">
      <h2>{say('op.preview')}</h2>
      {failure && (
        <Notice kind="error" title={say('op.preview.nothing')}>
          <p>{read(failure.text)}</p>
          <p>
            <English>{failure.message}</English>
          </p>
        </Notice>
      )}
      {!failure && isTest && <p>{say('op.preview.connected')}</p>}
      {!failure && !isTest && <Summary preview={preview} />}
      {!isTest && <Records preview={preview} />}
      <Problems preview={preview} />
      <Requests preview={preview} />
      <Manners preview={preview} />
    </div>
  );
}
