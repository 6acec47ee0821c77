/** Each register: its grade, what was found in it, and the owner's word that its description is right. */
import type { JSX } from 'preact';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { type Act, useAct } from '../../api/use-act.ts';
import { useSpeech } from '../../language.tsx';
import { ActResult } from '../../parts/act-result.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { OwnerReport, OwnerView } from './owner-view.ts';

type Register = OwnerView['registers'][number];
/** The register whose description is right, and what it is called. */
interface Confirmed {
  readonly id: string;
  readonly name: string;
}

type Mend = OwnerReport['registers'][number]['mends'][number];

function Findings({ title, mends }: { readonly title: string; readonly mends: readonly Mend[] }): JSX.Element | null {
  const { say, read } = useSpeech();
  if (mends.length === 0) return null;
  return (
    <details>
      <summary>
        {say('ol.findings', { count: mends.length })}
        <span class="visually-hidden"> – {say('ol.findings.of', { title })}</span>
      </summary>
      <ul>
        {mends.map(({ path, property, fault, text, place }) => (
          <li key={`${path} ${property} ${fault}`}>
            {read(text)} <span class="soft">({read(place)})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface RowProps {
  readonly register: Register;
  readonly mends: readonly Mend[];
  readonly act: Act<Confirmed, string>;
}

function RegisterRow({ register: { id, title, quality, lastConfirmed }, mends, act }: RowProps): JSX.Element {
  const { say, read, langOf, to, date } = useSpeech();
  const name = read(title) || id;
  return (
    <tr>
      <th scope="row">
        <a href={to(`/registers/${id}`)} lang={langOf(title)}>
          {name}
        </a>
        <Findings title={name} mends={mends} />
      </th>
      <td data-title={say('ol.grade')}>
        <GradeMark letter={quality?.letter} />
      </td>
      <td data-title={say('ol.confirmed')}>{lastConfirmed === null ? say('ol.never') : date(lastConfirmed)}</td>
      <td>
        <button
          type="button"
          class="button button-secondary"
          disabled={act.state.kind === 'working'}
          onClick={() => act.run({ id, name })}
        >
          {say('ol.confirm')}
          <span class="visually-hidden">: {name}</span>
        </button>
      </td>
    </tr>
  );
}

interface OwnRegistersProps {
  readonly view: OwnerView;
  readonly report: OwnerReport | undefined;
  readonly token: string;
  readonly again: () => void;
}

export function OwnRegisters({ view, report, token, again }: OwnRegistersProps): JSX.Element {
  const { say } = useSpeech();
  const confirm = async ({ id, name }: Confirmed): Promise<string> => {
    const asked = { params: { path: { token } }, body: { dataset: id } };
    await answerOf(api.POST('/v1/owner-links/{token}/confirm', asked));
    return name;
  };
  const act = useAct(confirm, again);
  const mends = new Map(report?.registers.map((register) => [register.id, register.mends]));
  return (
    <section aria-labelledby="registers">
      <h2 id="registers">{say('ol.registers')}</h2>
      <ActResult state={act.state}>
        {(title) => (
          <Notice kind="success">
            <p>{say('ol.confirm.done', { title })}</p>
          </Notice>
        )}
      </ActResult>
      <table class="table table--responsive-headers own-registers">
        <caption class="visually-hidden">{say('ol.registers')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('ol.register')}</th>
            <th scope="col">{say('ol.grade')}</th>
            <th scope="col">{say('ol.confirmed')}</th>
            <th scope="col">
              <span class="visually-hidden">{say('ol.confirm')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.registers.map((register) => (
            <RegisterRow key={register.id} register={register} mends={mends.get(register.id) ?? []} act={act} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
