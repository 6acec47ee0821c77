/** The addresses that registers name and that do not work. */
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { api } from '../../api/client.ts';
import { answerOf } from '../../api/failure.ts';
import { usePages } from '../../api/use-pages.ts';
import { useSpeech } from '../../language.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { followedAddress } from '../../parts/web-address.ts';
import { ConsoleFrame } from './console-frame.tsx';
import { PagedView } from './paged-view.tsx';

const STATES = ['dead', 'failing', 'unknown', 'ok'] as const;
type State = (typeof STATES)[number];

function Address({ url }: { readonly url: string }): JSX.Element {
  const href = followedAddress(url);
  if (href === undefined) return <span>{url}</span>;
  return (
    <a href={href} rel="noopener noreferrer nofollow">
      {url}
    </a>
  );
}

function Chosen({ status }: { readonly status: State }): JSX.Element {
  const { say } = useSpeech();
  const { path, route } = useLocation();
  return (
    <div class="form-group">
      <label class="form-label" for="status">
        {say('op.links.show')}
      </label>
      <select
        class="form-select"
        id="status"
        value={status}
        onChange={({ currentTarget }) => route(`${path}?status=${currentTarget.value}`)}
      >
        {STATES.map((state) => (
          <option key={state} value={state}>
            {say(`op.links.${state}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

export function LinksPage(): JSX.Element {
  const { say, read, to, dateTime } = useSpeech();
  const { query } = useLocation();
  const status = STATES.find((state) => state === query.status) ?? 'dead';
  const pages = usePages(`links ${status}`, (cursor, signal) =>
    answerOf(
      api.GET('/v1/links', {
        params: { query: { status, ...(cursor !== undefined && { cursor }) } },
        signal: signal ?? null,
      }),
    ),
  );
  const heads = ['url', 'what', 'since', 'checked', 'registers'] as const;
  return (
    <ConsoleFrame>
      <PageHead title={say('op.nav.links')} />
      <Chosen status={status} />
      <PagedView pages={pages} empty={say('op.links.none')}>
        {(items) => (
          <ScrollTable label={say('op.nav.links')} heads={heads.map((head) => say(`op.links.${head}`))}>
            {items.map(({ url, says, httpStatus, firstFailure, checkedAt, datasets }) => (
              <tr key={url}>
                <th scope="row">
                  <Address url={url} />
                </th>
                <td>
                  {read(says)} {httpStatus !== null && `(${httpStatus})`}
                </td>
                <td>{firstFailure ? dateTime(firstFailure) : say('op.none')}</td>
                <td>{checkedAt ? dateTime(checkedAt) : say('op.none')}</td>
                <td>
                  {datasets.map(({ id }) => (
                    <span key={id} class="fault-line">
                      <a href={to(`/registers/${id}`)}>{id}</a>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </ScrollTable>
        )}
      </PagedView>
    </ConsoleFrame>
  );
}
