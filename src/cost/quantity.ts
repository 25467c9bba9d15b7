const powers = ['K', 'M', 'G', 'T', 'P'] as const;
const powerOf = (letter: string): number => powers.findIndex((each) => each === letter.toUpperCase()) + 1;

/**
 * Bytes of a quantity of Kubernetes, `512Mi`, `10G`, https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/, or of a size
 * of Prometheus, `8GB`, whose powers are of 1024; nothing of a text that is neither.
 */
export const bytesOf = (text: string): number | undefined => {
  const [, amount = '', letter = '', suffix = ''] =
    /^(\d+(?:\.\d+)?)(?:([kKMGTPE])(i|B|iB)?|B)?$/.exec(text) ?? [];
  if (amount === '') return undefined;
  return Number(amount) * (suffix === '' ? 1_000 : 1_024) ** powerOf(letter);
};

/** Bytes as people read them: `1.4 GiB`. */
export const sizeText = (bytes: number): string => {
  const power = Math.min(Math.max(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), 1), 4);
  const amount = bytes / 1_024 ** power;
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${['', 'KiB', 'MiB', 'GiB', 'TiB'][power]}`;
};

/** A number as people read it: `12,400`. */
export const countText = (count: number): string =>
  Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
