/** How variables of the environment are written, whoever reads them. */
import * as z from "zod";

/** Anything but nothing. */
export const text = z.string().trim().min(1);

/** An address of the web. */
export const address = z.url({ protocol: /^https?$/ });

export const port = z.coerce.number().int().min(1).max(65_535);
