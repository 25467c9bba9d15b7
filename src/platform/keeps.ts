import { type Duration, inSeconds } from '#ground/duration.js';
import type { Platform } from './platform.js';

const longest = (...durations: readonly Duration[]): Duration =>
  durations.reduce((one, other) => (inSeconds(other) > inSeconds(one) ? other : one));

/**
 * How far back the rules of a cluster read at most: as far as whoever evaluates them has samples as they were scraped. Of a Thanos whose ruler
 * evaluates all of them that is the bucket's raw samples, since the ruler asks for no others; where it evaluates none but those over clusters, or
 * says not how long the bucket keeps (its compactor runs in another cluster), it is what Prometheus itself keeps. The rulers of a Mimir and of a
 * VictoriaMetrics ask these alone.
 */
export const keeps = ({ engine, prometheus: { retention } }: Platform): Duration => {
  switch (engine.name) {
    case 'prometheus':
      return retention;
    case 'thanos':
      return engine.ruler?.evaluates === 'all' && engine.compactor
        ? longest(retention, engine.compactor.keeps.raw)
        : retention;
    case 'mimir':
      return engine.rulesBy !== 'prometheus' && engine.evaluates !== 'over clusters'
        ? engine.retention
        : retention;
    case 'victoriametrics':
      return engine.rulesBy === 'vmalert' ? engine.retention : retention;
  }
};

/**
 * How far back a panel reads that asks for one value: Grafana may ask a Mimir, a VictoriaMetrics or a Query whoever evaluates rules. Of a bucket that
 * are raw samples too: what was downsampled Query takes for curves alone, unless it is asked otherwise.
 */
export const shows = (platform: Platform): Duration => {
  const { engine } = platform;
  const { retention } = platform.prometheus;
  switch (engine.name) {
    case 'mimir':
    case 'victoriametrics':
      return longest(retention, engine.retention);
    case 'thanos':
      return engine.query && engine.compactor ? longest(retention, engine.compactor.keeps.raw) : retention;
    case 'prometheus':
      return retention;
  }
};
