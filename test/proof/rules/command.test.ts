import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { files, proved } from './said.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The verdicts that JSON tells of files, by the name of the alert. */
const verdicts = async (...args: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const { runs } = JSON.parse((await proved([...args, '--json'])).out);
  return Object.fromEntries(
    runs[0].alerts.map((each: { readonly alert: string; readonly verdict: string }) => [
      each.alert,
      each.verdict,
    ]),
  );
};

describe('the table', () => {
  test('leaves aside what takes nothing for 0 until its windows are full, as promtool sees it too', async () => {
    const { out } = await proved(['nothing.yml']);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /fires after 5m .* until its windows are full it fires whatever is/,
    );
  });

  test('tells when each alert fires, at which values it does and at which it stays quiet', async () => {
    expect((await proved(['sound.yml'])).out).toMatchInlineSnapshot(`
      "sound.yml
          5 ShopErrors  fires after 9m30s
            fires at  shop_requests_total{code="500"} of host-1:9100 grows by 50.4 an hour;
                      shop_requests_total{code="500"} of host-2:9100 grows by 39.6 an hour while
                      shop_requests_total of host-1:9100 grows by 14.4 a minute and shop_requests_total of
                      host-2:9100 grows by 12 a minute; the expression is 0.0538 then
            quiet at  shop_requests_total{code="500"} of host-1:9100 grows by 43.2 an hour;
                      shop_requests_total{code="500"} of host-2:9100 grows by 36 an hour
         14 ShopDown    fires after 2m
            fires at  up of host-1:9100 is 0
            quiet at  up of host-1:9100 is 1

      2 alerts: 2 proven (by promtool X).
      A derived proof proves that an alert fires as its text says, not that the text says what its author
      meant: judge by the values.
      "
    `);
  });

  test('counts faults of files, not the lines that tell them', async () => {
    const file = join(folder, 'half.yml');
    await writeFile(file, 'groups: []\ngroups: []\n');
    expect((await proved([file])).out).toContain('\n1 fault of files.\n');
  });

  test('does not round a value to the limit that it has passed', async () => {
    const file = join(folder, 'queue.yml');
    const rule = '{ alert: BakeryQueue, expr: bakery_queue / bakery_ovens > 1000 }';
    await writeFile(file, `groups: [{ name: bakery, rules: [${rule}] }]\n`);
    expect((await proved([file])).out).not.toContain('the expression is 1000 then');
  });

  test('fits in a hundred columns', async () => {
    const { out } = await proved([
      'shop.yml',
      'never.yml',
      'refused.yml',
      'broken.yml',
      'failing_test.yml',
      '--mutate',
    ]);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('keeps its columns beside names in Korean', async () => {
    const { out } = await proved(['named.yml']);
    expect(out).toContain('    9 가게                fires at once\n');
  });

  test('has no colour but on a terminal', async () => {
    expect((await proved(['refused.yml'])).out).not.toContain('\u001b[');
  });

  test('has colour on a terminal', async () => {
    expect((await proved(['refused.yml'], { colour: true })).out).toContain('\u001b[31m');
  });
});

describe('an alert is', () => {
  test('told that cannot fire, with the part that is to blame and its line', async () => {
    expect((await proved(['never.yml'])).out).toContain(
      [
        '    6 ShopQueueStuck  CANNOT FIRE',
        `      'shop_queue_length{queue="orders"} > 100 and shop_queue_length{queue="orders"} < 50' holds for`,
        '      no value',
      ].join('\n'),
    );
  });

  test('refused where Prometheus does not take it', async () => {
    expect(await verdicts('refused.yml')).toMatchObject({ ShopDown: 'refused' });
  });

  test('refused where promtool does not load it, though it may be derived', async () => {
    expect(new Set(Object.values(await verdicts('refused-by-promtool.yml')))).toEqual(new Set(['refused']));
  });

  test("refused with promtool's word, which names no group that only a proof has", async () => {
    const { out } = await proved(['refused-by-promtool.yml']);
    expect([out.includes('undefined variable "$valu"'), out.includes('"proof"')]).toEqual([true, false]);
  });

  test('not judged where it calls what nobody here knows', async () => {
    expect(await verdicts('refused.yml')).toMatchObject({ ShopNewer: 'not judged' });
  });

  test('not judged where its rule is broken, since Prometheus does not load that', async () => {
    expect(await verdicts('broken.yml')).toEqual({ ShopDown: 'not judged' });
  });

  test('not judged where it reads a native histogram', async () => {
    const file = join(folder, 'native.yml');
    const rule = '{ alert: Slow, expr: "histogram_quantile(0.9, sum(rate(bakery_wait_seconds[5m]))) > 1" }';
    await writeFile(file, `groups: [{ name: bakery, rules: [${rule}] }]\n`);
    expect(await verdicts(file)).toEqual({ Slow: 'not judged' });
  });

  test('proven whatever it is called', async () => {
    expect(Object.values(await verdicts('named.yml'))).toEqual(['proven', 'proven']);
  });

  test('proven where it reads alerts, among them some of its own name', async () => {
    expect(await verdicts('inhibitor.yml')).toEqual({ InfoInhibitor: 'proven' });
  });

  test('told to fire whatever is', async () => {
    expect(await verdicts('watchdog.yml')).toEqual({ Watchdog: 'always fires' });
  });
});

describe('the exit code is', () => {
  test('0 where nothing is wrong', async () => {
    expect((await proved(['sound.yml'])).exitCode).toBe(0);
  });

  test('0 where something is only not judged', async () => {
    expect((await proved(['newer.yml'])).exitCode).toBe(0);
  });

  test.each([
    ['Prometheus refuses a rule', ['refused.yml']],
    ['promtool refuses a text', ['refused-by-promtool.yml']],
    ['it refuses a file', ['sound.yml', 'broken.yml']],
    ['a file that was named holds no rules', ['sound.yml', 'values.yml']],
    ['an alert cannot fire', ['never.yml']],
    ["a test of the user's own fails", ['failing_test.yml']],
    ['two rules make one alert', ['twice.yml']],
  ])('1 where %s', async (_, args) => {
    expect((await proved(args)).exitCode).toBe(1);
  });

  test.each([
    ['there is no such file', ['no-such.yml']],
    ['there is no such option', ['sound.yml', '--no-such']],
    ['an interval is none', ['sound.yml', '--scrape-interval', 'often']],
    ['a threshold is no percentage', ['sound.yml', '--coverage-threshold', '101']],
    ['there is no such promtool', ['sound.yml', '--promtool', '/no/such/promtool']],
    ['two forms go to standard output', ['sound.yml', '--json', '--junit']],
    ['git knows no such revision', ['sound.yml', '--since', 'no-such']],
  ])('2 where %s', async (_, args) => {
    expect((await proved(args)).exitCode).toBe(2);
  });
});

describe('files', () => {
  test('of a folder are read, and what is none of rules is passed over', async () => {
    expect((await proved(['nested'])).out).toContain(join('nested', 'deeper', 'down.yaml'));
  });

  test('of a folder that are none of rules may be as they like', async () => {
    expect((await proved(['nested'])).exitCode).toBe(0);
  });

  test('that are wrong are told, and the others judged all the same', async () => {
    const { out } = await proved(['broken.yml', 'sound.yml']);
    expect([out.includes("broken.yml:6: there is no field 'form'"), out.includes('ShopErrors')]).toEqual([
      true,
      true,
    ]);
  });

  test('that tests name are read too', async () => {
    expect(await verdicts('shop_test.yml')).toMatchObject({ ShopDown: 'proven' });
  });
});

describe('what is asked for', () => {
  test('is refused all at once', async () => {
    expect((await proved(['no-such.yml', 'nor-this.yml'])).err).toBe(
      'There is no file no-such.yml.\nThere is no file nor-this.yml.\nSee cheomseong prove --help.\n',
    );
  });

  test('is refused with the forms that there are, where none is near', async () => {
    expect((await proved(['sound.yml', '--format', 'spreadsheet'])).err).toContain(
      'there is no such form. There are table, ',
    );
  });

  test('is refused with the nearest option', async () => {
    expect((await proved(['sound.yml', '--coverage-treshold', '80'])).err).toContain(
      '--coverage-threshold is meant?',
    );
  });
});

describe('intervals', () => {
  const detected = async (...args: readonly string[]): Promise<number> =>
    JSON.parse((await proved([...args, '--json'])).out).runs[0].alerts[0].firesAfterSeconds;

  test('between evaluations are those of the group', async () => {
    expect(await detected('sound.yml', '--evaluation-interval', '10m')).toBe(await detected('sound.yml'));
  });

  test('are asked for where the group does not say', async () => {
    const { out } = await proved(['unhurried.yml', '--evaluation-interval', '2m', '--json']);
    expect(JSON.parse(out).runs[0].alerts[0].derived.interval).toBe(120);
  });

  test('are told by a prometheus.yml beside the rules', async () => {
    const derived = JSON.parse((await proved(['unhurried.yml', 'prometheus.yml', '--json'])).out).runs[0]
      .alerts[0].derived;
    expect([derived.scrape, derived.interval]).toEqual([15, 15]);
  });
});

describe('what cannot fire because it is scraped too seldom', () => {
  test('is proven as if it were scraped more often where nobody said how often, and a guess', async () => {
    const { out, exitCode } = await proved(['seldom.yml']);
    expect([exitCode, out.replace(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringMatching(
        /\(scraped every 5s\).*cannot fire\?.*; scraped every 5s it fires; say how often/,
      ),
    ]);
  });

  test('is a fact where somebody did', async () => {
    expect((await proved(['seldom.yml', '--scrape-interval', '30s'])).exitCode).toBe(1);
  });

  test('may fire where it is scraped often enough', async () => {
    expect(await verdicts('seldom.yml', '--scrape-interval', '5s', '--evaluation-interval', '15s')).toEqual({
      ShopErrors: 'proven',
    });
  });
});

test('several promtools judge, one after the other', async () => {
  const { out } = await proved(['sound.yml', '--promtool', 'newest', '--promtool', 'newest']);
  expect(out.match(/by promtool/g)).toHaveLength(2);
});

describe('forms', () => {
  test('of JSON hold all that was derived', async () => {
    const { runs } = JSON.parse((await proved(['sound.yml', '--json'])).out);
    expect(runs[0].alerts[0]).toMatchObject({
      file: 'sound.yml',
      line: 5,
      group: 'shop',
      verdict: 'proven',
      derived: { fires: { series: expect.any(Array) } },
      told: [{ annotations: { summary: expect.stringContaining('%') } }],
    });
  });

  test('of JUnit have a test for each alert, and one for what is wrong', async () => {
    expect((await proved(['refused.yml', '--junit'])).out).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="rules" time="…">
        <testsuite name="refused.yml (promtool X)" tests="2" failures="1" skipped="1">
          <testcase classname="shop.ShopDown" name="refused" file="refused.yml" line="4">
            <failure message="character 19, '= 0': syntax error (promtool X says: &quot;ShopDown&quot;: could not parse expression: 1:19: parse error: unexpected &quot;=&quot;)">character 19, '= 0': syntax error (promtool X says: &quot;ShopDown&quot;: could not parse expression: 1:19: parse error: unexpected &quot;=&quot;)</failure>
          </testcase>
          <testcase classname="shop.ShopNewer" name="fires, and stays quiet at the border" file="refused.yml" line="6">
            <skipped message="not judged: character 5, some_newer_function is no function of any release of Prometheus"/>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `);
  });

  test('of JUnit do not say of a watchdog that it stays quiet', async () => {
    expect((await proved(['watchdog.yml', '--junit'])).out).toContain(' name="always fires" ');
  });

  test('of GitHub stand at the line of the rule', async () => {
    expect((await proved(['refused.yml', '--format', 'github'])).out).toMatch(
      /^::error file=refused.yml,line=5,title=ShopDown%3A refused::/,
    );
  });

  test('of GitLab have a fingerprint that stays when lines move', async () => {
    const text = await readFile(join(files, 'refused.yml'), 'utf8');
    await writeFile(join(folder, 'refused.yml'), `# moved\n${text}`);
    const [here, there] = await Promise.all(
      [files, folder].map(
        async (each) => (await proved(['refused.yml', '--format', 'gitlab'], { folder: each })).out,
      ),
    );
    const printOf = (said = '[]'): unknown => JSON.parse(said)[0].fingerprint;
    expect(printOf(there)).toBe(printOf(here));
  });

  test('of SARIF name what is wrong', async () => {
    const { runs } = JSON.parse((await proved(['refused.yml', '--format', 'sarif'])).out);
    expect(runs[0].results).toMatchObject([{ ruleId: 'refused', level: 'error' }]);
  });

  test('go to files, and the table to standard output then', async () => {
    const { out } = await proved(['refused.yml', '--format', `junit=${join(folder, 'a.xml')}`]);
    expect([
      out.includes('REFUSED'),
      (await readFile(join(folder, 'a.xml'), 'utf8')).includes('<testsuites'),
    ]).toEqual([true, true]);
  });
});
