/** One line of the timeline: a theme that opens and closes, or a register with its bars. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import type { Names } from './map-document.ts';
import { breaksOf, periodText, type Stretch } from './periods.ts';
import { type Axis, type GroupRow, placeOf, type RegisterRow, type Row } from './timeline-rows.ts';

interface RowPlace {
  readonly number: number;
  readonly of: number;
  /** Pixels below the first row. */
  readonly top: number;
}

interface TimelineRowProps {
  readonly row: Row;
  readonly place: RowPlace;
  readonly axis: Axis;
  readonly now: number;
  readonly names: Names;
  readonly toggle: (theme: string) => void;
}

function Group({ row, names, toggle }: TimelineRowProps & { readonly row: GroupRow }): JSX.Element {
  const { say, read } = useSpeech();
  const label = read(names.themes.get(row.theme)) || row.theme || say('map.theme.none');
  return (
    <button type="button" class="timeline-group" aria-expanded={row.isOpen} onClick={() => toggle(row.theme)}>
      <span aria-hidden="true">{row.isOpen ? '▾' : '▸'}</span> {label} ({row.count})
    </button>
  );
}

const percent = ({ start, length }: ReturnType<typeof placeOf>) => ({ left: `${start}%`, width: `${length}%` });

type BarsProps = Pick<TimelineRowProps, 'axis' | 'now'> & { readonly stretches: readonly Stretch[] };

/** Told in words beside it: the picture is for those who see it. An open end has an arrow, a break a dotted line. */
function Bars({ stretches, axis, now }: BarsProps): JSX.Element {
  return (
    <div class="timeline-scale" aria-hidden="true">
      {breaksOf(stretches).map((gap) => (
        <span key={`gap ${gap.from}`} class="timeline-gap" style={percent(placeOf(gap, axis, now))} />
      ))}
      {stretches.map((stretch) => (
        <span
          key={stretch.from}
          class={`timeline-bar${stretch.until === null ? ' ongoing' : ''}${stretch.from === null ? ' unbegun' : ''}`}
          style={percent(placeOf(stretch, axis, now))}
        />
      ))}
    </div>
  );
}

function Register({ row, axis, now }: TimelineRowProps & { readonly row: RegisterRow }): JSX.Element {
  const { say, read, langOf, to } = useSpeech();
  const { dataset, stretches } = row;
  const words = { now: say('map.now'), unknown: '?' };
  const gaps = periodText(breaksOf(stretches), words);
  const text = periodText(stretches, words) || say('map.period.none');
  return (
    <>
      <span class="timeline-title">
        <a
          href={to(`/registers/${encodeURIComponent(dataset.id)}`)}
          lang={langOf(dataset.title)}
          title={read(dataset.title)}
        >
          {read(dataset.title) || dataset.id}
        </a>
        <span class="timeline-years">
          {text}
          {gaps !== '' && <span class="visually-hidden">, {say('map.gap', { years: gaps })}</span>}
        </span>
      </span>
      <Bars stretches={stretches} axis={axis} now={now} />
    </>
  );
}

/** The list is longer than what is drawn of it: each line says where in it it stands. */
export function TimelineRow(props: TimelineRowProps): JSX.Element {
  const { row, place } = props;
  return (
    <li
      class={`timeline-row timeline-${row.kind === 'group' ? 'head' : 'register'}`}
      aria-posinset={place.number}
      aria-setsize={place.of}
      style={{ top: `${place.top}px` }}
    >
      {row.kind === 'group' ? <Group {...props} row={row} /> : <Register {...props} row={row} />}
    </li>
  );
}
