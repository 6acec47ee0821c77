/** What two descriptions say differently, property by property. */
import type { JSX } from 'preact';
import { useSpeech } from '../language.tsx';
import { ScrollTable } from './scroll-table.tsx';

type Told = { readonly text: { readonly da: string; readonly en: string } } | null;

interface Difference {
  readonly property: string;
  readonly label: { readonly da: string; readonly en: string };
  readonly one: Told;
  readonly other: Told;
}

interface DifferenceTableProps {
  readonly label: string;
  /** What the two columns of values are called. */
  readonly one: string;
  readonly other: string;
  readonly differences: readonly Difference[];
}

function Cell({ told }: { readonly told: Told }): JSX.Element {
  const { say, read } = useSpeech();
  return <td>{told === null ? <em>{say('value.none')}</em> : read(told.text)}</td>;
}

/** As text: whatever was harvested is shown as it is. */
export function DifferenceTable({ label, one, other, differences }: DifferenceTableProps): JSX.Element {
  const { say, read } = useSpeech();
  return (
    <ScrollTable label={label} heads={[say('difference.property'), one, other]}>
      {differences.map((difference) => (
        <tr key={difference.property}>
          <th scope="row">{read(difference.label)}</th>
          <Cell told={difference.one} />
          <Cell told={difference.other} />
        </tr>
      ))}
    </ScrollTable>
  );
}
