import { spawn } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Packed, pack } from '../package/packed.js';
import { type Newcomer, type Ran, emptyFolder, leave, newcomerIn } from './newcomer.js';

let packed: Packed;
let nobody: Newcomer;
let owner: Newcomer;
const patience = 240_000;

beforeAll(() => {
  packed = pack();
  chmodSync(program(), 0o755);
  nobody = newcomerIn(emptyFolder('empty'));
  owner = newcomerIn(emptyFolder('monitoring'));
  symlinkSync(join(packed.user, 'node_modules'), join(owner.folder, 'node_modules'));
  owner.run(program(), 'new', 'shop');
}, patience);
afterAll(() => {
  packed.remove();
  leave(nobody.folder);
  leave(owner.folder);
});

const program = (): string => join(packed.user, 'node_modules/cheomseong/bin/cheomseong.mjs');
/** In an empty folder, where nothing is installed. */
const outside = (...args: readonly string[]): Ran => nobody.run(program(), ...args);
/** In the folder of an estate. */
const inside = (...args: readonly string[]): Ran => owner.run(program(), ...args);
const cannot = (stderr: unknown) => ({ status: 2, stdout: '', stderr });
const verbs = ['synth', 'prove', 'new', 'import', 'catalog'];

describe('help', () => {
  test.each(verbs)('of %s has an example that can be typed', (verb) => {
    expect(outside(verb, '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(new RegExp(`\nExamples?\n  npx cheomseong ${verb} `)),
      stderr: '',
    });
  });

  test('names every verb', () => {
    const { stdout } = outside('--help');
    expect(verbs.filter((verb) => !stdout.includes(`cheomseong ${verb} `))).toEqual([]);
  });

  test.each(['-h', '--help'])('is asked for by %s behind other words too', (word) => {
    expect(outside('prove', 'HighErrorRate', word)).toMatchObject({ status: 0, stderr: '' });
  });

  test('is shown, as an error, where nothing was asked for', () => {
    expect(outside()).toEqual(cannot(outside('--help').stdout));
  });

  test('leaves an empty folder empty', () => {
    expect(nobody.files()).toEqual([]);
  });
});

describe('rule files', () => {
  test('are proven where nothing is installed', () => {
    expect(outside('prove', resolve('test/proof/rules/files/sound.yml'))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2 alerts: 2 proven'),
    });
  });

  test('leave an empty folder empty', () => {
    expect(nobody.files()).toEqual([]);
  });
});

describe('what cannot be run', () => {
  test('is a verb that there is not: the nearest is named', () => {
    expect(outside('syntth')).toEqual(cannot('There is no syntth: write synth. See cheomseong --help.\n'));
  });

  test.each(['synth', 'prove'])('is %s outside an estate', (verb) => {
    expect(outside(verb)).toEqual(
      cannot(
        `There is no main.ts in ${nobody.folder}, nor an estate in a folder above. Make one: cheomseong new NAME${verb === 'prove' ? '; or prove rule files of yours: cheomseong prove FILE…' : ''}\n`,
      ),
    );
  });

  test.each([
    [['synth', '--chek'], '--chek: there is no such option; --check is meant?'],
    [['synth', 'shop'], 'shop: one word too many; see --help'],
    [['prove', '--frsh'], '--frsh: there is no such option; --fresh is meant?'],
    [['prove', '--mutate', '--lok'], '--lok: there is no such option; --lock is meant?'],
    [['prove', '--routes', 'none.yml'], '--routes none.yml: there is no such file'],
    [['prove', '--routes', 'apps'], '--routes apps: no file in it ends with .yml'],
    [['prove', 'HighErorRate'], 'There is no alert HighErorRate. HighErrorRate is meant?'],
    [['new', 'shop', '--langage', 'ko'], '--langage: there is no such option; --language is meant?'],
    [['new', 'cart', '--language', 'fr'], '--language fr: there are ko and en'],
    [['new'], 'a name is missing: cheomseong new shop'],
    [['new', 'Cart'], "'Cart' is no name for an application"],
    [['new', 'shop'], 'apps/shop is there already'],
    [['catalog'], 'a source is missing'],
    [['catalog', 'none.prom'], 'none.prom cannot be read: ENOENT'],
    [['catalog', 'main.ts'], 'main.ts is no exposition of Prometheus'],
    [['catalog', 'none.prom', '--against', 'none.ts'], 'There is no file'],
    [['catalog', 'main.ts', '--name', 'a b'], '--name a b: code cannot call anything so'],
  ])('is %j', (args, sentence) => {
    expect(inside(...args)).toEqual(cannot(expect.stringContaining(sentence)));
  });

  test('is an estate whose package.json is none', () => {
    const had = owner.read('package.json');
    owner.write('package.json', '{');
    const ran = inside('synth');
    owner.write('package.json', had);
    expect(ran).toEqual(
      cannot(expect.stringContaining(`${owner.folder}/package.json cannot be read as JSON: `)),
    );
  });

  test('is a main.ts that exports no estate', () => {
    const had = owner.read('main.ts');
    owner.write('main.ts', 'export default [];\n');
    const ran = inside('prove');
    owner.write('main.ts', had);
    expect(ran.stderr).toContain(
      "main.ts exports no estate: export default estate({ places: [cluster('production', { applications: [shop] })] })\n",
    );
  });
});

describe('what is wrong with an estate', () => {
  /** What a verb says once a file has something else in the place of something. */
  const where = (from: string, to: string, verb: string): Ran => {
    const had = owner.read('apps/shop/alerts.ts');
    owner.change('apps/shop/alerts.ts', from, to);
    const ran = inside(verb);
    owner.write('apps/shop/alerts.ts', had);
    return ran;
  };

  test.each([
    ['synth', 1],
    ['prove', 2],
  ])('is told by %s with the line of its author first', (verb, status) => {
    expect(where('percent(5)', 'percent(-5)', verb)).toMatchObject({
      status,
      stderr: expect.stringMatching(/^(shop: )?apps\/shop\/alerts\.ts:10:23: .*it fires always/),
    });
  });

  test.each([
    ['what a description refuses', 'percent(5)', 'percent(-5)'],
    ['what it cannot read', 'percent(5)', 'null as never'],
    ['what the estate throws', 'percent(5)', "(() => { throw new Error('own'); })()"],
  ])('is told without lines of the package: %s', (_, from, to) => {
    const { stderr } = where(from, to, 'prove');
    expect(stderr.split('\n').filter((line) => /node_modules|packages-|\.mjs/.test(line))).toEqual([]);
  });

  test('is a package that is imported and is not there', () => {
    const had = owner.read('main.ts');
    owner.write('main.ts', `import 'left-pad';\n${had}`);
    const { stderr } = inside('prove');
    owner.write('main.ts', had);
    expect(stderr).toBe('left-pad is imported, and not installed: npm install\n');
  });

  test('is told by synth --check once it is stale, by exit code 1', () => {
    inside('synth');
    expect(where('percent(5)', 'percent(4)', 'synth').status).toBe(0);
    expect(inside('synth', '--check')).toMatchObject({ status: 1 });
  });
});

test(
  'Nothing is coloured without a terminal',
  () => {
    const said = [inside('synth'), inside('prove'), outside('--help'), inside('synth', '--chek')];
    expect(said.filter(({ stdout, stderr }) => `${stdout}${stderr}`.includes('\u001b'))).toEqual([]);
  },
  patience,
);

describe('new', () => {
  test('names the files that it would write, and writes none', () => {
    expect([outside('new', 'shop', '--dry-run').stdout, nobody.files()]).toEqual([
      expect.stringContaining('to write   apps/shop/index.ts\n'),
      [],
    ]);
  });

  test('tells programs the same', () => {
    expect(JSON.parse(outside('new', 'shop', '--dry-run', '--json').stdout)).toMatchObject({
      files: expect.arrayContaining(['main.ts', 'package.json']),
      changed: [],
      kept: [],
    });
  });

  test.each([
    [{ LC_ALL: '', LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LC_ALL: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' }, 'ko'],
    [{ LC_ALL: 'C', LANG: 'ko_KR.UTF-8' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: '', LANG: '' }, 'en'],
    [{ LC_ALL: '', LANG: 'kok_IN' }, 'en'],
  ])('speaks as the machine does: %j', (machine, language) => {
    const somebody = newcomerIn(emptyFolder('spoken'), machine);
    somebody.run(program(), 'new', 'shop');
    const said = somebody.read('apps/shop/index.ts');
    leave(somebody.folder);
    expect(said).toContain(`language: '${language}'`);
  });
});

describe('catalog', () => {
  const scraped = `# HELP shop_http_requests_total HTTP requests answered
# TYPE shop_http_requests_total counter
shop_http_requests_total{method="GET",path="/",status="200"} 1
# HELP shop_baskets Baskets that are open
# TYPE shop_baskets gauge
shop_baskets 41
`;
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/metrics' ? 200 : 404;
    response.end(request.url === '/metrics' ? scraped : 'no such page');
  });
  let address = '';
  beforeAll(async () => {
    owner.write('metrics.prom', scraped);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const bound = server.address();
    if (typeof bound === 'object') address = `http://127.0.0.1:${bound?.port}`;
  });
  afterAll(() => {
    server.close();
  });

  /** Beside this process, which serves what is asked for. */
  const beside = async (input: string, ...args: readonly string[]) => {
    const child = spawn(program(), args, { cwd: owner.folder });
    const ended = new Promise<number | null>((end) => child.on('close', end));
    child.stdin.end(input);
    const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { status, stdout, stderr };
  };
  const written = "  baskets: gauge('shop_baskets', {\n    help: 'Baskets that are open',\n  }),\n";

  test('writes what a file holds', () => {
    expect(inside('catalog', 'metrics.prom')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(written),
      stderr: '',
    });
  });

  test('writes what a server answers', async () => {
    expect(await beside('', 'catalog', `${address}/metrics`)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(written),
      stderr: '',
    });
  });

  test('writes what comes by standard input', async () => {
    expect(await beside(scraped, 'catalog', '-')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(written),
      stderr: '',
    });
  });

  test('says of a server what it answers instead', async () => {
    expect(await beside('', 'catalog', `${address}/metric`)).toMatchObject(
      cannot(`${address}/metric answers 404 Not Found\nSee cheomseong catalog --help.\n`),
    );
  });

  test('says of a server that it is not there', () => {
    expect(inside('catalog', 'http://127.0.0.1:1/metrics')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^http:\/\/127\.0\.0\.1:1\/metrics cannot be read: /),
    });
  });

  test('tells programs what there is', () => {
    const { stdout } = inside('catalog', 'metrics.prom', '--json');
    expect(JSON.parse(stdout).map(({ name }: { name: string }) => name)).toEqual([
      'shop_http_requests_total',
      'shop_baskets',
    ]);
  });

  test('tells in what a catalogue differs, by exit code 1', () => {
    expect(inside('catalog', 'metrics.prom', '--against', 'apps/shop/metrics.ts')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /^apps\/shop\/metrics\.ts: shopMetrics\.duration: [^]*\n1 metric is exported that no catalogue declares\n$/,
      ),
      stderr: '',
    });
  });

  test('finds nothing where nothing differs', () => {
    const { stdout } = inside('catalog', 'metrics.prom', '--name', 'shopMetrics');
    owner.write('written.ts', stdout);
    expect(inside('catalog', 'metrics.prom', '--against', 'written.ts')).toEqual({
      status: 0,
      stdout: '0 metrics are exported that no catalogue declares\n',
      stderr: '',
    });
  });

  test('tells programs in what it differs', () => {
    const { stdout } = inside('catalog', 'metrics.prom', '--against', 'apps/shop/metrics.ts', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      faults: [{ where: 'shopMetrics.duration' }],
      undeclared: [expect.anything()],
    });
  });

  test('is held against a file that exports a catalogue', () => {
    expect(inside('catalog', 'metrics.prom', '--against', 'apps/runbooks.ts')).toEqual(
      cannot('apps/runbooks.ts exports no catalogue\nSee cheomseong catalog --help.\n'),
    );
  });

  test('finds its files from the folder in which it is typed', () => {
    const within = newcomerIn(join(owner.folder, 'apps/shop'));
    expect(within.run(program(), 'catalog', '../../metrics.prom', '--against', 'metrics.ts').status).toBe(1);
  });
});
