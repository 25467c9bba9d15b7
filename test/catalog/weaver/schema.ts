const text = { type: 'string', minLength: 1 } as const;
const stability = { enum: ['development', 'alpha', 'beta', 'release_candidate', 'stable'] } as const;
const object = (required: object, optional: object = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});
const listOf = (items: object) => ({ type: 'array', minItems: 1, items });

const member = object({ id: text, value: { type: ['string', 'number'] }, stability }, { brief: text });
const types = ['string', 'int', 'double', 'boolean', 'any', 'string[]', 'int[]', 'double[]', 'boolean[]'];
const attribute = object(
  {
    ...{ id: text, stability, brief: text },
    type: { anyOf: [{ enum: types }, object({ members: listOf(member) })] },
  },
  { examples: listOf(text) },
);
// Examples may be left out of what is boolean, a number or a set of members.
const exemplified = {
  ...attribute,
  if: { properties: { type: { const: 'string' } } },
  then: { required: ['examples'] },
};

/**
 * What a registry of Weaver may say of attributes and metrics, and must, as its syntax tells,
 * https://github.com/open-telemetry/weaver/blob/main/schemas/semconv-syntax.md. Narrower than that: only what is written here.
 */
export const registrySchema = object({
  groups: listOf({
    oneOf: [
      object({
        ...{ id: text, type: { const: 'attribute_group' }, brief: text },
        attributes: listOf(exemplified),
      }),
      object(
        {
          ...{ id: text, type: { const: 'metric' }, metric_name: text, brief: text, stability, unit: text },
          instrument: { enum: ['counter', 'updowncounter', 'gauge', 'histogram'] },
        },
        {
          attributes: listOf(object({ ref: text })),
          annotations: object({ cheomseong: { type: 'object' } }),
        },
      ),
    ],
  }),
});
