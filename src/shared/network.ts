/** Connecting to hosts of several addresses, and saying why none of them could be had. */
import { setDefaultResultOrder } from "node:dns";
import { setDefaultAutoSelectFamilyAttemptTimeout } from "node:net";

/** How long one address is tried: TCP asks again after one second and after three. Node's own 250 ms are less than a far network takes. */
const ATTEMPT_MS = 3_500;

/**
 * For every connection this process makes from now on, whichever library makes it. IPv4 first: Node drops an address
 * when it tries the next, and a network without IPv4 says so at once, while one that loses IPv6 says nothing.
 */
export function connectPatiently(): void {
  setDefaultResultOrder("ipv4first");
  setDefaultAutoSelectFamilyAttemptTimeout(ATTEMPT_MS);
}

/** No address of a host could be connected to, so nothing was sent. */
export function isUnreached(error: unknown): error is Error {
  if (!(error instanceof AggregateError))
    return error instanceof Error && /\bconnect E[A-Z]+\b/u.test(error.message);
  return error.errors.length > 0 && error.errors.every(isUnreached);
}

/** What an error says; where it is empty, what each of its parts says: connect ETIMEDOUT 149.154.167.220:443. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== "" || !(error instanceof AggregateError)) return error.message;
  return error.errors.map(messageOf).join("; ");
}

const NAMED = "cannot connect to ";

/**
 * Node tells addresses and no host, and of several addresses nothing but in `errors`. Says both in the message, of the
 * error itself: libraries pass on no other.
 */
export function nameHost(error: unknown, host: string): void {
  if (isUnreached(error) && !error.message.startsWith(NAMED))
    error.message = `${NAMED}${host}: ${messageOf(error)}`;
}
