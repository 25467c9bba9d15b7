import type { Application } from '../../application/application.js';
import type { Secret } from '../../routing/secret.js';
import type { Mode } from './mode.js';

/** What the operator of a host writes into `.env`. */
export interface Variable {
  readonly name: string;
  /** What it is, as the end of a sentence: `the password of Grafana's administrator`. */
  readonly what: string;
  /** What it is on a developer's machine where nobody has set it; there is none in production. */
  readonly inDevelopment?: string;
}

export const grafanaUser: Variable = {
  name: 'GRAFANA_ADMIN_USER',
  what: "the name of Grafana's administrator",
  inDevelopment: 'admin',
};
export const grafanaPassword: Variable = {
  name: 'GRAFANA_ADMIN_PASSWORD',
  what: "the password of Grafana's administrator",
  inDevelopment: 'admin',
};

/** The variable that holds a secret of a container: `SHOP_DB_MONITORING_PASSWORD`. */
export const secretVariable = ({ name, key }: Secret, user: string): Variable => ({
  name: `${name}_${key}`.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_'),
  what: `the ${key.toLowerCase().replaceAll('_', ' ')} that ${user} logs in with`,
});

/** Every variable that the exporters of an application need, each once. */
export const exporterVariables = ({ exporters }: Pick<Application, 'exporters'>): readonly Variable[] => {
  const all = exporters.flatMap(({ name, environment }) =>
    Object.values(environment).flatMap((value) =>
      typeof value === 'string' ? [] : [secretVariable(value, name)],
    ),
  );
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
};

/** A reference to a variable, https://docs.docker.com/reference/compose-file/interpolation/: without a value Compose stops and says why. */
export const reference = ({ name, what, inDevelopment }: Variable, mode: Mode): string =>
  mode === 'development' && inDevelopment !== undefined
    ? `\${${name}:-${inDevelopment}}`
    : `\${${name}:?set ${name} in .env to ${what}}`;

/** A text that Compose hands on as it is. */
export const literal = (text: string): string => text.replaceAll('$', '$$$$');
