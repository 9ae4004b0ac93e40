/** What has to be known of any update to receive it: its number. What stands in it is the bot's to read. */
import * as z from "zod";

export const Numbered = z.looseObject({ update_id: z.int() });
export type Numbered = z.infer<typeof Numbered>;
