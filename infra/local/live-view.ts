/** Progress on a terminal (one line a source, drawn again and again) or in a pipe (a line whenever a run ends). */
import type { WriteStream } from 'node:tty';
import { progressLine, type SourceProgress } from './run-table.ts';

export interface LiveView {
  update(rows: readonly SourceProgress[]): void;
  /** Takes the lines away: a table follows. */
  end(): void;
}

/** A terminal that does not tell its size. */
const USUAL_ROWS = 24;
const USUAL_COLUMNS = 80;

/** How many sources are drawn at most: more would scroll, and what has scrolled cannot be drawn again. */
const spaceOf = (stream: WriteStream): number => Math.max(3, (stream.rows || USUAL_ROWS) - 2);

const STATE_COLOURS: Readonly<Record<string, number>> = {
  succeeded: 32,
  running: 36,
  partial: 33,
  held: 33,
  failed: 31,
};

/** https://no-color.org: any non-empty value turns colours off. */
const wantsColours = (): boolean => !process.env.NO_COLOR && process.env.TERM !== 'dumb';

function painted(row: SourceProgress, width: number): string {
  const line = progressLine(row, Date.now());
  const cut = line.length > width ? `${line.slice(0, width - 1)}…` : line;
  const colour = STATE_COLOURS[row.note ? '' : (row.run?.state ?? '')];
  return colour && wantsColours() ? `\u001b[${colour}m${cut}\u001b[0m` : cut;
}

/** Those at work first, then those that wait: what has ended stands in the closing table. */
const byInterest = (rows: readonly SourceProgress[]): SourceProgress[] =>
  rows.toSorted(
    (a, b) => Number(b.run?.state === 'running' && !b.note) - Number(a.run?.state === 'running' && !a.note),
  );

/**
 * Has something done before anybody else writes to a stream of this terminal: a log line in the midst of the drawn lines
 * would be drawn over. There is no other way to learn of it, so the streams' own functions are wrapped.
 * @returns puts the functions back.
 */
function beforeWrites(streams: readonly NodeJS.WriteStream[], act: () => void): () => void {
  const originals = streams.map((stream) => [stream, stream.write] as const);
  for (const [stream, write] of originals) {
    stream.write = new Proxy(write, {
      apply(target, self, args) {
        act();
        return Reflect.apply(target, self, args);
      },
    });
  }
  return () => {
    for (const [stream, write] of originals) stream.write = write;
  };
}

function terminalView(stream: WriteStream): LiveView {
  let drawn = 0;
  const write = stream.write.bind(stream);
  const clear = (): void => {
    if (drawn > 0) write(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const unwrap = beforeWrites(
    [process.stdout, process.stderr].filter(({ isTTY }) => isTTY),
    clear,
  );
  return {
    update(rows) {
      const space = spaceOf(stream);
      const shown = rows.length > space ? byInterest(rows).slice(0, space - 1) : rows;
      const lines = shown.map((row) => painted(row, stream.columns || USUAL_COLUMNS));
      if (shown.length < rows.length) lines.push(`… and ${rows.length - shown.length} more`);
      clear();
      write(lines.map((line) => `${line}\n`).join(''));
      drawn = lines.length;
    },
    end() {
      clear();
      unwrap();
    },
  };
}

function plainView(stream: NodeJS.WritableStream): LiveView {
  const told = new Set<string>();
  return {
    update(rows) {
      for (const row of rows) {
        const ended = row.run && row.run.state !== 'running' ? row.run.id : undefined;
        const key = row.note ?? ended;
        if (key === undefined || told.has(`${row.source} ${key}`)) continue;
        told.add(`${row.source} ${key}`);
        stream.write(`${progressLine(row, Date.now())}\n`);
      }
    },
    end: () => undefined,
  };
}

/** The view that suits the stream. */
export const liveView = (stream: NodeJS.WriteStream): LiveView =>
  stream.isTTY ? terminalView(stream) : plainView(stream);
