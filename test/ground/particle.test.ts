import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { type Particle, withParticle } from '#ground/particle.js';
import { estate } from '../estate.js';
import { ownAlertsOf } from '../own-alerts.js';

const forms: readonly (readonly [Particle, vowel: string, consonant: string, rieul: string])[] = [
  ['이/가', '파드가', '볼륨이', '레이블이'],
  ['을/를', '파드를', '볼륨을', '레이블을'],
  ['은/는', '파드는', '볼륨은', '레이블은'],
  ['과/와', '파드와', '볼륨과', '레이블과'],
  ['으로/로', '파드로', '볼륨으로', '레이블로'],
  ['이나/나', '파드나', '볼륨이나', '레이블이나'],
  ['이면/면', '파드면', '볼륨이면', '레이블이면'],
  ['이라면/라면', '파드라면', '볼륨이라면', '레이블이라면'],
];

describe.each(forms)('of %s', (particle, ...told) => {
  test('the right one follows a vowel, a consonant, and ㄹ', () => {
    expect(['파드', '볼륨', '레이블'].map((word) => withParticle(word, particle))).toEqual(told);
  });
});

const read = (words: Readonly<Record<string, string>>) => Object.entries(words);

describe('a number is read in Korean:', () => {
  test.each(
    read({
      '0': '이',
      '1': '이',
      '2': '가',
      '3': '이',
      '4': '가',
      '5': '가',
      '6': '이',
      '7': '이',
      '8': '이',
      '9': '가',
      '10': '이',
      '100': '이',
      '9200': '이',
      '10,000': '이',
      '1,000,000,000': '이',
      '1000000000000': '가',
      '12': '가',
      '105': '가',
      '2.5': '가',
      '2.50': '이',
      '95%': '가',
      P95: '가',
    }),
  )('%s%s', (number, particle) => {
    expect(withParticle(number, '이/가')).toBe(`${number}${particle}`);
  });

  test.each(read({ '1': '로', '3': '으로', '7': '로', '8': '로', '10': '으로', '2': '로' }))(
    '%s%s',
    (number, particle) => {
      expect(withParticle(number, '으로/로')).toBe(`${number}${particle}`);
    },
  );
});

describe('an abbreviation is spelled:', () => {
  test.each(
    read({
      API: '가',
      CPU: '가',
      TTL: '이',
      URL: '이',
      RAM: '이',
      CDN: '이',
      QR: '이',
      DNS: '가',
      SLO: '가',
      '5xx': '가',
      '1000/s': '가',
      PostgreSQL: '이',
      RabbitMQ: '가',
      S3: '가',
    }),
  )('%s%s', (word, particle) => {
    expect(withParticle(word, '이/가')).toBe(`${word}${particle}`);
  });
});

describe('a word in Latin letters ends as Koreans say it:', () => {
  test.each(
    read({
      Redis: '가',
      nginx: '가',
      Elasticsearch: '가',
      Filebeat: '가',
      'Fluent Bit': '가',
      ServiceMonitor: '가',
      Prometheus: '가',
      postgres_exporter: '가',
      active: '가',
      queue: '가',
      watermark: '가',
      refused: '가',
      Deployment: '가',
      w_await: '가',
      root: '가',
      log: '가',
      GitHub: '가',
      loop: '가',
      Secret: '이',
      kubelet: '이',
      timeout: '이',
      Slack: '이',
      webhook: '이',
      Elastic: '이',
      pg_up: '이',
      app: '이',
      web: '이',
      job: '이',
      type: '이',
      table: '이',
      kubectl: '이',
      volume: '이',
      name: '이',
      line: '이',
      transaction: '이',
      writing: '이',
      LOADING: '이',
      DOWN: '이',
    }),
  )('%s%s', (word, particle) => {
    expect(withParticle(word, '이/가')).toBe(`${word}${particle}`);
  });
});

describe('what is written behind a word and not said is passed over:', () => {
  test.each(
    read({
      '`df`': '로',
      '“볼륨”': '으로',
      '"Redis"': '로',
      '**볼륨**': '으로',
      '볼륨(가득 참)': '으로',
      'Docker 볼륨(`docker system df`)': '으로',
      '파드 (web-1)': '로',
    }),
  )('%s%s', (word, particle) => {
    expect(withParticle(word, '으로/로')).toBe(`${word}${particle}`);
  });
});

describe('no particle is guessed behind', () => {
  test.each(['', '(없음)', '{{ $labels.pod }}', 'C++', '…'])('%j', (word) => {
    expect(() => withParticle(word, '을/를')).toThrow(
      `'${word}': it is not known how this is read at its end, so no particle can be chosen; put a noun behind it, or write the particle out`,
    );
  });
});

describe('of the Korean runbooks', () => {
  const texts = estate
    .filter(({ languages }) => languages.includes('ko'))
    .flatMap((application) =>
      ownAlertsOf(application).flatMap(({ runbook }) => Object.values(inLanguage(runbook, 'ko'))),
    );
  const pairs = forms.map(([particle]) => particle);
  const pairOf = (form: string) => pairs.find((pair) => pair.split('/').includes(form));
  const written = texts.flatMap((text) => [
    ...text.matchAll(/([\w./-]*[\w%][`”]?)(이|가|을|를|은|는|과|와|으로|로|나)(?![가-힣])/gu),
  ]);
  const words = [
    ...new Map(written.map(([all, word = '', form = '']) => [all, { all, word, form }])).values(),
  ];

  test.each(words.map(({ all, word, form }) => [all, word, form] as const))(
    '%s has the particle that is chosen',
    (all, word, form) => {
      const pair = pairOf(form);
      expect(pair && withParticle(word, pair)).toBe(all);
    },
  );
});
