import { describe, expect, test } from '@jest/globals';
import { provedOnce } from './said.js';

/** What the table says of an alert, in one line. */
const shown = async (args: readonly string[], name: string): Promise<string | undefined> =>
  (await provedOnce(...args)).out
    .split(/^(?= *\d+ \w)/m)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .find((text) => text.includes(` ${name} `));

/** The verdicts that JSON tells, by the name of the alert. */
const verdicts = async (...args: readonly string[]): Promise<Readonly<Record<string, string>>> => {
  const { runs } = JSON.parse((await provedOnce(...args, '--json')).out);
  return Object.fromEntries(
    runs[0].alerts.map((each: { readonly alert: string; readonly verdict: string }) => [
      each.alert,
      each.verdict,
    ]),
  );
};

describe('the scrape interval that somebody told is the one that is proven at', () => {
  const told = ['intervals.yml', '--scrape-interval', '30s'] as const;

  test('what fires only of more scrapes cannot fire, as a guess', async () => {
    expect(await verdicts(...told)).toMatchObject({
      RateOfOneScrape: 'cannot fire',
      ChangesOfTwoScrapes: 'cannot fire',
      ResetsOften: 'cannot fire',
    });
  });

  test('what fires of as many scrapes as there are is proven of these', async () => {
    expect(await shown(told, 'ChangesAtEveryScrape')).toContain('ChangesAtEveryScrape fires after 5m fires');
  });

  test('it is told how often it would have to be scraped', async () => {
    expect(await shown(told, 'ResetsOften')).toContain(
      'scraped every 30s, no course was found under which it fires; scraped every 12s it fires',
    );
  });

  test('more changes than the scrapes make is a fact', async () => {
    expect(await shown(told, 'MoreChangesThanScrapes')).toContain('CANNOT FIRE');
  });

  test('a window that holds two scrapes only now and then is told without for, too', async () => {
    expect(await shown(told, 'RateNowAndThen')).toContain('cannot fire? (line 9)');
  });

  test('where nobody told it, a proof at another is told beside a guess', async () => {
    expect(await shown(['intervals.yml'], 'ResetsOften')).toMatch(
      /fires after 3m \(scraped every 12s\).*cannot fire\? .*scraped every 30s, no course was found under which it fires/,
    );
  });
});

describe('where an alert was played more seldom than it is evaluated', () => {
  test('no time is told', async () => {
    expect(await shown(['intervals.yml'], 'LessThanLastWeek')).toContain(
      'fires (time not measured: looks back 1w)',
    );
  });

  test('programs read null', async () => {
    const { alerts } = JSON.parse((await provedOnce('intervals.yml', '--json')).out).runs[0];
    const { firesAfterSeconds, derived } = alerts.find(({ alert = '' }) => alert === 'LessThanLastWeek');
    expect([firesAfterSeconds, derived.firesAfter]).toEqual([null, null]);
  });
});
