/** Tells search engines of a register in their own words (schema.org). */
import { useEffect } from 'preact/hooks';
import { api } from '../../api/client.ts';

const TYPE = 'application/ld+json';

/**
 * Puts the description into the page as a data block, for as long as the page is there. A block of data is not executed, and
 * the policy of scripts leaves it alone. Without it the page is whole: whoever fails to load it is told nothing.
 */
export function useStructuredData(id: string): void {
  useEffect(() => {
    const asking = new AbortController();
    const link = Object.assign(document.createElement('link'), {
      rel: 'alternate',
      type: TYPE,
      href: `/v1/datasets/${id}.jsonld?profile=schema-org`,
    });
    const block = Object.assign(document.createElement('script'), { type: TYPE });
    document.head.append(link);
    api
      .GET('/v1/datasets/{id}', {
        params: { path: { id }, query: { profile: 'schema-org' } },
        headers: { accept: TYPE },
        parseAs: 'text',
        signal: asking.signal,
      })
      .then(({ data }) => {
        if (data === undefined || asking.signal.aborted) return;
        block.textContent = String(data);
        document.head.append(block);
      })
      .catch(() => undefined);
    return () => {
      asking.abort();
      link.remove();
      block.remove();
    };
  }, [id]);
}
