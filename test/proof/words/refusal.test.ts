import { describe, expect, test } from '@jest/globals';
import { newestPromtool, programOf } from '#proof/tools/tool.js';
import { broken, provenAlone, sound } from '../broken.js';

const judges = (await Promise.all([programOf('promtool'), newestPromtool()])).map(
  (promtool) => [promtool.version.text, promtool] as const,
);

describe.each(judges)('by promtool %s', (_, promtool) => {
  const first = async (rule: keyof typeof broken): Promise<string | undefined> =>
    (await provenAlone(broken[rule], { promtool })).refused[0];

  test('nothing is said of a proof that holds', async () => {
    expect((await provenAlone(sound, { promtool })).refused).toEqual([]);
  });

  test('of an alert that does not fire is said when it was to, and what was played', async () => {
    expect(await first('never true')).toMatchInlineSnapshot(`
      "fires when 1.1% of requests fail:
        It must fire 14m30s after the fault began at the latest, and does not.
        It must be pending at 10 evaluations, its \`for\`, and is at 0.
        It never fires.
        Evaluated every 30s; the fault begins after 10m and lasts 15m:
          shop_http_requests_total{namespace="shop", status="200"}  10/s, during the fault 9.89/s
          shop_http_requests_total{namespace="shop", status="500"}  0/s, during the fault 0.11/s"
    `);
  });

  test('of an alert that fires too early is said since when, and until when', async () => {
    expect(await first('true all the time')).toMatchInlineSnapshot(`
      "fires when 1.1% of requests fail:
        It must be quiet before the fault begins, and fires.
        It must not fire before 5m after the fault began, and does.
        It must be quiet 6m after all is well again, and still fires.
        It must be pending at 10 evaluations, its \`for\`, and is at 0.
        It fires from 4m30s before the fault began to 21m30s after (application=shop, component=shop, namespace=shop, severity=critical).
        Evaluated every 30s; the fault begins after 10m and lasts 15m:
          shop_http_requests_total{namespace="shop", status="200"}  10/s, during the fault 9.89/s
          shop_http_requests_total{namespace="shop", status="500"}  0/s, during the fault 0.11/s"
    `);
  });

  test('of other texts both are shown', async () => {
    expect(await first('with another summary')).toMatchInlineSnapshot(`
      "fires when 1.1% of requests fail:
        It fires otherwise than it must, 14m30s after the fault began:
          summary
            expected: Shop: 1.1% of requests fail with 5xx
            got:      Something is wrong
        It fires from 10m after the fault began to 15m30s after (application=shop, component=shop, namespace=shop, severity=critical).
        Evaluated every 30s; the fault begins after 10m and lasts 15m:
          shop_http_requests_total{namespace="shop", status="200"}  10/s, during the fault 9.89/s
          shop_http_requests_total{namespace="shop", status="500"}  0/s, during the fault 0.11/s"
    `);
  });

  test('of other texts in the other language both are shown', async () => {
    expect(await first('with a summary that is another in Korean only')).toMatchInlineSnapshot(`
      "fires when 1.1% of requests fail, told in Korean:
        It fires otherwise than it must, 14m30s after the fault began:
          summary
            expected: Shop: 요청의 1.1%가 5xx로 실패하고 있습니다
            got:      Something is wrong
        It fires from 10m after the fault began to 15m after (application=shop, component=shop, namespace=shop, severity=critical).
        Evaluated every 30s; the fault begins after 10m and lasts 15m:
          shop_http_requests_total{namespace="shop", status="200"}  10/s, during the fault 9.89/s
          shop_http_requests_total{namespace="shop", status="500"}  0/s, during the fault 0.11/s"
    `);
  });

  test('of a rule that Prometheus does not take is said why, once', async () => {
    expect((await provenAlone(broken['with a function that there is not'], { promtool })).refused).toEqual([
      'Prometheus refuses it: group "shop", rule 1, "HighErrorRate": could not parse expression: 1:1: parse error: unknown function with name "rat"',
    ]);
  });
});
