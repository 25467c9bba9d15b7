import type { Medium, Message } from '#browser/wire/message.js';
import { isObject, valueAt } from '#ground/field.js';
import { listAt, textAt } from '#ground/json.js';
import type { Mail } from './mailbox.js';
import { marker } from './redirect.js';
import type { Posted } from './sink.js';

type Told = Pick<Message, 'isResolved' | 'alerts' | 'body'>;

/** What a mark says: `firing|firing HighErrorRate|resolved HighLatency`. */
const marked = (text: string): Omit<Told, 'body'> => {
  const [status, ...alerts] = text.split('|');
  return {
    isResolved: status === 'resolved',
    alerts: [...new Set(alerts.map((each) => each.replace(/^\S+ /, '')))],
  };
};

/** What a text says that has no mark, in the project's own words of a message's title. */
const read = (text: string, names: readonly string[]): Omit<Told, 'body'> => ({
  isResolved: /해결 \d|\d resolved/.test(text) && !/발생 \d|\d firing/.test(text),
  alerts: names.filter((name) =>
    new RegExp(`(?<![\\w-])${name.replace(/\W/g, '\\$&')}(?![\\w-])`).test(text),
  ),
});

/** A value without the mark, and the mark. */
const unmarked = (
  body: unknown,
  field: readonly string[],
): { readonly mark?: string; readonly body: unknown } => {
  const [first, ...rest] = field;
  if (first === undefined) return { body };
  if (Array.isArray(body)) {
    const each = body.map((one) => unmarked(one, field));
    const mark = each.find((one) => one.mark !== undefined)?.mark;
    return { body: each.map((one) => one.body), ...(mark !== undefined && { mark }) };
  }
  if (!isObject(body) || !(first in body)) return { body };
  if (rest.length === 0) {
    const { [first]: mark, ...others } = body;
    return { body: others, ...(typeof mark === 'string' && { mark }) };
  }
  const inside = unmarked(body[first], rest);
  return { body: { ...body, [first]: inside.body }, ...(inside.mark !== undefined && { mark: inside.mark }) };
};

const places: Partial<Readonly<Record<Medium, readonly string[]>>> = {
  slack: ['attachments', 'callback_id'],
  pagerduty: ['payload', 'custom_details', marker],
  opsgenie: ['details', marker],
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const ofSms = (text: string): Told => {
  const form = new URLSearchParams(text);
  const mark = [...form].find(([, value]) => /^(firing|resolved)\|/.test(value))?.[1] ?? '';
  return { ...marked(mark), body: { subject: form.get('Subject') ?? '', text: form.get('Message') ?? '' } };
};

const ofWebhook = (body: unknown): Told => ({
  isResolved: textAt(body, 'status') === 'resolved',
  alerts: [...new Set(listAt(body, 'alerts').map((each) => textAt(each, 'labels', 'alertname') ?? ''))],
  body,
});

/**
 * What somebody was told by HTTP. Opsgenie is told the rest of an alert that it has by further requests, which are no messages of their own.
 *
 * @param names of all alerts, for services that have no field to spare.
 */
export const posted = (
  medium: Medium,
  { path, text }: Posted,
  names: readonly string[],
): Told | undefined => {
  if (medium === 'sms') return ofSms(text);
  const all = parsed(text);
  if (valueAt(all, ['groupKey']) !== undefined && valueAt(all, ['alerts']) !== undefined)
    return ofWebhook(all);
  if (medium === 'opsgenie' && /\/close/.test(path))
    return { isResolved: true, alerts: read(text, names).alerts, body: all };
  if (medium === 'opsgenie' && /\/v2\/alerts\/./.test(path)) return undefined;
  const { mark, body } = unmarked(all, places[medium] ?? []);
  if (mark !== undefined) return { ...marked(mark), body };
  return { ...read(text, names), body };
};

const header = (text: string, name: string): string =>
  new RegExp(`^${name}: ?((?:.*)(?:\\n[ \\t].*)*)`, 'im')
    .exec(text)?.[1]
    ?.replace(/\s*\n\s+/g, ' ')
    .trim() ?? '';

const part = (text: string, type: string): string => {
  const [, after = ''] = text.split(new RegExp(`^Content-Type: ${type}.*$`, 'im'));
  const [, body = ''] =
    /^(?:.+\n)*\n([^]*?)(?:\n--[\w.'()+,-]+(?:--)?\s*(?:\n|$)|$)/.exec(after.replace(/^\n/, '')) ?? [];
  return body.trim();
};

/** What somebody was told by mail. */
export const mailed = ({ text, to }: Mail): Told => ({
  ...marked(header(text, `X-${marker}`)),
  body: {
    subject: header(text, 'Subject'),
    from: header(text, 'From'),
    to: to.join(', '),
    html: part(text, 'text/html'),
    text: part(text, 'text/plain'),
  },
});
