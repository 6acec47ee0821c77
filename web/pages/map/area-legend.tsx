/** What the marks and colours of the areas mean, and how many registers have each. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Speech, useSpeech } from '../../language.tsx';
import type { ColourBy } from './address.ts';
import { NOTHING_TOLD } from './area-links.tsx';
import type { Mapped, Names } from './map-document.ts';
import { toneOf } from './tones.ts';

interface AreaLegendProps {
  readonly datasets: readonly Mapped[];
  readonly colour: ColourBy;
  readonly names: Names;
  readonly hasUnknown: boolean;
}

function labelOf({ grade, themes }: Mapped, { colour, names }: AreaLegendProps, { say, read }: Speech): string {
  if (colour === 'grade') return grade === null ? say('grade.none') : say('map.grade', { letter: grade });
  const [theme] = themes;
  return theme === undefined ? say('map.theme.none') : read(names.themes.get(theme)) || theme;
}

export function AreaLegend(props: AreaLegendProps): JSX.Element {
  const { datasets, colour, hasUnknown } = props;
  const speech = useSpeech();
  const entries = useMemo(() => {
    const groups = Map.groupBy(datasets, (dataset) => toneOf(dataset, colour, NOTHING_TOLD).mark);
    return [...groups].sort(([a, inA], [b, inB]) => (colour === 'grade' ? (a < b ? -1 : 1) : inB.length - inA.length));
  }, [datasets, colour]);
  return (
    <ul class="area-legend" aria-label={speech.say('map.legend')}>
      {entries.map(([mark, [first, ...others]]) =>
        first === undefined ? null : (
          <li key={mark}>
            <span class={`legend-mark tone-${toneOf(first, colour, '').name}`}>{mark}</span>{' '}
            {labelOf(first, props, speech)} ({speech.number(others.length + 1)})
          </li>
        ),
      )}
      {hasUnknown && (
        <li>
          <svg class="legend-untold" viewBox="0 0 20 20" aria-hidden="true">
            <rect width="20" height="20" fill="url(#untold)" />
          </svg>{' '}
          {speech.say('map.legend.untold')}
        </li>
      )}
    </ul>
  );
}
