import { aFunction, byName, exactly, fields, length, named, oneOf, text } from '#ground/shape.js';
import { aLimit } from '#promql/unit/limit.js';
import { severities } from '#alerts/rule/facts.js';

const facts = { limit: aLimit, for: length, severity: oneOf(severities) };
const besides = { keepFiringFor: length, window: length, component: named, labels: byName(text) };

/** What an alert is made of. */
export const alertShape = fields(
  { ...facts, when: aFunction, says: fields({}, { ko: aFunction, en: aFunction }), proof: aFunction },
  {
    ...besides,
    ...{ given: aFunction, knownBy: aFunction, except: aFunction, during: aFunction },
    scrapedEvery: length,
  },
);

/** What a rule carries to Prometheus and Alertmanager, whoever copied it since. */
export const carriedShape = fields(
  { name: named, for: length, severity: oneOf([...severities, 'none']), labels: byName(text) },
  { keepFiringFor: length, component: named },
);

/** What may be said anew of an alert. */
export const changeShape = exactly({}, { ...facts, ...besides, name: named });
