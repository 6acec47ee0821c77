/**
 * How often the SDK tries a request before it gives up, the first try counted; by itself three or four times. A refusal that outlasts it
 * costs a whole invocation and the wait until the next one, so some seconds of patience are cheap: of requests that fail one in fourteen
 * times, one in 8 million is given up in place of one in 3,000.
 */
export const SDK_TRIES = 6;
