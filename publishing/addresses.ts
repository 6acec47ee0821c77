/** What things are called wherever we publish them: names that stay the same for ever, each leading to what describes it. */

export class Addresses {
  readonly base: string;

  /** @param base the public address, without a slash at its end. */
  constructor(base: string) {
    this.base = base;
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
    return `${this.base}/v1/changes/${seq}`;
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
    return `${this.feed}/pages/${page}`;
  }

  feedIndex(block: number): string {
    return `${this.feed}/index/${block}`;
  }
}
