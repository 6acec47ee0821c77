/** A table of the console: wide ones scroll inside their own region, which can be reached by keyboard. */
import type { ComponentChildren, JSX } from 'preact';

interface DataTableProps {
  readonly label: string;
  readonly heads: readonly string[];
  /** Rows, each a `tr`. */
  readonly children: ComponentChildren;
}

export function DataTable({ label, heads, children }: DataTableProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard.
    <section class="table--responsive-scroll data-table" tabIndex={0} aria-label={label}>
      <table class="table table--compact">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
