import { describe, expect, test } from '@jest/globals';
import { complaintIn } from '#proof/promtool/complaint.js';
import { secondsIn } from '#proof/promtool/go-text.js';

const alerts = `    name: a test,
    alertname: A, time: 1h2m30s, 
        exp:[
            0:
              Labels:{alertname="A", pod="a \\"b\\""}
              Annotations:{summary="v 3\\nline"}
            1:
              Labels:{alertname="A"}
              Annotations:{}
            ], 
        got:[]`;

const samples = `    expr: "max(x{a=\\"b\\"})", time: 3m,
        exp: {__name__="x", "with.dot"="b"} 9E+00, {} -1.5E+03
        got: nil`;

describe('what promtool has against a test', () => {
  const [ofAlerts, ofSamples] = [complaintIn(alerts), complaintIn(samples)];

  test('is about alerts at a time', () => {
    expect(ofAlerts).toMatchObject({ about: 'alerts', time: 3_750 });
  });

  test('names the alerts that were to fire, with quotes and lines as they are', () => {
    expect(ofAlerts).toMatchObject({
      expected: [
        { labels: { alertname: 'A', pod: 'a "b"' }, annotations: { summary: 'v 3\nline' } },
        { labels: { alertname: 'A' }, annotations: {} },
      ],
    });
  });

  test('names none where none fires', () => {
    expect(ofAlerts).toMatchObject({ got: [] });
  });

  test('is about the samples of an expression', () => {
    expect(ofSamples).toMatchObject({ about: 'samples', time: 180, expr: 'max(x{a="b"})' });
  });

  test('has samples of any label and value', () => {
    expect(ofSamples).toMatchObject({
      expected: [
        { labels: { __name__: 'x', 'with.dot': 'b' }, value: 9 },
        { labels: {}, value: -1500 },
      ],
      got: [],
    });
  });

  test('is an error in its own words where it is anything else', () => {
    expect(complaintIn('  yaml: line 3\n')).toEqual({ about: 'error', text: 'yaml: line 3' });
  });
});

test.each([
  ['0s', 0],
  ['90s', 90],
  ['1d2h', 93_600],
  ['1w1d', 691_200],
  ['1500ms', 1.5],
])('%s as Prometheus writes it is %d seconds', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds);
});
