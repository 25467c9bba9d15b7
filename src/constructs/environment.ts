import { EnvValue } from 'cdk8s-plus-27/lib/container.js';
import { Secret } from 'cdk8s-plus-27/lib/secret.js';
import type { Construct } from 'constructs';
import type { EnvironmentValue } from '#application/exporter/exporter.js';

/** Variables of a container: texts, and keys of Secrets that are there. */
export const environmentOf = (
  scope: Construct,
  environment: Readonly<Record<string, EnvironmentValue>>,
): Record<string, EnvValue> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => {
      if (typeof value === 'string') return [name, EnvValue.fromValue(value)];
      const secret = Secret.fromSecretName(scope, `secret-${name}`, value.name);
      return [name, EnvValue.fromSecretValue({ secret, key: value.key })];
    }),
  );
