import type { GivenFile } from '#ground/yaml-objects.js';
import { fieldOf, textOf, yamlDocuments } from '#ground/yaml-tree.js';
import { secondsIn } from '#proof/promtool/go-text.js';
import type { Options } from './options.js';
import type { Intervals } from './subject.js';

/** What a configuration of Prometheus says of all: https://prometheus.io/docs/prometheus/latest/configuration/configuration/. */
const globalIn = ({ text }: GivenFile): readonly Partial<Intervals>[] =>
  yamlDocuments(text).flatMap(({ root }) => {
    const isPrometheus = ['scrape_configs', 'rule_files'].some((name) => fieldOf(root, name) !== undefined);
    const global = fieldOf(root, 'global');
    if (!isPrometheus || global === undefined || fieldOf(root, 'tests') !== undefined) return [];
    const [scrape, evaluation] = [textOf(global, 'scrape_interval'), textOf(global, 'evaluation_interval')];
    return [
      {
        ...(scrape !== undefined && { scrape: secondsIn(scrape) }),
        ...(evaluation !== undefined && { evaluation: secondsIn(evaluation) }),
      },
    ];
  });

/**
 * The intervals that were asked for, else those of a `prometheus.yml` among the files, else 30s between scrapes and Prometheus's own minute between
 * evaluations.
 */
export const intervalsOf = (
  { scrapeInterval, evaluationInterval }: Pick<Options, 'scrapeInterval' | 'evaluationInterval'>,
  files: readonly GivenFile[],
): Intervals => {
  const told: Partial<Intervals> = {
    ...files
      .filter(({ text }) => /^global:/m.test(text))
      .flatMap(globalIn)
      .reduce((all, each) => ({ ...all, ...each }), {}),
    ...(scrapeInterval !== undefined && { scrape: scrapeInterval }),
    ...(evaluationInterval !== undefined && { evaluation: evaluationInterval }),
  };
  return { scrape: 30, evaluation: 60, ...told, isScrapeTold: told.scrape !== undefined };
};
