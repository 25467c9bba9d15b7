import { type Field, isObject, valueAt } from '#ground/field.js';
import { fieldsAt } from './path.js';

const tenfold = ['m', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const twofold = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** An amount without its last factors, and with the suffix that stands for them. */
const suffixed = (amount: bigint, factor: bigint, suffixes: readonly string[]): string => {
  const [suffix = '', ...larger] = suffixes;
  return larger.length > 0 && amount % factor === 0n
    ? suffixed(amount / factor, factor, larger)
    : `${amount}${suffix}`;
};

/** Thousandths of what a suffix stands for. */
const factorOf = (suffix: string): bigint =>
  twofold.includes(suffix)
    ? 1_000n * 1_024n ** BigInt(twofold.indexOf(suffix))
    : 1_000n ** BigInt(tenfold.indexOf(suffix));

/**
 * A quantity of a container or a volume as an API server writes it, whatever was written: `1024Mi` as `1Gi`, `0.5` as `500m`, `1000` as `1k`, and no part
 * of a thousandth. What it keeps as it is comes back as it is.
 * https://github.com/kubernetes/apimachinery/blob/v0.36.0/pkg/api/resource/quantity.go
 */
export const servedQuantity = (text: string): string => {
  const [, whole, part = '', suffix = ''] =
    /^(0|[1-9]\d*|(?=\.))(?:\.(\d+))?(m|[kMGTPE]|[KMGTPE]i|)$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const divisor = 10n ** BigInt(part.length);
  const thousandths = (BigInt(whole + part) * factorOf(suffix) + divisor - 1n) / divisor;
  if (thousandths === 0n) return '0';
  const isTwofold = suffix.endsWith('i') && thousandths >= 1_024_000n && thousandths % 1_000n === 0n;
  return isTwofold ? suffixed(thousandths / 1_000n, 1_024n, twofold) : suffixed(thousandths, 1_000n, tenfold);
};

const resources = (path: string): readonly string[] => [`${path}.requests`, `${path}.limits`];
const amounts: readonly string[] = [
  ...['containers[]', 'initContainers[]'].flatMap((each) =>
    resources(`spec.template.spec.${each}.resources`),
  ),
  ...resources('spec.volumeClaimTemplates[].spec.resources'),
];
const sizes = 'spec.template.spec.volumes[].emptyDir.sizeLimit';
const workloads = ['DaemonSet', 'Deployment', 'StatefulSet'];

/** Where quantities stand in the pods and claims of a workload. */
export const quantitiesOf = (manifest: { readonly kind: string }): readonly Field[] =>
  workloads.includes(manifest.kind)
    ? [
        ...amounts
          .flatMap((path) => fieldsAt(manifest, path))
          .flatMap((field) => {
            const named = valueAt(manifest, field);
            return isObject(named) ? Object.keys(named).map((name): Field => [...field, name]) : [];
          }),
        ...fieldsAt(manifest, sizes),
      ]
    : [];
