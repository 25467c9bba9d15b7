import { secretReference } from '#ground/secret.js';
import { type Shape, anything, byName, exactly, fields, listOf, oneOf, text, truth } from '#ground/shape.js';
import { accessFields } from '#application/scrape/shape.js';
import { isObject } from '#ground/field.js';

const aNumberOf = (known: readonly number[]): Shape => {
  const written = oneOf(known.map(String));
  return (where, value) =>
    typeof value === 'number' ? written(where, String(value)) : written(where, value);
};

/** What of a module `moduleFaults` looks at itself: its prober, and how long an answer may take. */
const common = { prober: anything };
const besides = { timeout: anything, ip: aNumberOf([4, 6]) };

const patterns = listOf((where, value) => (value instanceof RegExp ? [] : text(where, value)));
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'] as const;

const shapes: Readonly<Record<string, Shape>> = {
  http: exactly(common, {
    ...besides,
    ...{ method: oneOf(methods), statusCodes: listOf(anything), headers: byName(text) },
    ...{ onlyHttps: truth, stopAtRedirect: truth },
    body: exactly({}, { holds: patterns, lacks: patterns }),
    tls: accessFields.tls,
    basicAuth: exactly({ username: text, password: secretReference }),
    bearerToken: secretReference,
  }),
  tcp: exactly(common, { ...besides, tls: accessFields.tls }),
  dns: exactly({ ...common, query: text }, { ...besides, type: anything, over: oneOf(['udp', 'tcp']) }),
};

/** What a module is written as, where types were put aside. */
export const moduleShape: Shape = (where, value) => {
  const prober = isObject(value) ? String(value['prober']) : '';
  return (shapes[prober] ?? fields(common))(where, value);
};
