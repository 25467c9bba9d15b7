import { describe, expect, test } from '@jest/globals';
import { UsageError } from '#ground/usage.js';
import { type Asked, readAsked } from '#preview/options.js';

const names = {
  places: ['production', 'lab'],
  alerts: ['HighErrorRate', 'PodDown'],
  dashboards: ['shop-overview', 'shop-api'],
  applications: ['shop'],
};
const read = (...words: string[]): Asked => readAsked(words, names);
const faults = (...words: string[]): readonly string[] => {
  try {
    read(...words);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.faults;
    throw error;
  }
};

describe('cheomseong preview, as it is asked', () => {
  test('takes a free port and opens a browser unless told', () => {
    expect(read()).toEqual({ incidents: [], port: 0, opens: true, json: false });
  });

  test('opens none with --no-open', () => {
    expect(read('--no-open').opens).toBe(false);
  });

  test('takes several incidents', () => {
    expect(read('--incident', 'PodDown', '--incident=HighErrorRate').incidents).toEqual([
      'PodDown',
      'HighErrorRate',
    ]);
  });

  test('takes pictures of all, dark, in English, 1280 pixels wide unless told', () => {
    expect(read('--pictures', 'out').pictures).toEqual({
      ...{ folder: 'out', only: [], theme: 'dark', language: 'en', width: 1280 },
    });
  });

  test('takes pictures as it is told', () => {
    const words = ['--pictures=out', '--only=shop-api', '--theme=light', '--language=ko', '--width=390'];
    expect(read(...words).pictures).toEqual({
      ...{ folder: 'out', only: ['shop-api'], theme: 'light', language: 'ko', width: 390 },
    });
  });

  test('shows the page, or takes pictures, as others see them', () => {
    expect([read('--vision=tritanopia').vision, read('--pictures=out', '--vision=blurred').vision]).toEqual([
      'tritanopia',
      'blurred',
    ]);
  });

  test('knows no other vision', () => {
    expect(faults('--vision=deuteranopa')).toEqual([expect.stringContaining('deuteranopia')]);
  });

  test('keeps name and password of a Prometheus out of its address', () => {
    const { upstream } = read('--prometheus', 'https://me:s%40cret@prom.example/base/');
    expect(upstream).toEqual({
      url: 'https://prom.example/base',
      headers: { authorization: `Basic ${Buffer.from('me:s@cret').toString('base64')}` },
    });
  });

  test('takes a password without a name for a login', () => {
    expect(read('--prometheus', 'https://:s3cret@prom.example').upstream?.headers).toEqual({
      authorization: `Basic ${Buffer.from(':s3cret').toString('base64')}`,
    });
  });

  test('sends each header that is given', () => {
    const words = ['--prometheus', 'http://prom.example', '--header', 'X-Scope-OrgID: shop'];
    expect(read(...words).upstream?.headers).toEqual({ 'X-Scope-OrgID': 'shop' });
  });

  test.each([
    [['--place', 'produktion'], '--place produktion: there is none of this name; write production'],
    [['--incident', 'PodDwn'], '--incident PodDwn: there is none of this name; write PodDown'],
    [['--pictures=x', '--only=shop-ap'], '--only shop-ap: there is none of this name; write shop-api'],
    [['--pictures=x', '--theme=blue'], '--theme blue: there is none of this name; write one of: dark, light'],
    [['--port', '99999'], '--port 99999: write a whole number from 0 to 65535'],
    [['--pictures=x', '--width=10'], '--width 10: write a whole number from 320 to 3840'],
    [['--header', 'a: b'], '--header is for --prometheus'],
    [['--only', 'shop-api'], '--only is for --pictures'],
    [['--prometheus', 'prom.example:9090'], '--prometheus: write its URL, as https://prometheus.example'],
    [
      ['--prometheus', 'http://me:50%@p.example'],
      '--prometheus: write %25 where its name or password has a %',
    ],
    [
      ['--prometheus', 'http://p.example/?tenant=shop'],
      '--prometheus: leave out what follows ? or # in its URL: a query takes its place',
    ],
    [
      ['--prometheus=http://p.example', '--incident=PodDown'],
      '--incident is of data that is made: leave it out, or --prometheus',
    ],
  ])('refuses %j', (words, fault) => {
    expect(faults(...words)).toEqual([fault]);
  });

  test('tells of all that is wrong at once', () => {
    expect(faults('--port=x', '--place=y', '--prometeus=z')).toHaveLength(3);
  });

  test('repeats no header, which may be secret', () => {
    expect(faults('--prometheus', 'http://p.example', '--header', 'Bearer s3cret')).toEqual([
      "--header: the 1. has not the form 'Name: value'",
    ]);
  });
});
