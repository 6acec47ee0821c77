/** How good the description is, what makes it so, and what would make it better. */
import type { JSX } from 'preact';
import { useAnswer } from '../../api/use-answer.ts';
import { useSpeech } from '../../language.tsx';
import { AnswerView } from '../../parts/answer-view.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { rowsOf } from '../../parts/property-rows.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { type LoadedQuality, loadQuality, type Quality } from './load-quality.ts';
import { QualityHistory } from './quality-history.tsx';
import { Section } from './section.tsx';
import { useTold } from './told.tsx';

/** So many are read; the report of the owner has them all. */
const GAINS = 8;

type Gain = Quality['gains'][number];

function GradeParts({ quality, metrics }: LoadedQuality): JSX.Element {
  const { say, read, number, to } = useSpeech();
  const labels = new Map(Object.entries(metrics.sets));
  const heads = [say('quality.set'), say('quality.share'), say('quality.weight')];
  return (
    <>
      <ScrollTable label={say('quality.parts')} heads={heads}>
        {quality.grade.parts.map(({ set, share, weight }) => (
          <tr key={set}>
            <th scope="row">{read(labels.get(set)) || set}</th>
            <td>{share === null ? say('quality.untold') : `${number(Math.round(share * 100))} %`}</td>
            <td>{number(weight)}</td>
          </tr>
        ))}
      </ScrollTable>
      <p>
        <a href={to('/about#scores')}>{say('quality.method')}</a>
      </p>
    </>
  );
}

/** What would be mended, as a property is called; the owner's yearly confirmation is none. */
function GainName({ property }: { readonly property: string }): JSX.Element {
  const { say, read } = useSpeech();
  const { properties } = useTold();
  const [name = '', key = ''] = property.split('.');
  const row = rowsOf(properties, name).get(key);
  return <strong>{row ? read(row.label) : say('quality.confirmation')}</strong>;
}

function GainItem({ gain, quality }: { readonly gain: Gain; readonly quality: Quality }): JSX.Element {
  const { say, read, number } = useSpeech();
  const finding = quality.findings.find(({ code }) => gain.findings.includes(code));
  const points = number(Math.round(gain.grade * 1000) / 10);
  return (
    <li>
      <GainName property={gain.property} /> – {say('quality.gain', { points, letter: gain.letter })},{' '}
      {say(`effort.${gain.effort}`)}
      {finding && <p>{read(finding.text)}</p>}
    </li>
  );
}

function QualityView(loaded: LoadedQuality): JSX.Element {
  const { say, number, dateTime } = useSpeech();
  const { quality } = loaded;
  const { letter, share } = quality.grade;
  const worthwhile = quality.gains.filter(({ grade }) => grade > 0);
  return (
    <>
      <p>
        <GradeMark letter={letter} /> {say('quality.is', { share: number(Math.round(share * 100)) })}{' '}
        {say('quality.assessed', { when: dateTime(quality.assessedAt) })}
        {quality.outdated && ` ${say('quality.outdated')}`}
      </p>
      <GradeParts {...loaded} />
      {worthwhile.length > 0 && (
        <>
          <h3>{say('quality.gains')}</h3>
          <ol class="gains">
            {worthwhile.slice(0, GAINS).map((gain) => (
              <GainItem key={gain.property} gain={gain} quality={quality} />
            ))}
          </ol>
        </>
      )}
      <QualityHistory history={quality.history} />
    </>
  );
}

/** The grade of a register's description. */
export function QualitySection(): JSX.Element {
  const { id } = useTold().dataset;
  const answer = useAnswer(`quality ${id}`, (signal) => loadQuality(id, signal));
  return (
    <Section part="quality">
      <AnswerView answer={answer}>{(loaded) => <QualityView {...loaded} />}</AnswerView>
    </Section>
  );
}
