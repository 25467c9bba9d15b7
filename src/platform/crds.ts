/**
 * The versions of the chart prometheus-operator-crds by the operator whose CRDs they hold, the newest first:
 * https://github.com/prometheus-community/helm-charts/blob/main/charts/prometheus-operator-crds/Chart.yaml and its history.
 */
const charts: ReadonlyMap<string, string> = new Map([
  ['0.93.1', '31.0.1'],
  ['0.93.0', '31.0.0'],
  ['0.92.1', '30.0.1'],
  ['0.92.0', '30.0.0'],
  ['0.91.0', '29.0.0'],
  ['0.90.1', '28.0.1'],
  ['0.90.0', '28.0.0'],
  ['0.89.0', '27.0.1'],
]);

/** The operators whose chart of CRDs is known. */
export const operatorsWithCrds: readonly string[] = [...charts.keys()];

/** The version of the chart prometheus-operator-crds that holds the CRDs of an operator; nothing where it is not known. */
export const crdsChartOf = (operator: string): string | undefined => charts.get(operator);
