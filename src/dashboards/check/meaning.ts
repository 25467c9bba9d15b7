/** What a name says of what it names. */
export type Meaning = 'well' | 'failing';

const words: Readonly<Record<Meaning, readonly string[]>> = {
  well: [
    ...[
      'ok',
      'healthy',
      'success',
      'successes',
      'successful',
      'succeeded',
      'completed',
      'passed',
      '2xx',
      '200',
    ],
    ...['정상', '성공', '완료'],
  ],
  failing: [
    ...['error', 'errors', 'fail', 'fails', 'failed', 'failing', 'failure', 'failures', 'fatal', 'panic'],
    ...['cancelled', 'canceled', 'rejected', 'refused', 'timeout', 'timeouts', 'dead', 'lost', 'crashed'],
    ...[
      'unhealthy',
      'critical',
      'unavailable',
      '5xx',
      '500',
      '502',
      '503',
      '504',
      '오류',
      '실패',
      '장애',
      '취소',
    ],
  ],
};

/** Words that stand for something only where nothing stands beside them: 'scaled down' is no failure. */
const alone: Readonly<Record<string, Meaning>> = { up: 'well', down: 'failing' };

/** Beside these a word is no event: what may fail, what is left until it does. */
const turning: readonly string[] = [
  ...['no', 'not', 'without', 'allowed', 'objective', 'expected', 'limit', 'left', 'budget', 'threshold'],
  ...['허용', '목표', '예상', '한도'],
];

/**
 * What a name that people read says: `failed`, `5xx`, `DOWN`, `completed orders`. Nothing where it says neither, both, or what may be:
 * `allowed failures`.
 */
export const meaningOf = (name: string): Meaning | undefined => {
  // Status codes are patterns in matchers: 5.. and [45]..
  const spoken = name.toLowerCase().replace(/\b([25])\.\./g, '$1xx');
  const tokens = spoken.split(/[^\p{Letter}\p{Number}]+/u).filter((token) => token !== '');
  if (tokens.some((token) => turning.includes(token))) return undefined;
  const [first = ''] = tokens;
  if (tokens.length === 1 && alone[first]) return alone[first];
  const says = (meaning: Meaning): boolean => tokens.some((token) => words[meaning].includes(token));
  const [well, failing] = [says('well'), says('failing')];
  if (well === failing) return undefined;
  return well ? 'well' : 'failing';
};
