/** A length of time as a person reads it, from seconds: `0.8 s`, `5 m 20 s`, `2 h 3 m`. */
export const lengthText = (seconds: number): string => {
  const [sign, length] = seconds < 0 ? ['-', -seconds] : ['', seconds];
  if (length < 59.95) return `${sign}${length < 9.95 ? length.toFixed(1) : Math.round(length)} s`;
  const whole = Math.round(length);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return `${sign}${hours} h${minutes > 0 ? ` ${minutes} m` : ''}`;
  return `${sign}${minutes} m${rest > 0 ? ` ${rest} s` : ''}`;
};
