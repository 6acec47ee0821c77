/** Objects by key, as the functions see them: whole bodies for what is small, streams for what has no bound. */

/** How an object is labelled for those who fetch it from the bucket itself. */
export interface ObjectLabels {
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
}

export interface ObjectStore {
  /** Writes a whole object; one that was there is replaced. */
  put(key: string, body: Uint8Array, labels?: ObjectLabels): Promise<void>;
  /** Writes a body of unknown length in parts; nothing is to be seen under the key before the body has ended. */
  putStream(key: string, body: AsyncIterable<Uint8Array>, labels?: ObjectLabels): Promise<void>;
  /** The bytes, or undefined when there is no such object. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** The bytes as they come; a reader that stops early must end the iteration, or the connection stays taken. */
  getStream(key: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Takes an object away; nothing happens when there is none. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** Keys that begin with the prefix, in order. */
  list(prefix: string): AsyncIterable<string>;
}
