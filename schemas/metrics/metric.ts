/** What a row of the tables of metrics is: something that is measured of a description, and what it is called. */

export interface Metric {
  readonly id: string;
  /** `either` is measured of the dataset and of each distribution. */
  readonly on: 'dataset' | 'distribution' | 'either';
  /** `status` is an HTTP status; `characters`, `count` and `days` are whole numbers; `share` runs from 0 to 1. */
  readonly type: 'boolean' | 'status' | 'characters' | 'count' | 'days' | 'share';
  /**
   * What to mend for it: class and key of the property table, or `confirmation`, which is an act and no property. Absent where
   * there is no single thing to mend.
   */
  readonly property?: string;
  /** What is asked, as a statement that is true or false of a good description. */
  readonly label: { readonly da: string; readonly en: string };
}
