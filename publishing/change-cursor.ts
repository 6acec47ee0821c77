/** The cursor of the change log, as every answer and every message that names a place in it writes it. */

/** A place in the log: everything up to and including `seq` was read. */
export const changeCursor = (epoch: string, seq: number): string => `c1.${epoch}.${seq}`;
