/** What a person typed, shown back to a chat. */

/** Chats make a command of every /word, whoever wrote it: no such word is left, Asia/Shanghai stays. */
export const withoutCommands = (text: string): string => text.replaceAll(/(?<!\w)\/(?=\w)/gu, "／");
