import { table } from '../bench/table.mjs';

/** One table of all figures; where one is missed, what bounds it stands below its line. */
export function printable(figures) {
  const rows = figures.map((figure) => [figure.name, figure.show(figure.value), reachOf(figure), verdictOf(figure)]);
  const lines = table([['', 'measured', 'reach', ''], ...rows]).split('\n');
  const remarks = figures.map((figure) => (isMissed(figure) || figure.note ? figure.bound() : ''));
  const printed = lines.map((line, index) => [line, remarks[index - 1]]);
  return printed.map(([line, remark]) => (remark ? `${line}  ${remark}` : line.trimEnd())).join('\n');
}

/** Whether a figure is beyond what is meant to be reached. */
export function isMissed({ value, reach }) {
  return reach !== undefined && value > reach;
}

function reachOf({ reach, show }) {
  return reach === undefined ? '' : `≤ ${show(reach)}`;
}

function verdictOf(figure) {
  if (figure.reach === undefined) return '';
  return isMissed(figure) ? 'MISSED' : 'held';
}
