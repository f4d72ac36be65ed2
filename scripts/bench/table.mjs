/** Lays rows out in columns; the first column reads from the left, figures from the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  const line = (row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  return rows.map(line).join('\n');
}

/** One decimal of a percentage; a dot where there is no figure. */
export function percent(value) {
  return value === null || value === undefined ? '·' : (value * 100).toFixed(1);
}

/** Milliseconds with as many digits as they deserve. */
export function milliseconds(value) {
  return value === null || value === undefined ? '·' : value.toFixed(value < 10 ? 1 : 0);
}

/** A ratio with two decimals. */
export function times(value) {
  return value === null || value === undefined ? '·' : value.toFixed(2);
}

/** The start of a text in one line. */
export function clip(text, length = 60) {
  const line = text.replace(/\s+/g, ' ').trim();
  return [...line].length > length ? `${[...line].slice(0, length - 1).join('')}…` : line;
}

function width(cell) {
  return cell.length;
}
