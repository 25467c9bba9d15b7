const number = (value, digits = 0) => value.toFixed(digits).padStart(8);

/** A line of the table: milliseconds and multiples of a Node that does nothing, on the clock and of a processor, and MiB at the most. */
const line = ({ name, wall, cpu, peak }, bare) =>
  [
    name.padEnd(40),
    ...[number(wall), number(wall / bare.wall, 1), number(cpu), number(cpu / bare.cpu, 1)],
    peak === 0 ? '–'.padStart(8) : number(peak),
  ].join('');

export const tableText = ({ bare, rows }, title) =>
  [
    '',
    title,
    `${''.padEnd(40)}${['ms', '× Node', 'CPU ms', '× Node', 'MiB'].map((each) => each.padStart(8)).join('')}`,
    line({ name: 'node -e 0', ...bare }, bare),
    ...rows.map((row) => line(row, bare)),
  ].join('\n');
