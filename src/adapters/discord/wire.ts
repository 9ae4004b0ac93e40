/**
 * The fence of a post stands where each of its requests really leaves: the library holds requests back and repeats some
 * by itself, and what it reports in the end says nothing of those before.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { PostError } from "../../shared/post-error.ts";
import { nameHost } from "../../shared/network.ts";
import { asked, type Fence, fenced } from "../shared/withheld.ts";
import { postErrorOf } from "./failure.ts";

const posts = new AsyncLocalStorage<Fence>();

/** Does the work with the fence around every request it makes. @throws Withheld where the fence held one back. */
export const withFence = <T>(fence: Fence | undefined, work: () => Promise<T>): Promise<T> =>
  fence ? posts.run(fence, work) : work();

type MakeRequest = RESTOptions["makeRequest"];
type Response = Awaited<ReturnType<MakeRequest>>;

/**
 * How requests are made, for the library.
 * @param secret is kept out of messages. @param proxy that requests go through.
 */
export function createWire(
  secret: string,
  proxy: string | undefined,
  send: MakeRequest = DefaultRestOptions.makeRequest,
): MakeRequest {
  const sent: MakeRequest = (url, init) =>
    send(url, init).catch((error: unknown) => {
      nameHost(error, hostOf(url, proxy));
      throw error;
    });
  return async (url, init) => {
    const fence = posts.getStore();
    if (!fence) return sent(url, init);
    const response = await fenced(
      fence,
      () => sent(url, init),
      (error) => postErrorOf(error, false, secret),
    );
    if (isRefusal(response)) await asked(fence.refused?.(refusalOf(response)));
    return response;
  };
}

/** What is connected to. */
export const hostOf = (url: string, proxy: string | undefined): string =>
  proxy === undefined ? new URL(url).hostname : `the proxy ${new URL(proxy).hostname}`;

/** Discord did not take it. After a 5xx it may have. */
const isRefusal = ({ status }: Response): boolean => status >= 400 && status < 500;

function refusalOf({ status, headers }: Response): PostError {
  const seconds = Number(headers.get("retry-after"));
  return status === 429 && seconds > 0
    ? new PostError("retry-after", "Discord asks to wait", { retryAfterMs: seconds * 1_000 })
    : new PostError("refused", `Discord answered ${status}`);
}
