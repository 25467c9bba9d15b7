import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Packed, pack } from '../package/packed.js';
import {
  type Newcomer,
  type Ran,
  asVersion,
  emptyFolder,
  fileOfPage,
  install,
  leave,
  newcomerIn,
} from './newcomer.js';

let packed: Packed | undefined;
let newcomer: Newcomer;
let installed: Ran;
const patience = 240_000;

beforeAll(() => {
  packed = pack();
  newcomer = newcomerIn(emptyFolder('monitoring'));
  newcomer.run('git', 'init', '--quiet', '--initial-branch=main');
  installed = install(newcomer, packed.archive, packed.user);
}, patience);
afterAll(() => {
  packed?.remove();
  leave(newcomer.folder);
});

/** All that git sees changed since it was last asked, and from then on no more. */
const changed = (): readonly string[] => {
  newcomer.run('git', 'add', '--all');
  const { stdout } = newcomer.run('git', 'diff', '--cached', '--name-only', '--no-renames');
  const author = ['-c', 'user.name=Newcomer', '-c', 'user.email=newcomer@example.org'];
  newcomer.run('git', ...author, 'commit', '--quiet', '--message', 'step');
  return stdout.split('\n').filter((line) => line !== '');
};
/** The same without what synthesis writes. */
const changedByHand = (): readonly string[] => changed().filter((path) => !/^(dist|docs)\//.test(path));

const well = { status: 0, stderr: '' };
const cheomseong = (...args: readonly string[]): Ran => newcomer.cheomseong(...args);
const npmTest = (): Ran => newcomer.run('npm', 'test', '--silent');

describe('in an empty folder', () => {
  test('npm installs the package and warns of nothing', () => {
    expect(installed).toMatchObject(well);
  });

  test('an application is made', () => {
    expect(cheomseong('new', 'shop')).toMatchObject(well);
  });

  test('its files are there, and nothing else', () => {
    expect(newcomer.files()).toEqual([
      '.github/workflows/monitoring.yml',
      '.gitignore',
      '.gitlab-ci.yml',
      'README.md',
      'apps/runbooks.ts',
      'apps/shop/alerts.ts',
      'apps/shop/dashboard.ts',
      'apps/shop/index.ts',
      'apps/shop/metrics.ts',
      'main.ts',
      'package-lock.json',
      'package.json',
      'test/routes/shop.yml',
      'tsconfig.json',
    ]);
  });

  test('it is synthesized as it is', () => {
    expect(cheomseong('synth')).toMatchObject({
      ...well,
      stdout: expect.stringContaining('dist/: 5 files, 0 changed, 5 new, 0 removed'),
    });
  });

  test(
    'it is proven as it is',
    () => {
      expect(cheomseong('prove')).toMatchObject({
        ...well,
        stdout: expect.stringContaining('every proof holds'),
      });
    },
    patience,
  );

  test(
    'npm test passes, whose last word is a test of routes',
    () => {
      changed();
      expect(npmTest()).toMatchObject({
        ...well,
        stdout: expect.stringMatching(/\nPASS Warnings of Shop reach the same channel\n$/),
      });
    },
    patience,
  );

  test('npm test leaves every file as it was', () => {
    expect(changed()).toEqual([]);
  });
});

describe('a second application', () => {
  test('is added by the command', () => {
    expect(cheomseong('new', 'order-service')).toMatchObject(well);
  });

  test('stands in files of its own, and in main.ts', () => {
    expect(changed()).toEqual([
      ...['alerts', 'dashboard', 'index', 'metrics'].map((file) => `apps/order-service/${file}.ts`),
      'main.ts',
      'test/routes/order-service.yml',
    ]);
  });

  test(
    'passes with the first, once it is synthesized',
    () => {
      cheomseong('synth');
      expect(npmTest()).toMatchObject(well);
    },
    patience,
  );

  test('changes nothing of what the first is monitored by', () => {
    expect(changed().filter((path) => path.includes('/shop/'))).toEqual([]);
  });
});

describe('an alert, a panel and an SLO, as the pages have them', () => {
  const index = 'apps/shop/index.ts';

  test('an alert is added', () => {
    newcomer.write('apps/shop/workers.ts', fileOfPage('docs/how-to/alert.md', 'apps/shop/workers.ts'));
    newcomer.change(
      index,
      "import { shopMetrics } from './metrics.ts';",
      "import { shopMetrics } from './metrics.ts';\nimport { tooFewWorkers, workerMetrics } from './workers.ts';",
    );
    newcomer.change(index, 'metrics: [shopMetrics]', 'metrics: [shopMetrics, workerMetrics]');
    newcomer.change(index, 'packs: [alerts]', 'packs: [alerts, { tooFewWorkers }]');
    expect(cheomseong('synth')).toMatchObject(well);
  });

  test(
    'and proven alone, with the message that people get',
    () => {
      expect(cheomseong('prove', 'TooFewWorkers').stdout).toContain('What is told of TooFewWorkers');
    },
    patience,
  );

  test('a panel is added', () => {
    const file = 'apps/shop/dashboard.ts';
    newcomer.write(file, fileOfPage('docs/how-to/panel.md', file));
    expect(cheomseong('synth')).toMatchObject(well);
  });

  test('an SLO is added', () => {
    newcomer.write('apps/shop/slos.ts', fileOfPage('docs/how-to/slo.md', 'apps/shop/slos.ts'));
    newcomer.change(
      index,
      "import { shopMetrics } from './metrics.ts';",
      "import { shopMetrics } from './metrics.ts';\nimport { groups } from './slos.ts';",
    );
    newcomer.change(
      index,
      'groups: ({ application: name }) => [',
      'groups: ({ application: name }) => [\n    ...groups,',
    );
    expect(cheomseong('synth')).toMatchObject(well);
  });

  test('its panels are added', () => {
    const file = 'apps/shop/dashboard.ts';
    newcomer.change(
      file,
      "import { shopMetrics } from './metrics.ts';",
      "import { shopMetrics } from './metrics.ts';\nimport { panels } from './slos.ts';",
    );
    newcomer.change(file, 'failing, busiest]', 'failing, busiest, ...panels]');
    expect(cheomseong('synth')).toMatchObject(well);
  });

  test(
    'all pass',
    () => {
      expect(npmTest()).toMatchObject(well);
    },
    patience,
  );

  test('and touch the files of the application alone', () => {
    expect(changedByHand().filter((path) => !path.startsWith('apps/shop/'))).toEqual([]);
  });
});

describe('the package under a higher version', () => {
  const poison = "throw new Error('of the former version');";
  const bundles = (): readonly string[] => {
    const kept = 'node_modules/.cache/cheomseong/synth';
    return readdirSync(join(newcomer.folder, kept), { recursive: true, encoding: 'utf8' })
      .filter((file) => /packages-.*\.js$/.test(file))
      .map((file) => join(newcomer.folder, kept, file));
  };

  test(
    'is installed over the former',
    () => {
      for (const file of bundles()) writeFileSync(file, poison);
      const own = join(newcomer.folder, 'node_modules/cheomseong');
      install(newcomer, asVersion(own, '99.0.0', dirname(newcomer.folder)), packed?.user ?? '');
      expect(cheomseong('--version').stdout).toBe('99.0.0\n');
    },
    patience,
  );

  test('makes the same of the estate, and reads no cache of the former version', () => {
    expect(cheomseong('synth', '--check')).toMatchObject({
      ...well,
      stdout: expect.stringMatching(/^dist\/: \d+ files, nothing changed\n/),
    });
  });

  test(
    'removes what the former version kept of packages',
    () => {
      cheomseong('prove');
      expect(
        bundles().filter((file) => newcomer.read(file.slice(newcomer.folder.length + 1)) === poison),
      ).toEqual([]);
    },
    patience,
  );

  test('changes package.json and its lock alone', () => {
    expect(changed()).toEqual(['package-lock.json', 'package.json']);
  });
});

describe('the first application', () => {
  test('is removed with its folder, its tests and its lines', () => {
    newcomer.remove('apps/shop');
    newcomer.remove('test/routes/shop.yml');
    newcomer.change('main.ts', "import { shop } from './apps/shop/index.ts';\n", '');
    newcomer.change('main.ts', '[shop, orderService]', '[orderService]');
    expect(cheomseong('synth')).toMatchObject(well);
  });

  test('takes what it was monitored by with it', () => {
    expect(newcomer.files().filter((path) => path.includes('/shop/'))).toEqual([]);
  });

  test('is told before that is merged by the alerts that are gone', () => {
    expect(cheomseong('review', '--', 'HEAD')).toMatchObject({
      ...well,
      stdout: expect.stringMatching(/^# \d+ critical alerts? (is|are|no)[^]*gone with the application/),
    });
  });

  test('leaves the other as it was', () => {
    expect(changed().filter((path) => path.includes('order-service'))).toEqual([]);
  });

  test(
    'leaves an estate that passes',
    () => {
      expect(npmTest()).toMatchObject(well);
    },
    patience,
  );
});
