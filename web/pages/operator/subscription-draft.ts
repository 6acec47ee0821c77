/** What stands in the form of a subscription, and what is asked of the API with it. */
import type { Subscription } from './types.ts';

export const changeTypes = ['Create', 'Update', 'Delete'] as const;
type ChangeType = (typeof changeTypes)[number];

export interface SubscriptionDraft {
  readonly url: string;
  readonly description: string;
  readonly types: readonly ChangeType[];
  /** Empty for any. */
  readonly source: string;
  readonly owner: string;
  readonly theme: string;
}

export const emptyDraft: SubscriptionDraft = {
  ...{ url: '', description: '', types: changeTypes },
  ...{ source: '', owner: '', theme: '' },
};

export const draftOf = ({ url, description, filters }: Subscription): SubscriptionDraft => ({
  ...{ url, description: description ?? '', types: filters.types ?? changeTypes },
  ...{ source: filters.source ?? '', owner: filters.owner ?? '', theme: filters.theme ?? '' },
});

/** All types, and none, are no filter. */
function filtersOf({ types, source, owner, theme }: SubscriptionDraft): Subscription['filters'] {
  return {
    ...(types.length > 0 && types.length < changeTypes.length && { types: [...types] }),
    ...(source !== '' && { source }),
    ...(owner !== '' && { owner }),
    ...(theme !== '' && { theme }),
  };
}

/** What is kept of the form; a description that was emptied is taken away. */
export const keptOf = (draft: SubscriptionDraft) => ({
  url: draft.url.trim(),
  description: draft.description.trim() || null,
  filters: filtersOf(draft),
});

/** Where to begin: with what is to come, with all that ever happened, or at a time. */
export const beginnings = ['now', '0', 'at'] as const;

export interface Beginning {
  readonly kind: (typeof beginnings)[number];
  /** As a field for a time gives it, in the reader's own time zone: `2026-11-01T08:00`. */
  readonly at: string;
}

/** `since`, as the API takes it; undefined while there is no time yet. */
export function sinceOf({ kind, at }: Beginning): string | undefined {
  if (kind !== 'at') return kind;
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
