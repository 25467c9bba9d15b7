import { atField, fieldText, valueAt } from '#ground/field.js';
import type { Rendered } from '#imports/render.js';
import { defaults } from '#imports/served/defaults.js';
import type { Defaults } from '#imports/served/part.js';
import { fieldsAt, listsAlong } from '#imports/served/path.js';
import { quantitiesOf, servedQuantity } from '#imports/served/quantity.js';
import { quote } from '#imports/field-fault.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

const saysNothing = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === 0 ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** What a server fills into lists that are compared whole: there the manifest differs from the object for ever. */
const left = ({ path, manifest }: Rendered, { filled, keyed }: Defaults): readonly Fault[] =>
  Object.entries(filled)
    .filter(([field]) => listsAlong(field).some((list) => !(list in keyed)))
    .flatMap(([field, value]) =>
      fieldsAt(manifest, field)
        .filter((each) => valueAt(manifest, each) === undefined)
        .map((each) => ({
          where: atField(path, fieldText(each)),
          what: '',
          code: 'differs-for-ever',
          why: `the API server fills in ${quote(value)} here, in a list that is compared whole: the manifest and the object would differ for ever`,
          cure: `write ${String(each.at(-1))}: ${typeof value === 'string' && value !== '' ? value : quote(value)}`,
        })),
    );

/** What a server drops because it says nothing. */
const empty = ({ path, manifest }: Rendered, { dropped }: Defaults): readonly Fault[] =>
  dropped
    .flatMap((field) => fieldsAt(manifest, field))
    .filter((each) => {
      const value = valueAt(manifest, each);
      return value !== undefined && saysNothing(value);
    })
    .map((each) => ({
      where: atField(path, fieldText(each)),
      what: quote(valueAt(manifest, each)),
      code: 'differs-for-ever',
      why: 'this says nothing, so the API server drops it, and a diff may show it for ever',
      cure: 'leave it out',
    }));

/** Quantities that a server writes in another way. */
const amounts = ({ path, manifest }: Rendered): readonly Fault[] =>
  quantitiesOf(manifest).flatMap((field) => {
    const value = valueAt(manifest, field);
    // A number is a quantity too, and is served as a text.
    const as = servedQuantity(String(value));
    return value === undefined || value === as
      ? []
      : [
          {
            where: atField(path, fieldText(field)),
            what: quote(value),
            code: 'differs-for-ever',
            why: `the API server writes this quantity as ${quote(as)}: the manifest and the object would differ for ever`,
            cure: `write ${quote(as)}`,
          },
        ];
  });

/**
 * What an API server or a CRD fills in, or drops, is written or left out such that what is served does not differ from the
 * manifest: GitOps would sync it without end.
 */
export const nothingIsLeftToTheServer: Law = inEach(({ objects }) =>
  objects.flatMap((object) => [
    ...defaults
      .filter(({ kind }) => kind === object.manifest.kind)
      .flatMap((each) => [...left(object, each), ...empty(object, each)]),
    ...amounts(object),
  ]),
);
