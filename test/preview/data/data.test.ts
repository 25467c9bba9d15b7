import { beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { listAt } from '#ground/json.js';
import type { PreviewData } from '#preview/data/kept.js';
import { placedOf } from '#preview/data/place.js';
import { previewData } from '#preview/data/preview-data.js';
import { withPreviewPrometheus } from '#preview/data/serve.js';
import main from '../../../main.js';
import { unanswered } from './asking.js';

const minute = 60_000;
let data: PreviewData;
// It takes a minute where it was not made before; all other tests of the preview find it.
beforeAll(async () => {
  data = await previewData(main);
}, 10 * minute);

const ofApplication = (application: string) =>
  data.incidents.filter((each) => each.application === application);
const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true }).map(String).sort();
const asked = async (url: string, query: string): Promise<readonly unknown[]> => {
  const words = new URLSearchParams({ query, time: String(data.now / 1000) });
  const answer: unknown = await (await fetch(`${url}/api/v1/query?${words.toString()}`)).json();
  return listAt(answer, 'data', 'result');
};

describe('The data of a preview', () => {
  test('fills every panel over the range of its dashboard, but one that says what it means when it is empty', async () => {
    const dashboards = placedOf(main).flatMap(({ application }) => application.dashboards);
    const empty = await withPreviewPrometheus(data, async (url) => {
      const all: string[] = [];
      for (const each of dashboards) all.push(...(await unanswered(url, each, data.now / 1000)));
      return all;
    });
    expect(empty).toEqual([]);
  });

  test('has the alert of each incident fire while it lasts', () => {
    const quiet = data.incidents.filter(
      ({ application, alert, from, to }) =>
        !data.fired.some(
          (fired) =>
            fired.application === application &&
            fired.alert === alert &&
            fired.from >= from &&
            fired.from < to,
        ),
    );
    expect(quiet).toEqual([]);
  });

  test('has no alert fire but for what an incident of its application brings', () => {
    const strange = data.fired.filter(
      (fired) =>
        !ofApplication(fired.application).some(
          ({ from, to }) => fired.from >= from && fired.from <= to && fired.to <= to + 60 * minute,
        ),
    );
    expect(strange).toEqual([]);
  });

  test('has one alert fire still', () => {
    expect(data.fired.filter(({ to }) => to > data.now - minute).map(({ alert }) => alert)).toEqual([
      'HighMemory',
    ]);
  });

  test('has alerts as Prometheus stores them, for annotations', async () => {
    const firing = await withPreviewPrometheus(data, (url) =>
      asked(
        url,
        'count by (alertname) (last_over_time(ALERTS{alertstate="firing", application="ojeomneo"}[6h]))',
      ),
    );
    expect(firing.length).toBeGreaterThanOrEqual(3);
  });

  test('is found again as it was made', async () => {
    expect((await previewData(main)).folder).toBe(data.folder);
  });

  test('is found at once by what stands for all sources', async () => {
    // what is kept outlives a test
    const sources = `these, ${new Date().toISOString()}`;
    await previewData(main, { sources });
    const nothing = { ...main, places: [] };
    expect((await previewData(nothing, { sources })).folder).toBe(data.folder);
  });

  test('is read by two servers at once, and stays as it was', async () => {
    const before = filesOf(data.folder);
    const up = await withPreviewPrometheus(data, (one) =>
      withPreviewPrometheus(data, async (another) => [
        (await asked(one, 'up')).length,
        (await asked(another, 'up')).length,
      ]),
    );
    expect([new Set(up).size, filesOf(data.folder)]).toEqual([1, before]);
  });
});
