/** Wrong use of a command: exit code 2. */
export class UsageError extends Error {}

/**
 * Reads arguments: what the parser says of wrong ones is wrong use.
 * @param more said below it. @throws UsageError
 */
export function usedRightly<T>(parse: () => T, more = ""): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}${more}`);
  }
}
