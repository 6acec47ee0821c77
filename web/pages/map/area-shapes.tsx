/** The areas as they are painted: one path for each tone, however many they are. What can be gone to lies above them as links. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ColourBy } from './address.ts';
import type { AreaLayout, RegisterArea } from './area-layout.ts';
import { pathOf, toneOf } from './tones.ts';

interface AreaShapesProps {
  readonly layout: AreaLayout;
  readonly colour: ColourBy;
  readonly width: number;
  readonly height: number;
}

const byTone = (registers: readonly RegisterArea[], colour: ColourBy): readonly (readonly [string, string])[] =>
  [...Map.groupBy(registers, ({ dataset }) => toneOf(dataset, colour, '').name)].map(([name, inside]) => [
    name,
    pathOf(inside),
  ]);

export function AreaShapes({ layout, colour, width, height }: AreaShapesProps): JSX.Element {
  const { owners, registers } = layout;
  const tones = useMemo(() => byTone(registers, colour), [registers, colour]);
  const unknown = useMemo(() => pathOf(registers.filter(({ isKnown }) => !isKnown)), [registers]);
  return (
    <svg class="area-shapes" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <defs>
        <pattern id="untold" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="untold-line" x1="0" y1="0" x2="0" y2="7" />
        </pattern>
      </defs>
      <path class="shape-owner" d={pathOf(owners)} />
      {tones.map(([name, path]) => (
        <path key={name} class={`shape tone-${name}`} d={path} />
      ))}
      <path fill="url(#untold)" d={unknown} />
    </svg>
  );
}
