/** Requests a second that a route takes for long, and how many it takes at once. */
export type ThrottleLimits = { rate: number; burst: number };

/** Takes one request, or refuses it because the route is over its limit. */
export type Throttle = () => boolean;

/**
 * A token bucket, as API Gateway limits a route: full at first, refilled at the rate, never fuller than the burst.
 * @param now milliseconds on any clock that only goes forward.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
export function createThrottle({ rate, burst }: ThrottleLimits, now: () => number = () => performance.now()): Throttle {
  let tokens = burst;
  let filledAt = now();
  return () => {
    const at = now();
    tokens = Math.min(burst, tokens + ((at - filledAt) * rate) / 1000);
    filledAt = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
