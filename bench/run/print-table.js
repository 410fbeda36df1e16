// Promises: results as a plain table. The first row is the measure of the others: a ratio of 2 means twice as much
// time as it. What could not be measured is a dash, what failed says how.

/** @typedef {import('./race.js').Result} Result */

/**
 * @param {readonly Result[]} results
 * @param {number | null} bytes of the dump; null where speed means nothing
 * @returns {string}
 */
export function printTable(results, bytes) {
  const ours = results[0]?.seconds ?? null;
  const head = ['', 'median s', 'MB/s', 'peak MiB', 'ratio', ''];
  const rows = results.map(({ contender, seconds, peakMiB, failure }) => [
    contender.name,
    figure(seconds, 3),
    figure(speedOf(seconds, contender.bytes ?? bytes), 0),
    figure(peakMiB, 0),
    figure(seconds === null || ours === null ? null : seconds / ours, 2),
    failure === '' ? contender.note : `FAILED: ${failure}`,
  ]);
  return layOut([head, ...rows]);
}

/**
 * Pairs of one contender on a dump and on one of ten times its size: ten is linear.
 * @param {readonly Result[]} results
 * @returns {string}
 */
export function printGrowth(results) {
  const head = ['', 'MB', 'seconds', 'peak MiB', 'MB', 'seconds', 'peak MiB', 'growth', ''];
  const rows = results.flatMap((small, at) => {
    const large = results[at + 1];
    if (at % 2 === 1 || large === undefined) return [];
    const growth = small.seconds === null || large.seconds === null ? null : large.seconds / small.seconds;
    const failed = small.failure || large.failure;
    return [
      [
        small.contender.name,
        ...[small, large].flatMap(({ contender, seconds, peakMiB }) => [
          figure((contender.bytes ?? 0) / 1e6, 0),
          figure(seconds, 3),
          figure(peakMiB, 0),
        ]),
        figure(growth, 1),
        failed === '' ? '' : `FAILED: ${failed}`,
      ],
    ];
  });
  return layOut([head, ...rows]);
}

/**
 * @param {number | null} seconds
 * @param {number | null} bytes
 */
function speedOf(seconds, bytes) {
  return seconds === null || bytes === null ? null : bytes / 1e6 / seconds;
}

/**
 * @param {number | null} value
 * @param {number} digits
 */
function figure(value, digits) {
  return value === null ? '-' : value.toFixed(digits);
}

/** @param {readonly (readonly string[])[]} rows text columns first and last, figures between */
function layOut(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const last = widths.length - 1;
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === last
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
