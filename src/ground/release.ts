/** A release of a program as it is written in a requirement: `2.42`. */
export type Release = `${number}.${number}`;
