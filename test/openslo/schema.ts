const text = { type: 'string', minLength: 1 } as const;
const described = { type: 'string', maxLength: 1050 } as const;
/** As DNS has it. */
const name = { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 63 } as const;
const shorthand = { type: 'string', pattern: '^[1-9][0-9]*[mhdwMQY]$' } as const;

const object = (required: object, optional: object = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});
const one = (items: object) => ({ type: 'array', minItems: 1, maxItems: 1, items });
const metadata = object(
  { name },
  {
    displayName: text,
    annotations: {
      type: 'object',
      propertyNames: { pattern: '^[a-zA-Z0-9]([-_.a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$' },
      additionalProperties: text,
    },
  },
);
const metric = object({
  metricSource: object({ type: { const: 'Prometheus' }, spec: object({ query: text }) }),
});
const ratio = {
  oneOf: [
    object({ counter: { type: 'boolean' }, good: metric, total: metric }),
    object({ counter: { type: 'boolean' }, bad: metric, total: metric }),
    object({ counter: { type: 'boolean' }, rawType: { enum: ['success', 'failure'] }, raw: metric }),
  ],
};
const indicator = object({ metadata, spec: object({ ratioMetric: ratio }, { description: described }) });
const condition = object({
  kind: { const: 'AlertCondition' },
  metadata,
  spec: object(
    {
      severity: text,
      condition: object({
        kind: { const: 'burnrate' },
        op: { enum: ['lte', 'gte', 'lt', 'gt'] },
        threshold: { type: 'number' },
        lookbackWindow: shorthand,
      }),
    },
    { description: described },
  ),
});

const of = (kind: string, spec: object) =>
  object({ apiVersion: { const: 'openslo/v1' }, kind: { const: kind }, metadata, spec });

/**
 * What a document of OpenSLO v1 may say and must, as its specification tells, https://github.com/OpenSLO/OpenSLO#object-types. Narrower than
 * that: only the kinds and fields that are written here.
 */
export const openSloSchema = {
  oneOf: [
    of('Service', object({})),
    of('AlertNotificationTarget', object({ target: text }, { description: described })),
    of(
      'AlertPolicy',
      object({
        alertWhenBreaching: { type: 'boolean' },
        alertWhenResolved: { type: 'boolean' },
        alertWhenNoData: { type: 'boolean' },
        conditions: one(condition),
        notificationTargets: { type: 'array', minItems: 1, items: object({ targetRef: name }) },
      }),
    ),
    of(
      'SLO',
      object({
        service: name,
        indicator,
        timeWindow: one(object({ duration: shorthand, isRolling: { const: true } })),
        budgetingMethod: { const: 'Occurrences' },
        objectives: {
          type: 'array',
          minItems: 1,
          items: object(
            { target: { type: 'number', minimum: 0, exclusiveMaximum: 1 } },
            { displayName: text },
          ),
        },
        alertPolicies: { type: 'array', items: object({ alertPolicyRef: name }) },
      }),
    ),
  ],
};
