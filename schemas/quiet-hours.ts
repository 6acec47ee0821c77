/** Quiet hours: when an owner does not want to be asked, on the clocks of Copenhagen and across midnight if need be. */

export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

let made: Intl.DateTimeFormat | undefined;

/** The time of day in Copenhagen, as 07:30. The clock is made when it is first asked for: reading its time zone takes longer than a schema. */
function timeAt(now: number): string {
  made ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Copenhagen',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return made.format(now);
}

/** Minutes since midnight of a time such as 07:30. */
const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const isWithin = ({ from, to }: QuietHours, now: number): boolean => {
  const at = minutesOf(timeAt(now));
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start <= end ? at >= start && at < end : at >= start || at < end;
};

/**
 * When the quiet hours that hold now are over, in epoch milliseconds; undefined outside them. Hours from a time to the same
 * time are none. The clock is asked for each candidate, so that a night in which it is changed ends when its clocks say.
 */
export function quietUntil(hours: QuietHours | null, now: number): number | undefined {
  if (!hours || !isWithin(hours, now)) return undefined;
  const left = (minutesOf(hours.to) - minutesOf(timeAt(now)) + DAY_MINUTES) % DAY_MINUTES;
  const end = Math.floor(now / MINUTE_MS) * MINUTE_MS + left * MINUTE_MS;
  const shifted = [end, end + 60 * MINUTE_MS, end - 60 * MINUTE_MS];
  return shifted.find((at) => at > now && timeAt(at) === hours.to) ?? end;
}
