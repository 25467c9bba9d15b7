import { type Fault, thrownBy } from '#ground/fault.js';
import { isTelling } from '#ground/secret.js';
import { re2Source } from '#promql/metric/match.js';
import { re2Fault } from '#promql/metric/re2.js';
import type { HttpModule } from './module.js';

const statusFaults = ({ statusCodes }: HttpModule): readonly Fault[] =>
  statusCodes === undefined
    ? []
    : [
        ...(statusCodes.length > 0
          ? []
          : [
              {
                where: 'statusCodes',
                what: '',
                code: 'bad-http' as const,
                why: 'none of them is right',
                cure: 'leave it out: then 2xx is',
              },
            ]),
        ...statusCodes
          .filter((code) => !Number.isInteger(code) || code < 100 || code > 599)
          .map((code) => ({
            where: 'statusCodes',
            what: String(code),
            code: 'bad-http' as const,
            why: `${code} is no status code of HTTP`,
            cure: 'write e.g. [200, 204]',
          })),
      ];

/** Headers by which one logs in, and others whose names say that they are secret. */
const isLogin = (header: string): boolean =>
  /^(proxy-)?authorization$|^cookie$/i.test(header) || isTelling(header);

const headerFaults = ({ headers = {} }: HttpModule): readonly Fault[] =>
  Object.entries(headers).flatMap(([header, text]): readonly Fault[] => {
    const where = `headers.${header}`;
    if (!/^[-!#$%&'*+.^_`|~\w]+$/.test(header))
      return [
        {
          where: 'headers',
          what: header,
          code: 'bad-http',
          why: `'${header}' is no name of a header`,
          cure: 'write e.g. Host',
        },
      ];
    if (isLogin(header))
      return [
        {
          where,
          what: '(not shown)',
          code: 'secret-in-the-open',
          why: 'it would be committed and readable by everybody',
          cure: 'give it as basicAuth or bearerToken, by secret(name, key)',
        },
      ];
    return /[\r\n]/.test(text)
      ? [
          {
            where,
            what: header,
            code: 'bad-http',
            why: 'it holds a line break, behind which another header begins',
            cure: 'leave it out',
          },
        ]
      : [];
  });

const bodyFaults = ({ body: { holds = [], lacks = [] } = {} }: HttpModule): readonly Fault[] =>
  Object.entries({ holds, lacks }).flatMap(([field, patterns]) =>
    patterns.flatMap((pattern): readonly Fault[] => {
      const where = `body.${field}`;
      const flags = thrownBy(where, () => re2Source(pattern, ''));
      const fault = flags.length > 0 ? undefined : re2Fault(re2Source(pattern, ''));
      const why = `${String(pattern)} is no regular expression of RE2: ${fault}`;
      return fault === undefined
        ? flags
        : [{ where, what: String(pattern), code: 'bad-regex', why, cure: '' }];
    }),
  );

/** What is wrong with how endpoints are asked by HTTP: codes and headers that are none, patterns that RE2 does not know, logins as text. */
export const httpFaults = (module: HttpModule): readonly Fault[] => [
  ...statusFaults(module),
  ...headerFaults(module),
  ...bodyFaults(module),
  ...(module.basicAuth && module.bearerToken
    ? [
        {
          where: 'bearerToken',
          what: `secret('${module.bearerToken.name}', '${module.bearerToken.key}')`,
          code: 'two-logins' as const,
          why: 'a request has one header Authorization, and basicAuth is sent in it',
          cure: 'leave one of both out',
        },
      ]
    : []),
];
