import { isObject } from '#ground/field.js';
import {
  type Shape,
  anything,
  byName,
  fields,
  length,
  listOf,
  named,
  oneOf,
  oneOrMore,
  text,
} from '#ground/shape.js';
import { severities } from '#alerts/rule/facts.js';

const scenario = { when: named, series: listOf(fields({ metric: anything, labels: byName(text) })) };
const told = fields({ labels: byName(text) }, { reads: byName(text) });
const written = fields({
  fires: listOf(fields({ ...scenario, labels: byName(text) }, { reads: byName(text), also: listOf(told) })),
  quiet: listOf(fields(scenario)),
});

const proof: Shape = (where, value) => {
  if (!isObject(value) || 'fires' in value) return written(where, value);
  return 'unproven' in value
    ? fields({ unproven: named })(where, value)
    : fields({ derived: written })(where, value);
};

/** What an alert is made of that was written elsewhere, where types were put aside. */
export const importedShape = fields(
  { when: fields({ signal: anything }), proof },
  {
    given: oneOrMore(anything),
    except: oneOrMore(anything),
    ...{ for: length, keepFiringFor: length, scrapedEvery: length },
    ...{ labels: byName(text), annotations: byName(text), component: named, key: named },
    severity: oneOf([...severities, 'none']),
  },
);
