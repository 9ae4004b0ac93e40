/**
 * Whether a post that may have arrived can be sent again. `key`: the platform recognises a repetition for a while;
 * `always`: the operator would rather have two than none; `never`: the operator would rather have none than two.
 */
export type Repeat = "key" | "always" | "never";
