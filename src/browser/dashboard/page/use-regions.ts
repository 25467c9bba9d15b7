import { rangeUtil } from '@grafana/data';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useTheme } from '#browser/frame/theme.js';
import type { AnnotationModel } from '#browser/dashboard/model/annotation.js';
import type { Prometheus, Series } from '#browser/dashboard/query/prometheus.js';
import { regionsOf } from '#browser/dashboard/query/regions.js';
import { stepVariables } from '#browser/dashboard/query/built-in.js';
import { aligned, stepOf } from '#browser/dashboard/query/steps.js';
import { forPrometheus } from '#browser/dashboard/variable/formats.js';
import { interpolate } from '#browser/dashboard/variable/interpolate.js';
import type { Region } from '#browser/panel/contract.js';
import { type Context, isGivenUp, prometheusUntil } from './context.js';

interface Marked {
  readonly annotation: AnnotationModel;
  readonly series: readonly Series[];
  readonly step: number;
  readonly fault?: string;
}

/** Grafana asks for at most so many points of an annotation. */
const mostPoints = 100;

const ask = async (
  annotation: AnnotationModel,
  context: Context,
  prometheus: Prometheus,
): Promise<Marked> => {
  const { from, to, known, scrapeInterval } = context;
  const minStep = rangeUtil.intervalToMs(interpolate(annotation.step, known, forPrometheus));
  const fineness = { from, to, maxDataPoints: mostPoints, minStep, scrape: scrapeInterval * 1000, factor: 1 };
  const step = stepOf(fineness);
  try {
    const expr = interpolate(annotation.expr, { ...known, ...stepVariables(fineness) }, forPrometheus);
    const { series } = await prometheus.range(expr, ...aligned(from, to, step), step);
    return { annotation, series, step };
  } catch (error) {
    if (isGivenUp(error)) throw error;
    return { annotation, series: [], step, fault: error instanceof Error ? error.message : String(error) };
  }
};

/** What is marked on all panels: alerts that fire; and which annotations could not be had. */
export const useRegions = (context: Context | undefined) => {
  const theme = useTheme();
  const [last, setLast] = useState<{ readonly of: Context; readonly marked: readonly Marked[] }>();
  useEffect(() => {
    if (!context) return undefined;
    const controller = new AbortController();
    const prometheus = prometheusUntil(controller.signal);
    Promise.all(context.model.annotations.map((one) => ask(one, context, prometheus))).then(
      (marked) => {
        if (!controller.signal.aborted) setLast({ of: context, marked });
      },
      (error: unknown) => {
        if (!isGivenUp(error)) throw error;
      },
    );
    return () => controller.abort();
  }, [context]);
  const regions = useMemo<readonly Region[]>(
    () =>
      (last?.marked ?? []).flatMap(({ annotation, series, step }) =>
        regionsOf(annotation, series, step, theme.visualization.getColorByName(annotation.colour)),
      ),
    [last, theme],
  );
  const faults = (last?.marked ?? []).flatMap(({ annotation, fault }) =>
    fault === undefined ? [] : [`${annotation.name}: ${fault}`],
  );
  return { regions, faults, isLoading: context !== undefined && last?.of !== context };
};
