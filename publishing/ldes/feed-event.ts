/** A member of the DCAT-AP feed: an activity, and the description of its object as of then. */
import { namespaces } from '#schemas/namespaces.ts';
import { iriTerm, literalTerm, type Triple } from '../rdf/term.ts';

export interface FeedEvent {
  /** The activity's IRI, which is also the name of the graph that its payload lies in. */
  readonly activity: string;
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly object: string;
  /** Strictly increasing over the feed: clients that sort by it know no other order. */
  readonly published: string;
  /** Empty for a deletion. */
  readonly payload: readonly Triple[];
}

const { as, rdf, xsd } = namespaces;

/** The activity by itself: the shape of DCAT-AP Feeds is closed, so nothing but these three may be said of it. */
export function activityTriples({ activity, type, object, published }: Omit<FeedEvent, 'payload'>): Triple[] {
  const subject = iriTerm(activity);
  return [
    { subject, predicate: `${rdf}type`, object: iriTerm(as + type) },
    { subject, predicate: `${as}object`, object: iriTerm(object) },
    { subject, predicate: `${as}published`, object: literalTerm(published, `${xsd}dateTime`) },
  ];
}
