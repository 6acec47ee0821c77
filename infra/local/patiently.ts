/** How often in a row a function may fail while somebody waits for it: on AWS its schedule would call it again, and for ever. */
const MOST_FAILURES = 5;

/** Calls again what fails, as a schedule does on AWS. @throws what a call met that failed as often as MOST_FAILURES says, and once more. */
export const patiently =
  <Parameters extends unknown[], Result>(call: (...parameters: Parameters) => Promise<Result>) =>
  async (...parameters: Parameters): Promise<Result> => {
    for (let failures = 1; ; failures += 1) {
      try {
        return await call(...parameters);
      } catch (error) {
        if (failures > MOST_FAILURES) throw error;
      }
    }
  };
