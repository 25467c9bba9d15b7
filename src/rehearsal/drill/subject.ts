import type { Message } from '#browser/wire/message.js';
import { valueAt } from '#ground/field.js';

const fields: readonly (readonly (string | number)[])[] = [
  ['subject'],
  ['attachments', 0, 'title'],
  ['attachments', 0, 'fallback'],
  ['payload', 'summary'],
  ['message'],
  ['embeds', 0, 'title'],
  ['title'],
  ['content'],
  ['attachments', 0, 'content', 'body', 0, 'text'],
  ['text'],
  ['commonAnnotations', 'summary'],
  ['alerts', 0, 'annotations', 'summary'],
];

/** The line by which a message is known before it is opened; that of a service that shows none is its first. */
export const subjectOf = ({ body, alerts }: Pick<Message, 'body' | 'alerts'>): string => {
  const texts = fields.map((field) => valueAt(body, field)).filter((each) => typeof each === 'string');
  const found = texts.find((each) => each.trim() !== '') ?? alerts.join(', ');
  return (
    found
      .trim()
      .split('\n')[0]
      ?.replace(/<[^>]+>/g, '')
      .trim() ?? ''
  );
};
