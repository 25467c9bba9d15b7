import { describe, expect, test } from '@jest/globals';
import type { Application } from '../../../application/application.js';
import { parts } from '../../../synth/estate/estate.js';
import { type Host, host } from '../../../application/host/host.js';
import { hosts } from '../../../main.js';
import { runbookPages } from '../../../synth/runbooks/page.js';
import { synthesize } from '../../../synth/synthesize.js';
import { ViolationError } from '../../../ground/violation.js';
import { bakery, shop } from './shop.js';

/** What is wrong with an estate and its hosts when it is synthesized. */
const violations = (applications: readonly Application[], on: readonly Host[]) => {
  const { charts, laws } = parts(applications, on);
  try {
    synthesize(charts, laws);
    return [];
  } catch (error) {
    if (error instanceof ViolationError) return error.violations;
    throw error;
  }
};

describe('the hosts of an estate', () => {
  const here = shop();

  test('may be one for each application', () => {
    const other = bakery();
    expect(violations([here, other], [host(here), host(other)])).toEqual([]);
  });

  test('are refused where two have one application', () => {
    expect(violations([here], [host(here), host(here, { ports: { grafana: 3001 } })])).toEqual([
      {
        path: 'shop/host',
        text: 'shop',
        message: 'two hosts have this application, and both would be written to compose/shop',
        cure: 'leave one of them out',
      },
    ]);
  });

  test.each<readonly [string, readonly Application[]]>([
    ['is not in the estate', []],
    ['is another of its name there', [shop()]],
  ])('are refused where their application %s', (_, estate) => {
    expect(violations(estate, [host(here)])).toEqual([
      {
        path: 'shop/host',
        text: 'shop',
        message:
          'the estate does not hold this application: no law checks it, and its alerts have no runbooks',
        cure: 'add the same value to the estate',
      },
    ]);
  });

  test('are refused where an application is called like their folder', () => {
    const compose = shop({}, 'compose');
    expect(violations([compose], [host(compose)])).toEqual([
      {
        path: 'compose/host',
        text: 'compose',
        message: 'its manifests would stand among the files of hosts, in compose/',
        cure: 'give the application another name',
      },
    ]);
  });

  test('are told of with everything else that is wrong', () => {
    const groups = [...here.groups, ...here.groups].map((group, i) => ({ ...group, name: `shop-${i}` }));
    const said = violations([{ ...here, groups }, here], [host(here), host(here)]);
    expect(said.map(({ path }) => path)).toEqual(expect.arrayContaining(['shop', 'shop/host']));
  });
});

describe.each(hosts.map(({ application }) => [application.name, application] as const))(
  'the runbooks of %s, which lives on a host,',
  (name, application) => {
    const text = [...runbookPages(application).values()].join('\n');
    const projects = [...text.matchAll(/docker compose -p (\S+)/g)].map(([, project]) => project);

    test('name its own project and that of its monitoring, and no other', () => {
      expect([...new Set(projects)].sort()).toEqual([name, `${name}-monitoring`]);
    });
  },
);
