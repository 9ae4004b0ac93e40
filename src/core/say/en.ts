/** What the bot says in English. A language that lacks a text does not compile. */
import type { Catalogue } from "./texts.ts";
import { ZH } from "./zh.ts";

export const EN: Catalogue = ZH;
