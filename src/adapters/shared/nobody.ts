/** Who asks where no person does: in a greeting, and in inline mode, which belongs to no chat. */
import type { Asker } from "../../core/types.ts";

/** May change nothing. */
export const NOBODY: Asker = { isAdmin: () => Promise.resolve(false) };
