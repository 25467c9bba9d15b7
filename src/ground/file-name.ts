/** What a file may be called after a text, whoever wrote it: letters, digits, ., _ and -. */
export const fileNameOf = (text: string): string => text.replace(/[^\w.-]+/g, '-');
