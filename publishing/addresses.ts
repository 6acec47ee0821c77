/** What things are called wherever we publish them: names that stay the same for ever, each leading to what describes it. */

/** The epoch of a log that was never put back to an earlier place. */
export const FIRST_EPOCH = 'e1';

export class Addresses {
  readonly base: string;
  /** The log that numbers are of. */
  readonly epoch: string;

  /**
   * @param base the public address, without a slash at its end.
   * @param epoch the log that numbers are of: one that was restored gives out the same numbers again, for other changes, and what
   * is named by them would be taken for what it was before.
   */
  constructor(base: string, epoch: string = FIRST_EPOCH) {
    this.base = base;
    this.epoch = epoch;
  }

  /** The same addresses in another log. */
  inLog(epoch: string): Addresses {
    return new Addresses(this.base, epoch);
  }

  /** A number of the log as it stands in addresses: `7`, and after a restore `e2tmf3k9x1a-7`. */
  numbered(number: number): string {
    return this.epoch === FIRST_EPOCH ? String(number) : `${this.epoch}-${number}`;
  }

  datasetIri(id: string): string {
    return `${this.base}/id/dataset/${id}`;
  }

  dataset(id: string): string {
    return `${this.base}/v1/datasets/${id}`;
  }

  get catalogueIri(): string {
    return `${this.base}/id/catalogue`;
  }

  /** Those who publish the catalogue. */
  get publisherIri(): string {
    return `${this.base}/id/publisher`;
  }

  get catalogue(): string {
    return `${this.base}/v1/catalog`;
  }

  change(seq: number): string {
    return `${this.base}/v1/changes/${this.numbered(seq)}`;
  }

  /** What a change, or one of those that it brings along, is called as an activity. */
  activity(seq: number, part = 'activity'): string {
    return `${this.change(seq)}#${part}`;
  }

  /** The entry of the DCAT-AP feed, from which its pages are found. */
  get feed(): string {
    return `${this.base}/v1/feeds/dcat-ap`;
  }

  /** The stream itself: one name on all pages, or clients would not know its members. */
  get stream(): string {
    return `${this.feed}#stream`;
  }

  feedPage(page: number): string {
    return `${this.feed}/pages/${this.numbered(page)}`;
  }

  feedIndex(block: number): string {
    return `${this.feed}/index/${this.numbered(block)}`;
  }
}
