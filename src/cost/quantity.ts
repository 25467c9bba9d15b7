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
