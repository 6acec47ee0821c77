/** What the command line says when it cannot do what was asked: sentences for a person, and the exit code. */

/** Bad usage, a broken source file, an occupied folder: nothing was done. */
const BAD_USAGE = 2;
/** Something was done, and not all of it succeeded. */
export const NOT_ALL_WELL = 1;

export class Refusal extends Error {
  override readonly name: string = 'Refusal';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = BAD_USAGE) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The data folder is in use by another process, which may serve an API. */
export class FolderInUse extends Refusal {
  override readonly name = 'FolderInUse';
}

/** The system's code of an error (EACCES, EADDRINUSE…), or an empty string. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** One line for anything that was thrown. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
