/** Every problem that the API answers with (RFC 9457), by the code at the end of its type's address. Codes are stable. */

interface ProblemType {
  readonly status: number;
  readonly title: string;
}

export const problemTypes = {
  'unknown-parameter': { status: 400, title: 'A query parameter is unknown or has a value that it cannot have.' },
  'invalid-cursor': { status: 400, title: 'The cursor is not one of ours, or lies beyond the end of the list.' },
  'invalid-body': { status: 400, title: 'The body is not what this address takes.' },
  'receiver-refused': { status: 400, title: 'Messages are not sent to such an address.' },
  unauthorized: {
    status: 401,
    title: 'This needs a valid bearer token: the operator token, or an access token with the scope.',
  },
  forbidden: { status: 403, title: 'The token does not allow this.' },
  'link-void': { status: 403, title: 'The link is not valid any more; the next report brings a new one.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, title: 'This address does not take the method.' },
  'not-acceptable': { status: 406, title: 'None of the formats that you accept is at hand.' },
  'source-exists': { status: 409, title: 'There is a source of this id.' },
  'too-many-sources': { status: 409, title: 'There are as many sources as there may be.' },
  'source-busy': { status: 409, title: 'The source is being harvested just now.' },
  'source-resting': { status: 409, title: 'The source does not want to be asked now.' },
  'nothing-held': { status: 409, title: 'The run holds nothing that could be decided about.' },
  'held-outdated': { status: 409, title: 'The source changed since the run; what it shows is not what would happen.' },
  'not-a-rename': { status: 409, title: 'The two cannot be one dataset under another identifier.' },
  'not-replayable': { status: 409, title: 'The run kept no list of its pages, or has not ended.' },
  'replay-overtaken': { status: 409, title: 'A later run read the source; the older pages would undo what it found.' },
  'challenge-failed': { status: 409, title: 'The receiver did not answer the challenge.' },
  'not-active': { status: 409, title: 'The subscription is not active.' },
  'subscription-changed': { status: 409, title: 'The subscription was changed meanwhile; look at it, then try again.' },
  'too-many-subscriptions': { status: 409, title: 'There are as many subscriptions as there may be.' },
  'answer-too-large': { status: 413, title: 'The answer is larger than can be sent, also when it is packed.' },
  'dataset-removed': { status: 410, title: 'The dataset was removed from the catalogue.' },
  'cursor-expired': { status: 410, title: 'The log that the cursor points into is no longer there; start again.' },
  'log-replaced': {
    status: 410,
    title: 'The catalogue was restored: this is a number of the log before; start again.',
  },
  'moment-passed': {
    status: 410,
    title: 'The catalogue of that moment is not shown any more; begin again with that of now.',
  },
  'source-changed': { status: 412, title: 'The source was changed meanwhile; look at it, then try again.' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON.' },
  'not-assessed': { status: 503, title: 'The dataset was not assessed yet; try again in a minute.' },
  'version-required': { status: 428, title: 'Say by If-Match which version of the source is to be replaced.' },
  'too-soon': { status: 429, title: 'This was asked for a short while ago; try again later.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
  'search-not-ready': { status: 503, title: 'The search is being built; try again in a moment.' },
  'preview-too-slow': { status: 504, title: 'The source takes longer than a preview may; start a run with "preview".' },
  unavailable: { status: 503, title: 'A service that we stand on does not answer just now; try again.' },
} as const satisfies Record<string, ProblemType>;

export type ProblemCode = keyof typeof problemTypes;

/** One fault of a request: which parameter or which part of the body, and what is wrong with it. */
export interface Fault {
  readonly parameter?: string | undefined;
  readonly pointer?: string | undefined;
  /** The kind of the fault, where kinds have stable codes. */
  readonly code?: string | undefined;
  readonly detail: string;
}

export interface RefusalDetails {
  readonly detail?: string | undefined;
  readonly errors?: readonly Fault[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Further members of the problem document. */
  readonly members?: Readonly<Record<string, unknown>> | undefined;
}

/** Ends a request with a problem document; only the API's outermost layer catches it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly details: RefusalDetails;

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(details.detail ?? problemTypes[code].title);
    this.code = code;
    this.details = details;
  }
}
