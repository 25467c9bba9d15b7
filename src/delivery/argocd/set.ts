import { keyed } from '#ground/keyed.js';
import type { Ignored } from '#cluster/argocd.js';
import type { Delivery, Facts, Form } from './delivery.js';
import { applicationOf, takesAlongWhatIsOf } from './spec.js';

const fields = [
  ...(['cluster', 'name', 'project', 'repository', 'revision', 'charts'] as const),
  ...(['server', 'namespace', 'path', 'version', 'release'] as const),
];

/** A field in the template of an ApplicationSet. */
const placeholder = (field: keyof Facts): string => `{{.${field}}}`;

/**
 * One ApplicationSet for all that is delivered in one form: what differs stands in a list, the rest in the template. Applications of a set that is
 * deleted, or of an element that goes, take along what they delivered only where applications do so by themselves.
 */
export const applicationSetSpec = (
  form: Form,
  ignores: readonly Ignored[],
  deliveries: readonly Delivery[],
) => {
  const facts = deliveries.map((each) => each.facts);
  const differing = fields.filter((field) => new Set(facts.map((each) => each[field])).size > 1);
  const [first] = facts;
  const template = keyed(fields, (field) =>
    differing.includes(field) ? placeholder(field) : (first?.[field] ?? ''),
  );
  return {
    goTemplate: true,
    goTemplateOptions: ['missingkey=error'],
    generators: [{ list: { elements: facts.map((each) => keyed(differing, (field) => each[field])) } }],
    ...(!takesAlongWhatIsOf(form) && { syncPolicy: { preserveResourcesOnDeletion: true } }),
    template: applicationOf(form, ignores, template),
  };
};
