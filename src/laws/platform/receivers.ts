import type { Fault } from '#ground/fault.js';
import { type Release, isBefore } from '#ground/release.js';
import type { Integration } from '#routing/receiver/receiver.js';
import type { Law } from '#laws/law.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

/** What an integration needs of a cluster that not every one has which we write for: docs/receivers.md. */
export const receiverNeeds: Partial<
  Readonly<Record<Integration['integration'], { readonly alertmanager: Release; readonly operator: Release }>>
> = {
  msteams: { alertmanager: '0.28', operator: '0.82' },
};

/** An Alertmanager that does not know an integration keeps its old configuration: no alert of anybody is told as it is written. */
export const everyReceiverIsKnown: Law = inEach(
  platformLaw(({ versions }, { applications, cluster }) =>
    applications.flatMap(({ name, routing }) =>
      Object.entries(routing.receivers).flatMap(([receiver, integrations]) =>
        integrations.flatMap(({ integration }): readonly Fault[] => {
          const needed = receiverNeeds[integration];
          if (needed === undefined) return [];
          const told = { where: `${name}/routing.receivers.${receiver}`, what: integration };
          return [
            ...(isBefore(versions.alertmanager, needed.alertmanager)
              ? [
                  {
                    ...told,
                    code: 'alertmanager-too-old' as const,
                    why: `${integration} needs Alertmanager ${needed.alertmanager}, and the platform of ${cluster.name} runs ${versions.alertmanager}`,
                    cure: `update it to ${needed.alertmanager} or newer, or tell by something else`,
                  },
                ]
              : []),
            ...(isBefore(versions.operator, needed.operator)
              ? [
                  {
                    ...told,
                    code: 'operator-too-old' as const,
                    why: `${integration} needs prometheus-operator ${needed.operator}, and the platform of ${cluster.name} runs ${versions.operator}`,
                    cure: `update it to ${needed.operator} or newer, its CRDs too`,
                  },
                ]
              : []),
          ];
        }),
      ),
    ),
  ),
);
