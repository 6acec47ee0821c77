/** The timeline: since when each register has data, and where it has none in between. Only the rows that are seen are drawn. */
import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../../language.tsx';
import type { DrawnProps } from './drawn-props.ts';
import { namesOf } from './map-document.ts';
import { SpanInput } from './span-input.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { type Axis, axisOf, groupedRows, placeOf, registerRows, shownRows } from './timeline-rows.ts';
import { useFrame } from './use-frame.ts';
import { useWide } from './use-wide.ts';

/** A title beside its bar, or above it where there is no room beside. */
const ROW_HEIGHT = { wide: 36, narrow: 60 } as const;

function AxisLine({ axis }: { readonly axis: Axis }): JSX.Element {
  return (
    <div class="timeline-axis" aria-hidden="true">
      <div class="timeline-scale">
        {axis.ticks.map((year) => (
          <span key={year} style={{ left: `${placeOf({ from: year, until: year }, axis, year).start}%` }}>
            {year}
          </span>
        ))}
      </div>
    </div>
  );
}

function useTimeline({ map, state }: DrawnProps, now: number) {
  const { from, until } = state.covering;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const registers = useMemo(() => registerRows(map.datasets, { from, until }, now), [map, from, until, now]);
  const rows = useMemo(() => groupedRows(registers, closed), [registers, closed]);
  const axis = useMemo(() => axisOf(registers, now), [registers, now]);
  const toggle = (theme: string) =>
    setClosed((before) => new Set(before.has(theme) ? [...before].filter((one) => one !== theme) : [...before, theme]));
  return { registers, rows, axis, toggle };
}

type RowsProps = Pick<DrawnProps, 'map'> & { readonly line: ReturnType<typeof useTimeline>; readonly now: number };

function Rows({ map, line, now }: RowsProps): JSX.Element {
  const { say } = useSpeech();
  const { rows, axis, toggle } = line;
  const ref = useRef<HTMLDivElement>(null);
  const { height } = useFrame(ref);
  const [top, setTop] = useState(0);
  const rowHeight = useWide() ? ROW_HEIGHT.wide : ROW_HEIGHT.narrow;
  const names = useMemo(() => namesOf(map), [map]);
  const { first, end } = shownRows(rows.length, rowHeight, { top, height });
  return (
    <section
      class="timeline"
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
      aria-label={say('map.view.timeline')}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <AxisLine axis={axis} />
      <ul class="timeline-rows" style={{ height: `${rows.length * rowHeight}px` }}>
        {rows.slice(first, end).map((row, place) => (
          <TimelineRow
            key={row.kind === 'group' ? `group ${row.theme}` : row.dataset.id}
            {...{ row, axis, now, names, toggle }}
            place={{ number: first + place + 1, of: rows.length, top: (first + place) * rowHeight }}
          />
        ))}
      </ul>
    </section>
  );
}

export function Timeline(props: DrawnProps): JSX.Element {
  const { map, state, go } = props;
  const { say } = useSpeech();
  const now = new Date().getFullYear();
  const { covering } = state;
  const isChosen = covering.from !== undefined || covering.until !== undefined;
  const line = useTimeline(props, now);
  const { registers } = line;
  const untold = registers.filter(({ stretches }) => stretches.length === 0).length;
  return (
    <div class="timeline-view">
      <fieldset class="covering">
        <legend class="form-label">{say('map.covering')}</legend>
        <SpanInput
          name="covering"
          span={covering}
          hint={say('map.covering.hint')}
          onChange={(next) => go({ ...state, covering: next })}
        />
      </fieldset>
      <p role="status">
        {isChosen
          ? say('map.covering.count', { count: registers.length, total: map.datasets.length })
          : say('map.timeline.untold', { count: untold })}
      </p>
      {registers.length > 0 && <Rows map={map} line={line} now={now} />}
    </div>
  );
}
