/** Sums of fractions come out a little off; twelve digits are exact enough for any limit. */
const decimal = (value: number): string => String(Number(value.toPrecision(12)));

/** Whether two numbers are the same but for what adding up leaves. */
const isSame = (a: number, b: number, size: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1e-6, size);

/** A stretch of samples that go straight on, `13x20` or `0+30x40`. */
const straight = (samples: readonly number[]): string => {
  const [first = 0] = samples;
  const more = samples.length - 1;
  if (more === 0) return decimal(first);
  const step = ((samples[more] ?? first) - first) / more;
  if (step === 0) return `${decimal(first)}x${more}`;
  return `${decimal(first)}${step < 0 ? '-' : '+'}${decimal(Math.abs(step))}x${more}`;
};

/** Where the straight stretch ends that begins at an index. */
const straightEnd = (samples: readonly (number | undefined)[], from: number): number => {
  const [first, second] = [samples[from], samples[from + 1]];
  if (first === undefined || second === undefined) return from + 1;
  const step = second - first;
  let end = from + 2;
  for (; end < samples.length; end += 1) {
    const [before, here] = [samples[end - 1], samples[end]];
    if (before === undefined || here === undefined) break;
    if (!isSame(here - before, step, Math.max(Math.abs(here), Math.abs(first)))) break;
  }
  return end;
};

/**
 * Samples in promtool's notation, https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series. What ends is
 * marked stale, as Prometheus marks what is no longer scraped.
 */
export const notation = (samples: readonly (number | undefined)[]): string => {
  const parts: string[] = [];
  let at = 0;
  while (at < samples.length) {
    if (samples[at] === undefined) {
      let end = at;
      while (end < samples.length && samples[end] === undefined) end += 1;
      const gaps = end - at - (at === 0 ? 0 : 1);
      parts.push(...(at === 0 ? [] : ['stale']), ...(gaps > 0 ? [`_x${gaps}`] : []));
      at = end;
    } else {
      const end = straightEnd(samples, at);
      parts.push(straight(samples.slice(at, end).flatMap((each) => each ?? [])));
      at = end;
    }
  }
  return parts.join(' ');
};
