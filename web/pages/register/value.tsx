/** A value of a record, by what the table of properties says of it. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import { OuterLink } from '../../parts/outer-link.tsx';
import { dateText, periodText } from '../../parts/period-text.ts';
import { type Row, rowsOf } from '../../parts/property-rows.ts';
import { Said } from '../../parts/said.tsx';
import { sizeText } from '../../parts/size-text.ts';
import { headedNode, isNode, isText, type Node } from './description.ts';
import { useTold } from './told.tsx';

/** Nodes hold nodes; what is deeper is not shown, as whoever wrote it may have written it without end. */
const DEEPEST = 4;

/** A concept by its name; one that no vocabulary has is its address. */
function Concept({ iri }: { readonly iri: string }): JSX.Element {
  const label = useTold().dataset.labels[iri];
  return label ? <Said text={label} /> : <OuterLink href={iri} />;
}

/** Texts by language: those of the page's language, where there are any. */
function Texts({ value }: { readonly value: Node }): JSX.Element {
  const lists = Object.entries(value).map(([key, list]) => [key, [list].flat().map(String).join(', ')] as const);
  return <Said text={Object.fromEntries(lists)} />;
}

function Literal({ row, value }: { readonly row: Row; readonly value: unknown }): JSX.Element {
  const speech = useSpeech();
  if (isNode(value)) return isText(value) ? <Said text={value} /> : <Texts value={value} />;
  if (typeof value === 'boolean') return <>{speech.say(value ? 'value.yes' : 'value.no')}</>;
  if (typeof value === 'number')
    return <>{row.key === 'byteSize' ? sizeText(value, speech.number) : speech.number(value)}</>;
  const text = String(value);
  if (row.range === 'concept') return <Concept iri={text} />;
  if (row.range === 'iri') return <OuterLink href={text} />;
  return <>{row.range === 'date' ? dateText(text, speech) : text}</>;
}

function Period({ node }: { readonly node: Node }): JSX.Element {
  const speech = useSpeech();
  const at = (key: string, instant: string): string | undefined => {
    const inner = node[instant];
    const value = node[key] ?? (isNode(inner) ? inner.inXSDDate : undefined);
    return typeof value === 'string' ? value : undefined;
  };
  return <>{periodText({ from: at('startDate', 'hasBeginning'), until: at('endDate', 'hasEnd') }, speech)}</>;
}

interface InnerProps {
  readonly name: string;
  readonly node: Node;
  readonly depth: number;
}

/** The rest of a node, as a list of its own. */
function Inner({ name, node, depth }: InnerProps): JSX.Element | null {
  const { read } = useSpeech();
  const rows = rowsOf(useTold().properties, name);
  const shown = Object.entries(node).flatMap(([key, value]) => {
    const row = rows.get(key);
    return row ? [{ row, value }] : [];
  });
  if (shown.length === 0 || depth > DEEPEST) return null;
  return (
    <dl class="inner-facts">
      {shown.map(({ row, value }) => (
        <div key={row.key}>
          <dt>{read(row.label)}</dt>
          <dd>
            <Value row={row} value={value} depth={depth} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NodeValue({ name, node, depth }: InnerProps): JSX.Element {
  const { labels } = useTold().dataset;
  if (name === 'Period') return <Period node={node} />;
  const head = headedNode(node);
  const iri = typeof node.iri === 'string' ? node.iri : undefined;
  const label = head.name ?? (iri === undefined ? undefined : labels[iri]);
  const isConcept = head.name === undefined && label !== undefined;
  return (
    <>
      {(label || head.address) && (
        <OuterLink href={isConcept ? undefined : head.address}>{label ? <Said text={label} /> : undefined}</OuterLink>
      )}
      <Inner name={name} node={head.rest} depth={depth + 1} />
    </>
  );
}

interface ValueProps {
  readonly row: Row;
  readonly value: unknown;
  readonly depth?: number;
}

function One({ row, value, depth = 0 }: ValueProps): JSX.Element {
  if (row.kind === 'node' && isNode(value)) return <NodeValue name={row.range} node={value} depth={depth} />;
  return <Literal row={row} value={value} />;
}

/** One value, or a list of them. */
export function Value({ row, value, depth = 0 }: ValueProps): JSX.Element {
  if (!Array.isArray(value)) return <One row={row} value={value} depth={depth} />;
  if (value.length === 1) return <One row={row} value={value[0]} depth={depth} />;
  return (
    <ul class="value-list">
      {value.map((one, place) => (
        // By its place: values have no names, and do not change while they are shown.
        <li key={place}>
          <One row={row} value={one} depth={depth} />
        </li>
      ))}
    </ul>
  );
}
