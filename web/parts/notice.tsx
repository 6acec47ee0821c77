/** A message of the design system: what happened, and what to do. */
import type { ComponentChildren, JSX } from 'preact';

type NoticeKind = 'info' | 'success' | 'warning' | 'error';

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title?: string | undefined;
  /** Read out as soon as it is there: for what comes of something the reader did. */
  readonly isNews?: boolean;
  readonly children?: ComponentChildren;
}

/** Told by its words and its border, not by colour alone. */
export function Notice({ kind, title, isNews = false, children }: NoticeProps): JSX.Element {
  const role = isNews ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div class={`alert alert-${kind} alert--paragraph notice`} role={role}>
      <div class="alert-body">
        {title !== undefined && <p class="alert-heading">{title}</p>}
        {children !== undefined && <div class="alert-text">{children}</div>}
      </div>
    </div>
  );
}
