/** A link as answers show it. */
import type { DatasetUses } from '#functions/shared/link-statuses.ts';
import { type LinkStatus, linkKinds } from '#quality/links/link-status.ts';
import type { Links } from './links.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole days until the certificate ends; negative ones since it did. */
const daysLeft = (ends: string, checkedAt: string): number =>
  Math.floor((Date.parse(ends) - Date.parse(checkedAt)) / DAY_MS);

/** `certificate.daysLeft` counts from the check, as everything else is of that time. */
export function linkItem(link: LinkStatus) {
  const { da, en } = linkKinds[link.kind];
  return {
    url: link.url,
    status: link.state,
    kind: link.kind,
    says: { da, en },
    httpStatus: link.status,
    message: link.message,
    checkedAt: link.checkedAt,
    changedAt: link.changedAt,
    lastOk: link.lastOk,
    firstFailure: link.firstFailure,
    failures: link.failures,
    due: link.due,
    movedTo: link.movedTo,
    mediaType: link.mediaType,
    certificate:
      link.certificateEnds === null || link.checkedAt === null
        ? null
        : { ends: link.certificateEnds, daysLeft: daysLeft(link.certificateEnds, link.checkedAt) },
    history: link.history,
  };
}

export const usedBy = (users: readonly DatasetUses[], links: Links) =>
  users.map(({ dataset, uses }) => ({
    id: dataset,
    href: links.dataset(dataset),
    places: uses.map(({ property, place }) => ({ property, place })),
  }));
