import { isObject } from '#ground/field.js';
import { listAt, textAt } from '#ground/json.js';
import type { Json } from './read.js';

/** The data source that a dashboard leaves to whoever takes it: Grafana's default, or one that is asked for when it is imported. */
const isOpen = (uid: string, model: Json): boolean =>
  uid === '' ||
  uid === 'default' ||
  uid === '-- Default --' ||
  listAt(model, '__inputs').some((input) => uid === `\${${textAt(input, 'name') ?? ''}}`);

const variableIn = /^\$\{?(\w+)(?::\w+)?\}?$|^\[\[(\w+)\]\]$/;

/** What kind of data source a variable offers. */
const typeOf = (variable: string, model: Json): string | undefined =>
  listAt(model, 'templating', 'list').flatMap((each) =>
    textAt(each, 'name') === variable ? (textAt(each, 'query') ?? []) : [],
  )[0];

/** What is asked: the application's own Prometheus where the JSON leaves it open, `undefined`; else as the JSON says. */
export const askedSource = (given: unknown, model: Json): unknown => {
  const uid = typeof given === 'string' ? given : textAt(given, 'uid');
  if (given === null || given === undefined || (uid !== undefined && isOpen(uid, model))) return undefined;
  if (typeof given !== 'string') return isObject(given) && uid !== undefined ? given : undefined;
  const [, braced, bracketed] = variableIn.exec(given) ?? [];
  const variable = braced ?? bracketed;
  if (variable === undefined) return given;
  const type = typeOf(variable, model);
  return { ...(type !== undefined && { type }), uid: `\${${variable}}` };
};
