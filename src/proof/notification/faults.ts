import type { Fault } from '#ground/fault.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { type MessageTemplate, messageTemplates } from '#routing/receiver/templates.js';
import type { Routing } from '#routing/routing.js';
import { templateData } from './notification.js';
import { render } from './render.js';
import { type Sample, samples } from './samples.js';

/**
 * What is wrong with the templates of a routing, the project's own and those given in their place: Alertmanager takes such a
 * template, and fails when it should send. Each is rendered over `samples`; a branch which none of them enters is not seen.
 *
 * @returns a fault for each template that cannot be rendered, at `receivers.oncall[0].message.title`.
 */
export const templateFaults = async (routing: Routing): Promise<readonly Fault[]> => {
  const found: Fault[] = [];
  // One integration after the other: each of its templates is a process of its own.
  for (const { at, integration } of integrationsOf(routing)) {
    const templates = messageTemplates(integration, routing);
    const refusals = await Promise.all(templates.map((each) => firstRefusal(integration, each, samples)));
    found.push(
      ...templates.flatMap(({ name }, i) => {
        const refused = refusals[i];
        return refused === undefined
          ? []
          : [
              {
                where: `${at}.message.${name}`,
                what: '',
                code: 'template-refused' as const,
                why: refused,
                cure: '',
              },
            ];
      }),
    );
  }
  return found;
};

const integrationsOf = ({
  receivers,
}: Routing): readonly { readonly at: string; readonly integration: Integration }[] =>
  Object.entries(receivers).flatMap(([receiver, integrations]) =>
    integrations.map((integration, i) => ({ at: `receivers.${receiver}[${i}]`, integration })),
  );

const firstRefusal = async (
  integration: Integration,
  template: MessageTemplate,
  [sample, ...others]: readonly Sample[],
): Promise<string | undefined> => {
  if (sample === undefined) return undefined;
  const result = await render(template, templateData(integration.integration, sample.notification));
  return 'refused' in result
    ? `when ${sample.when}: ${result.refused}`
    : firstRefusal(integration, template, others);
};
