import type { VNode } from 'preact';
import type { Message } from '#browser/wire/message.js';
import type { Language } from '#browser/frame/language.js';

/** A message, and who reads it. */
export interface Read {
  readonly message: Message;
  readonly language: Language;
}

/** How a medium shows a message. */
export type Drawing = (read: Read) => VNode;

/** An hour and a minute, as a message has them beside it. */
export const clock = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at);

/** The same with the day, as a mail has it. */
export const moment = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

const digits = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The second at which something happened, as a rehearsal needs it: `22:13:32`. */
export const second = (at: number): string => digits.format(at);
