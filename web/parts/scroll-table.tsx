/** A table that scrolls within itself where the page is too narrow for it. */
import type { ComponentChildren, JSX } from 'preact';

interface ScrollTableProps {
  /** What the table is called, for those who hear it. */
  readonly label: string;
  readonly heads: readonly ComponentChildren[];
  readonly children: ComponentChildren;
}

/** The region takes the focus, so that it can be scrolled by keyboard. */
export function ScrollTable({ label, heads, children }: ScrollTableProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard (WCAG 2.1.1)
    <section class="table--responsive-scroll scroll-table" aria-label={label} tabIndex={0}>
      <table class="table table--compact">
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {heads.map((head, place) => (
              // By its place: two columns may be called the same.
              <th key={place} scope="col">
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
