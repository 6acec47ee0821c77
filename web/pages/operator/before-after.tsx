/** Properties with their values before and after, each as text. */
import type { JSX } from 'preact';
import { useSpeech } from '../../language.tsx';
import type { Names } from '../../parts/property-names.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { valueText } from './value-text.ts';

interface Changed {
  readonly property: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

interface BeforeAfterProps {
  readonly label: string;
  readonly changed: readonly Changed[];
  readonly names: Names;
}

function Side({ value, names }: { readonly value: unknown; readonly names: Names }): JSX.Element {
  const { say } = useSpeech();
  const text = valueText(value, names);
  return text === '' ? <em>{say('value.none')}</em> : <span class="value-text">{text}</span>;
}

export function BeforeAfter({ label, changed, names }: BeforeAfterProps): JSX.Element {
  const { say } = useSpeech();
  const heads = [say('difference.property'), say('difference.before'), say('difference.after')];
  return (
    <ScrollTable label={label} heads={heads}>
      {changed.map(({ property, before, after }) => (
        <tr key={property}>
          <th scope="row">{names.label(property) ?? property}</th>
          <td>
            <Side value={before} names={names.inside(property)} />
          </td>
          <td>
            <Side value={after} names={names.inside(property)} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}
