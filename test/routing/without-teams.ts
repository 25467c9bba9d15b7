import { parse, stringify } from 'yaml';

interface Receivers {
  readonly receivers: readonly { readonly msteamsv2_configs?: unknown }[];
}

/** The same `alertmanager.yml` for Debian 12's Alertmanager 0.25, which knows no workflows of Microsoft Teams: 0.28 does. */
export const withoutTeams = (yml: string): string => {
  // The project's own alertmanager.yml.
  const configuration = parse(yml) as Receivers;
  return stringify({
    ...configuration,
    receivers: configuration.receivers.map(({ msteamsv2_configs: _, ...others }) => others),
  });
};
