/** By what a quantity of Kubernetes is multiplied: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/. */
const suffixes: ReadonlyMap<string, number> = new Map([
  ['m', 0.001],
  ['', 1],
  ...['k', 'M', 'G', 'T', 'P', 'E'].map((suffix, i) => [suffix, 1_000 ** (i + 1)] as const),
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, i) => [suffix, 1_024 ** (i + 1)] as const),
]);

/** A quantity as a number, of cores or bytes: `200m` is 0.2, `512Mi` is 536,870,912. Nothing where Kubernetes reads none, or it is not over 0. */
export const quantityOf = (text: string): number | undefined => {
  const [, amount, suffix = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = suffixes.get(suffix);
  const quantity = factor === undefined ? NaN : Number(amount) * factor;
  return quantity > 0 ? quantity : undefined;
};

/** Units of Prometheus's sizes are all powers of 1,024, whether they have an i or not: https://github.com/alecthomas/units. */
const units = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** Bytes of a size as Prometheus writes it: `8GB` is 8,589,934,592. Nothing where it reads none. */
export const prometheusBytes = (text: string): number | undefined => {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([KMGTPE]?)i?B$/.exec(text) ?? [];
  return amount === undefined || Number(amount) === 0
    ? undefined
    : Number(amount) * 1_024 ** units.indexOf(unit);
};
