/** The map: owners, kinds of register and registers as areas within each other. */
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { useSpeech } from '../../language.tsx';
import { colours, queryOf, sizes } from './address.ts';
import { hasOwner, layoutOf } from './area-layout.ts';
import { AreaLegend } from './area-legend.tsx';
import { AreaLinks } from './area-links.tsx';
import { AreaShapes } from './area-shapes.tsx';
import { Choice } from './choice.tsx';
import type { DrawnProps } from './drawn-props.ts';
import { namesOf } from './map-document.ts';
import { useFrame } from './use-frame.ts';
import { useRoving } from './use-roving.ts';

function Choices({ state, go }: DrawnProps): JSX.Element {
  const { say } = useSpeech();
  return (
    <div class="choices">
      <Choice
        id="size"
        label={say('map.size')}
        value={state.size}
        options={sizes.map((size) => [size, say(`map.size.${size}`)])}
        onChange={(size) => go({ ...state, size })}
      />
      <Choice
        id="colour"
        label={say('map.colour')}
        value={state.colour}
        options={colours.map((colour) => [colour, say(`map.colour.${colour}`)])}
        onChange={(colour) => go({ ...state, colour })}
      />
    </div>
  );
}

/** Where one is: all owners, or one of them with the way back. */
function Place({ map, state }: DrawnProps): JSX.Element | null {
  const { say, read, to } = useSpeech();
  const { zoom } = state;
  if (zoom === undefined) return null;
  const owner = map.owners.find(({ id }) => id === zoom);
  return (
    <nav class="breadcrumbs area-place" aria-label={say('map.zoom.place')}>
      <ol class="breadcrumbs__list">
        <li class="breadcrumbs__list-item">
          <a class="breadcrumbs__link" href={to(`/${queryOf({ ...state, zoom: undefined })}`)}>
            {say('map.zoom.all')}
          </a>
        </li>
        <li class="breadcrumbs__list-item" aria-current="true">
          {read(owner?.name) || say('map.owner.none')}
        </li>
      </ol>
    </nav>
  );
}

export function AreaMap(props: DrawnProps): JSX.Element {
  const { map, state } = props;
  const { say, to } = useSpeech();
  const ref = useRef<HTMLDivElement>(null);
  const { width, height } = useFrame(ref);
  const { size, colour } = state;
  const zoom = state.zoom !== undefined && hasOwner(map.datasets, state.zoom) ? state.zoom : undefined;
  const layout = useMemo(() => layoutOf(map.datasets, { width, height, size, zoom }), [map, width, height, size, zoom]);
  const names = useMemo(() => namesOf(map), [map]);
  const roving = useRoving(ref, layout);
  const { unknown, registers } = layout;
  return (
    <div class="area-view">
      <Choices {...props} />
      <Place {...props} state={{ ...state, zoom }} />
      {size !== 'equal' && unknown > 0 && (
        <p class="area-unknown" role="status">
          {say(unknown === registers.length ? 'map.unknown.all' : 'map.unknown', { count: unknown })}
        </p>
      )}
      <AreaLegend datasets={map.datasets} colour={colour} names={names} hasUnknown={size !== 'equal' && unknown > 0} />
      {/* biome-ignore lint/a11y/useSemanticElements: a set of links, not of fields. */}
      <div
        class="area-map"
        ref={ref}
        tabIndex={-1}
        role="group"
        aria-label={say('map.view.map')}
        aria-describedby="area-hint"
        {...roving}
      >
        <AreaShapes {...{ layout, colour, width, height }} />
        <AreaLinks {...{ layout, names, state: { ...state, zoom } }} />
      </div>
      <p id="area-hint" class="form-hint">
        {say('map.area.hint')} <a href={to(`/${queryOf({ ...state, view: 'list' })}`)}>{say('map.area.list')}</a>
      </p>
    </div>
  );
}
