import { describe, expect, test } from '@jest/globals';
import { beside } from '#proof/notification/beside.js';
import { together } from '#proof/notification/together.js';

describe('beside others a template', () => {
  test.each([
    ['has variables of its own', '{{ $a := 1 }}{{ $a }}', '{{ $a_n1 := 1 }}{{ $a_n1 }}'],
    [
      'has templates of its own',
      '{{ define "a" }}x{{ end -}}{{ template "a" . }}',
      '{{ define "a n1" }}x{{ end -}}{{ template "a n1" . }}',
    ],
    [
      'calls those of Alertmanager by their names',
      '{{ template "slack.default.title" . }}',
      '{{ template "slack.default.title" . }}',
    ],
    ['keeps texts as they are', '{{ reReplaceAll "$a" `$a {{` . }}$a', '{{ reReplaceAll "$a" `$a {{` . }}$a'],
    ['keeps the data by its name', '{{ $.Status }}{{ $ }}', '{{ $.Status }}{{ $ }}'],
  ])('%s', (_, template, expected) => {
    expect(beside(template, 'n1')).toBe(expected);
  });

  test.each([
    '{{ if .A }}open',
    'shut{{ end }}',
    '{{ else }}{{ if .A }}{{ end }}',
    '{{ if .A }}{{ end }}{{ end }}{{ if .B }}',
    '{{ block "a" . }}{{ end }}',
    '{{ if .A }}{{ define "a" }}{{ end }}{{ end }}',
    '{{ .A ',
    '{{ /* it\'s "open */ }}',
  ])('is not put that is whole with others only: %s', (template) => {
    expect(beside(template, 'n1')).toBeUndefined();
  });
});

describe('templates that are rendered together', () => {
  const data = JSON.stringify({ status: 'firing', alerts: [] });

  test('have each its own text', async () => {
    const texts = new Map([
      ['{{ define "a" }}1{{ end -}}\n {{ template "a" . }} ', '1 '],
      ['{{ define "a" }}2{{ end -}}\n {{- template "a" . -}} \n', '2'],
      ['{{- $a := "3" }} {{ $a }}', ' 3'],
      ['{{- "" }}', ''],
    ]);
    expect(await together([...texts.keys()], data)).toEqual(texts);
  });

  test('know no variable of each other', async () => {
    expect(await together(['{{ $a := "1" }}', '{{ $a }}'], data)).toEqual(new Map());
  });

  test('are more than one call takes', async () => {
    const texts = Array.from({ length: 4 }, (_, i) => `{{ "${i}" }}${'x'.repeat(40_000)}`);
    expect([...(await together(texts, data)).values()]).toEqual(
      texts.map((_, i) => `${i}${'x'.repeat(40_000)}`),
    );
  });
});
