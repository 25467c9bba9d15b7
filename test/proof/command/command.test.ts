import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Application } from '#application/application.js';
import { proveCommand } from '#proof/command/command.js';
import { programOf } from '#proof/tools/tool.js';
import { broken, shopWith, sound } from '../broken.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'prove-'));
});
afterAll(() => rm(root, { recursive: true }));

const { version } = await programOf('promtool');
const holding = [shopWith(sound)];
const failing = [shopWith(broken['with another summary'])];

const prove = async (args: readonly string[], estate: readonly Application[], colour = false) => {
  const said = { out: '', err: '' };
  const to = (stream: 'out' | 'err') => ({
    write: (text: string) => void (said[stream] += text),
    isTTY: false,
  });
  const exitCode = await proveCommand(args, estate, {
    out: to('out'),
    err: to('err'),
    colour,
    root,
    folder: root,
  });
  const out = said.out
    .replaceAll(version.text, 'X')
    .replace(/, \d+ unchanged since [^)]*/, '')
    .replace(/time="[\d.]+"/, 'time="…"');
  return { ...said, out, exitCode };
};

describe('the exit code is', () => {
  test('0 where every proof holds', async () => {
    expect((await prove([], holding)).exitCode).toBe(0);
  });

  test('1 where one does not', async () => {
    expect((await prove([], failing)).exitCode).toBe(1);
  });

  test.each([
    ['an option there is not', ['--no-such']],
    ['an alert there is not', ['NoSuchAlert']],
    ['a promtool there is not', ['--promtool', '/no/such/promtool']],
  ])('2 for %s', async (_, args) => {
    expect((await prove(args, holding)).exitCode).toBe(2);
  });
});

describe('the table', () => {
  test('has a line for each alert', async () => {
    expect((await prove([], holding)).out).toMatchInlineSnapshot(`
      "application  alert          scenarios  verdict  time to detect
      shop         HighErrorRate          3  holds    10m

      1 alert in 3 scenarios: every proof holds (by promtool X).
      "
    `);
  });

  test('is followed by what does not hold, and why', async () => {
    expect((await prove([], failing)).out).toMatchInlineSnapshot(`
      "application  alert          scenarios  verdict        time to detect
      shop         HighErrorRate          3  DOES NOT HOLD  10m

      1 of 1 alert: the proof does not hold (by promtool X).

      shop's HighErrorRate fires when 1.1% of requests fail:
        It fires otherwise than it must, 14m30s after the fault began:
          summary
            expected: Shop: 1.1% of requests fail with 5xx
            got:      Something is wrong
        It fires from 10m after the fault began to 15m30s after (application=shop, component=shop, namespace=shop, severity=critical).
        Evaluated every 30s; the fault begins after 10m and lasts 15m:
          shop_http_requests_total{namespace="shop", status="200"}  10/s, during the fault 9.89/s
          shop_http_requests_total{namespace="shop", status="500"}  0/s, during the fault 0.11/s
      "
    `);
  });

  test('has no colour but on a terminal', async () => {
    expect((await prove([], failing)).out).not.toContain('\u001b[');
  });

  test('has colour on a terminal', async () => {
    expect((await prove([], failing, true)).out).toContain('\u001b[31m');
  });

  test('of an alert that is named shows what people are told', async () => {
    expect((await prove(['HighErrorRate'], holding)).out).toContain(
      'What is told of HighErrorRate when it fires:\n  Slack\n    title: [1 firing] HighErrorRate (critical)',
    );
  });

  test('goes to standard output where other forms go to files', async () => {
    expect((await prove(['--format', 'json=a.json'], holding)).out).toContain('every proof holds');
  });
});

describe('what is asked for', () => {
  test('is refused with the nearest names, all at once', async () => {
    expect((await prove(['HighErorRate', 'HighLatency', '--application', 'shap'], holding)).err).toBe(
      [
        'There is no application shap. shop is meant?',
        'There is no alert HighErorRate. HighErrorRate is meant?',
        'There is no alert HighLatency.',
        'See cheomseong prove --help.',
        '',
      ].join('\n'),
    );
  });

  test('may be an alert of another application', async () => {
    const other = { ...shopWith(sound), name: 'stall', groups: [] };
    expect((await prove(['HighErrorRate', '-a', 'stall'], [...holding, other])).err).toContain(
      'HighErrorRate is an alert of shop.',
    );
  });

  test('is explained by --help, with examples', async () => {
    expect((await prove(['--help'], holding)).out).toContain(
      'Examples\n  npx cheomseong prove ShopHighErrorRate',
    );
  });

  test('is judged by the promtool that is chosen', async () => {
    expect((await prove(['--promtool', '/no/such/promtool'], holding)).err).toContain(
      'but of what was chosen /no/such/promtool does not run',
    );
  });
});

describe('for machines', () => {
  const written = async (format: string, estate: readonly Application[]): Promise<string> => {
    await prove(['--format', `${format}=out/${format}`], estate);
    return (await readFile(join(root, 'out', format), 'utf8'))
      .replaceAll(version.text, 'X')
      .replace(/time="[\d.]+"/, 'time="…"');
  };
  const why = expect.stringContaining('expected: Shop: 1.1% of requests fail with 5xx');

  test('JSON tells what came of each scenario', async () => {
    const { runs } = JSON.parse(await written('json', holding));
    expect(runs[0].alerts[0]).toMatchObject({
      application: 'shop',
      alert: 'HighErrorRate',
      holds: true,
      timeToDetectSeconds: 600,
      scenarios: expect.arrayContaining([
        { kind: 'fires', when: '1.1% of requests fail', holds: true, firedAfterSeconds: 600 },
      ]),
    });
  });

  test('JUnit XML has a test for each scenario', async () => {
    expect(await written('junit', holding)).toContain(
      '<testcase classname="shop.HighErrorRate" name="fires when 1.1% of requests fail"/>',
    );
  });

  test('JUnit XML counts failures', async () => {
    expect(await written('junit', failing)).toMatch(
      /<testsuite name="shop \(promtool X\)" tests="\d+" failures="[1-9]/,
    );
  });

  test('JUnit XML says why a scenario failed', async () => {
    expect(await written('junit', failing)).toMatch(
      /<failure message="fires when 1.1% of requests fail:">[^<]*got: {6}Something is wrong/,
    );
  });

  test('GitHub is given an error, its lines escaped', async () => {
    expect(await written('github', failing)).toMatch(
      /^::error file=main\.ts,line=1,title=The proof of shop's HighErrorRate does not hold by promtool X::fires when 1\.1%25 of requests fail:%0A/,
    );
  });

  test('GitHub is given nothing where every proof holds', async () => {
    expect(await written('github', holding)).toBe('');
  });

  test('GitLab is given a Code Quality report', async () => {
    expect(JSON.parse(await written('gitlab', failing))[0]).toEqual({
      description: why,
      check_name: 'proof',
      fingerprint: expect.stringMatching(/^[\da-f]{64}$/),
      severity: 'blocker',
      location: { path: 'main.ts', lines: { begin: 1 } },
    });
  });

  test('SARIF has a result for each scenario', async () => {
    const { runs } = JSON.parse(await written('sarif', failing));
    expect(runs[0].results[0]).toMatchObject({ ruleId: 'proof', level: 'error', message: { text: why } });
  });
});
