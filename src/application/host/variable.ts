import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';
import type { Application } from '#application/application.js';

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
  // No variable begins with a digit.
  name: `${name}_${key}`
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '_')
    .replace(/^(?=\d)/, '_'),
  what: `the ${key.toLowerCase().replaceAll(/[^a-z0-9]/g, ' ')} that ${user} logs in with`,
});

type Running = Pick<Application, 'exporters' | 'logs'>;

/** The secrets of all exporters and of the logging agent, each with the variable that holds it. */
const secretVariables = ({ exporters, logs }: Running): readonly (readonly [Secret, Variable])[] =>
  [...exporters, ...(logs ? [logs] : [])].flatMap(({ name, environment }) =>
    Object.values(environment).flatMap((value) =>
      typeof value === 'string' ? [] : [[value, secretVariable(value, name)] as const],
    ),
  );

/** Every variable that the operator must set, each once. */
export const variables = (application: Running): readonly Variable[] => {
  const all = [grafanaUser, grafanaPassword, ...secretVariables(application).map(([, variable]) => variable)];
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i);
};

/** Where two secrets would be read from one variable. */
export const variableFaults = (application: Running): readonly Fault[] => {
  const owners = [
    ...[grafanaUser, grafanaPassword].map(({ name }) => ({ name, owner: 'Grafana' })),
    ...secretVariables(application).map(([{ name, key }, variable]) => ({
      name: variable.name,
      owner: `secret('${name}', '${key}')`,
    })),
  ];
  return owners.flatMap(({ name, owner }, i) => {
    const first = owners.findIndex((other) => other.name === name);
    const other = owners[first]?.owner;
    return first === i || other === owner || other === undefined
      ? []
      : [
          {
            where: `variables.${name}`,
            what: owner,
            code: 'name-twice',
            why: `${owner} and ${other} would both be read from it`,
            cure: 'rename one of them',
          },
        ];
  });
};
