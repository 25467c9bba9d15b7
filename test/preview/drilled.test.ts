import { describe, expect, test } from '@jest/globals';
import { estateShown } from '#preview/shown/estate.js';
import { takenOf } from '#preview/shown/taken.js';
import type { Drill } from '#synth/drills/drill.js';
import main from '../../main.js';

const drill: Drill = {
  application: 'observer',
  alert: 'ObserverDatabaseDown',
  date: '2026-11-29',
  version: '0.10.0',
  pace: 1,
  seconds: 145,
};
const { applications } = estateShown(
  main,
  takenOf(main, undefined),
  { incidents: [], quiet: [], source: 'made' },
  [drill],
);
const drilledOf = (alert: string) =>
  applications.flatMap(({ alerts }) => alerts).find(({ name }) => name === alert)?.drilled;

describe('an alert on the page of its application', () => {
  test('says in both languages when it was last drilled', () => {
    expect(drilledOf('ObserverDatabaseDown')).toEqual({
      ko: '2026-11-29, Cheomseong 0.10.0: 문제가 시작된 뒤 2분 25초 만에 메시지가 도착했습니다.',
      en: '2026-11-29, by Cheomseong 0.10.0: a message arrived 2 minutes 25 seconds after the fault began.',
    });
  });

  test('says that it never was', () => {
    expect(drilledOf('ObserverHighErrorRate')).toEqual({ ko: '없음', en: 'never' });
  });
});
