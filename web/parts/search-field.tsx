/** A field for a question; the question stands in the address. */
import type { JSX, TargetedEvent } from 'preact';
import { useLocation } from 'preact-iso';
import { useTyped } from './use-typed.ts';
import { withQuery } from './with-query.ts';

interface SearchFieldProps {
  /** The name of the question in the address. */
  readonly name: string;
  readonly label: string;
}

/** Replaced while typing, so that the way back leads to the page before; a page with hundreds of rows is not drawn for each letter. */
export function SearchField({ name, label }: SearchFieldProps): JSX.Element {
  const { query, path, url, route } = useLocation();
  const onSearch = (value: string) => route(withQuery(path, url, { [name]: value }), true);
  const { text, type } = useTyped({ q: query[name] ?? '', onSearch });
  return (
    <div class="form-group">
      <label class="form-label" for={`search-${name}`}>
        {label}
      </label>
      <input
        class="form-input"
        id={`search-${name}`}
        type="search"
        value={text}
        onInput={({ currentTarget }: TargetedEvent<HTMLInputElement>) => type(currentTarget.value)}
        autocomplete="off"
      />
    </div>
  );
}
