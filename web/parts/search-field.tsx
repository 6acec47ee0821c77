/** A field for a question; the question stands in the address. */
import type { JSX, TargetedEvent } from 'preact';
import { useLocation } from 'preact-iso';
import { withQuery } from './with-query.ts';

interface SearchFieldProps {
  /** The name of the question in the address. */
  readonly name: string;
  readonly label: string;
}

/** Replaced while typing, so that the way back leads to the page before. */
export function SearchField({ name, label }: SearchFieldProps): JSX.Element {
  const { query, path, url, route } = useLocation();
  const search = (event: TargetedEvent<HTMLInputElement>) =>
    route(withQuery(path, url, { [name]: event.currentTarget.value }), true);
  return (
    <div class="form-group">
      <label class="form-label" for={`search-${name}`}>
        {label}
      </label>
      <input
        class="form-input"
        id={`search-${name}`}
        type="search"
        value={query[name] ?? ''}
        onInput={search}
        autocomplete="off"
      />
    </div>
  );
}
