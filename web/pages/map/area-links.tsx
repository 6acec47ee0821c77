/** The areas as links: an owner leads into the map, a register to its page. Each says in full what is only hinted at in the picture. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Speech, useSpeech } from '../../language.tsx';
import { type MapState, queryOf } from './address.ts';
import {
  type AreaLayout,
  type GroupArea,
  HEAD_WIDTH,
  KIND_HEAD,
  type KindArea,
  NOBODY,
  OWNER_HEAD,
  REACHABLE,
  type RegisterArea,
} from './area-layout.ts';
import { breakable } from './breakable.tsx';
import type { Names } from './map-document.ts';
import { toneOf } from './tones.ts';
import { usePortions } from './use-portions.ts';

interface AreaLinksProps {
  readonly layout: AreaLayout;
  readonly names: Names;
  readonly state: MapState;
}

/** Room that a title needs beside the mark. */
const TITLE_WIDTH = 44;
const LINE = 17;

const boxStyle = ({ x, y, width, height }: GroupArea | RegisterArea) => ({
  left: `${x}px`,
  top: `${y}px`,
  width: `${width}px`,
  height: `${height}px`,
});

/** Where nothing is told there is a dash. */
export const NOTHING_TOLD = '–';

function numberText({ dataset, isKnown }: RegisterArea, { size }: MapState, { say }: Speech): string {
  if (size === 'equal') return '';
  if (!isKnown) return say(`map.number.${size}.none`);
  return say(`map.number.${size}`, { count: dataset[size] ?? 0 });
}

/** What is said of a register behind its title: whose it is, how well it is described, and the number by which it is sized. */
function restOf(area: RegisterArea, { names, state }: AreaLinksProps, speech: Speech): string {
  const { owner, grade, themes } = area.dataset;
  const { read, say } = speech;
  const [theme = ''] = themes;
  const coloured =
    state.colour === 'grade'
      ? grade === null
        ? say('grade.none')
        : say('map.grade', { letter: grade })
      : read(names.themes.get(theme)) || theme || say('map.theme.none');
  const parts = [read(names.owners.get(owner ?? '')), coloured, numberText(area, state, speech)];
  return parts.filter((part) => part !== '').join(', ');
}

/** Its name is what stands in it, seen or not: whoever speaks to the machine says what is seen (WCAG 2.5.3). */
function RegisterLink({ area, ...props }: AreaLinksProps & { readonly area: RegisterArea }): JSX.Element {
  const speech = useSpeech();
  const { read, langOf, to, language } = speech;
  const { dataset, width, height } = area;
  const title = read(dataset.title) || dataset.id;
  const rest = restOf(area, props, speech);
  const lines = Math.floor((height - 8) / LINE) - 1;
  const isTitled = width >= TITLE_WIDTH && lines > 0;
  return (
    <a
      class="area area-register"
      tabIndex={-1}
      href={to(`/registers/${encodeURIComponent(dataset.id)}`)}
      style={boxStyle(area)}
      title={`${title}, ${rest}`}
    >
      <span class="area-mark" aria-hidden="true">
        {toneOf(dataset, props.state.colour, NOTHING_TOLD).mark}
      </span>
      <span
        class={isTitled ? 'area-title' : 'visually-hidden'}
        lang={langOf(dataset.title)}
        style={isTitled ? { WebkitLineClamp: lines } : {}}
      >
        {isTitled ? breakable(title) : title}
        <span class="visually-hidden" lang={language}>
          , {rest}
        </span>
      </span>
    </a>
  );
}

function OwnerLink({ area, names, state }: AreaLinksProps & { readonly area: GroupArea }): JSX.Element {
  const { say, read, to, number } = useSpeech();
  const owner = read(names.owners.get(area.id)) || say('map.owner.none');
  const rest = say('map.zoom.into', { count: area.count });
  const isNamed = area.width >= HEAD_WIDTH && area.height >= 2 * OWNER_HEAD;
  return (
    <a
      class="area area-owner"
      tabIndex={-1}
      href={to(`/${queryOf({ ...state, zoom: area.id })}`)}
      style={boxStyle(area)}
      title={`${owner}, ${rest}`}
    >
      <span class={isNamed ? 'area-owner-name' : 'visually-hidden'}>
        {owner}
        <span class="visually-hidden">, {rest}</span>
        <span aria-hidden="true"> ({number(area.count)})</span>
      </span>
    </a>
  );
}

function KindHead({ area, names }: { readonly area: KindArea; readonly names: Names }): JSX.Element {
  const { say, read } = useSpeech();
  const label = read((area.by === 'type' ? names.kinds : names.themes).get(area.id)) || area.id || say('map.kind.none');
  return (
    <span class="area-kind" style={{ ...boxStyle(area), height: `${KIND_HEAD}px` }}>
      {label} ({area.count})
    </span>
  );
}

const isReachable = ({ width, height }: RegisterArea): boolean => width >= REACHABLE && height >= REACHABLE;

/** Owners come before their registers, so that the arrow keys go through an owner before they go to the next. */
export function AreaLinks(props: AreaLinksProps): JSX.Element {
  const { layout, names, state } = props;
  const inside = useMemo(() => {
    const reachable = layout.registers.filter(isReachable);
    return Map.groupBy(reachable, ({ dataset }) => dataset.owner ?? NOBODY);
  }, [layout]);
  const count = useMemo(() => [...inside.values()].reduce((sum, areas) => sum + areas.length, 0), [inside]);
  let left = usePortions(layout, count);
  const registersOf = (owner: string) => {
    const drawn = (inside.get(owner) ?? []).slice(0, Math.max(0, left));
    left -= drawn.length;
    return drawn.map((area) => <RegisterLink key={area.dataset.id} {...props} area={area} />);
  };
  return (
    <>
      {state.zoom !== undefined && registersOf(state.zoom)}
      {layout.owners.map((area) => (
        <div key={area.id} class="area-group">
          <OwnerLink {...props} area={area} />
          {registersOf(area.id)}
        </div>
      ))}
      {layout.kinds.map((area) => (
        <KindHead key={`${area.by} ${area.id} ${area.x} ${area.y}`} area={area} names={names} />
      ))}
    </>
  );
}
