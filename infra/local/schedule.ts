/** Runs something at once and then again at a fixed pace, never twice at the same time. */

export interface ScheduleOptions {
  readonly everyMs: number;
  readonly run: () => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

export interface Schedule {
  /** Runs no more, and resolves when the run at work has ended. */
  stop(): Promise<void>;
}

/** A time that comes while the run before is still at work is left out, as the next will do the same. */
export function startSchedule({ everyMs, run, onFailure }: ScheduleOptions): Schedule {
  let running: Promise<void> | undefined;
  const tick = (): void => {
    running ??= run()
      .catch(onFailure)
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(tick, everyMs);
  tick();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
