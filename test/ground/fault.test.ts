import { describe, expect, test } from '@jest/globals';
import { type Fault, Refusal, below, faultText, refuse, thrownBy } from '#ground/fault.js';

const port: Fault = {
  where: 'ports.grafana',
  what: '0',
  code: 'port-out-of-range',
  why: '0 is no port',
  cure: 'write a whole number from 1 to 65535',
};
const unscraped: Fault = {
  where: 'shop/rules',
  what: 'sum(up)\n  > 1',
  code: 'no-such-metric',
  why: 'TooMany reads up, which nobody scrapes',
  cure: 'add a scrape',
};

/** The faults that somebody who catches a refusal finds. */
const caught = (faults: readonly Fault[]): readonly Fault[] | undefined => {
  try {
    refuse('host', faults);
  } catch (error) {
    return error instanceof Refusal ? error.faults : undefined;
  }
  return [];
};

describe('faults are printed', () => {
  test('one behind its subject: where, why and what to write instead', () => {
    expect(faultText('host', [port])).toBe(
      'host: ports.grafana: 0 is no port; write a whole number from 1 to 65535',
    );
  });

  test('several under their subject, a line for each', () => {
    expect(faultText('host', [port, port])).toBe(
      [
        'host: 2 faults',
        '  ports.grafana: 0 is no port; write a whole number from 1 to 65535',
        '  ports.grafana: 0 is no port; write a whole number from 1 to 65535',
      ].join('\n'),
    );
  });

  test('with the offending text under the sentence that does not quote it', () => {
    expect(faultText('shop', [unscraped])).toBe(
      [
        'shop: shop/rules: TooMany reads up, which nobody scrapes; add a scrape',
        '    sum(up)',
        '      > 1',
      ].join('\n'),
    );
  });

  test('without a place where the whole is at fault', () => {
    expect(faultText('host', [{ ...port, where: '' }])).toMatch(/^host: 0 is no port;/);
  });

  test('without a cure where there is none to tell', () => {
    expect(faultText('host', [{ ...port, cure: '' }])).toBe('host: ports.grafana: 0 is no port');
  });
});

describe('what has faults', () => {
  test('is refused with all of them', () => {
    expect(() => refuse('host', [port, unscraped])).toThrow(faultText('host', [port, unscraped]));
  });

  test('leaves them as values to whoever catches the refusal', () => {
    expect(caught([port, unscraped])).toEqual([port, unscraped]);
  });

  test('and what has none is not refused', () => {
    expect(caught([])).toEqual([]);
  });
});

describe('a fault within a larger whole', () => {
  test('stands below the place of its part', () => {
    expect(below('hosts[0]', [port])).toEqual([{ ...port, where: 'hosts[0].ports.grafana' }]);
  });

  test('stands at the place of its part where it is the whole of that', () => {
    expect(below('hosts[0]', [{ ...port, where: '' }])).toEqual([{ ...port, where: 'hosts[0]' }]);
  });
});

describe('a check that throws', () => {
  test('says what is wrong at its place', () => {
    expect(thrownBy('times', () => JSON.parse('nine'))).toEqual([
      { where: 'times', what: '', code: 'thrown', why: expect.stringContaining('nine'), cure: '' },
    ]);
  });

  test('tells the faults of a refusal as its own', () => {
    expect(thrownBy('hosts[0]', () => refuse('host', [port]))).toEqual(below('hosts[0]', [port]));
  });

  test('has no fault where it does not throw', () => {
    expect(thrownBy('times', () => JSON.parse('9'))).toEqual([]);
  });
});
