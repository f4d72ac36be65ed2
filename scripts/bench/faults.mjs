import { ratioFloor } from './summary.mjs';
import { percent, times } from './table.mjs';

const worstShown = 10;

/** The cases of one engine with the lowest F1, and every case with a fault, one line each. */
export function printableFaults(results) {
  const scored = results.filter(({ score }) => score !== null);
  const worst = scored.toSorted((a, b) => a.score.f1 - b.score.f1).slice(0, worstShown);
  const faulty = results.map((result) => [result, faultsOf(result)]).filter(([, faults]) => faults.length > 0);
  return [
    'Lowest F1',
    ...worst.map(({ id, score }) => `  ${percent(score.f1).padStart(5)}  ${id}  (recall ${percent(score.recall)}, precision ${percent(score.precision)})`),
    '',
    `Cases with faults (${faulty.length} of ${results.length})`,
    ...faulty.map(([{ id }, faults]) => `  ${id.padEnd(24)} ${faults.join('; ')}`),
  ].join('\n');
}

function faultsOf(result) {
  const faults = [detectionFault(result), result.error ? `error: ${result.error.split('\n')[0]}` : '', ratioFault(result)];
  return [...faults, ...(result.score ? articleFaults(result) : [])].filter((fault) => fault !== '');
}

function detectionFault({ readerable, isArticle, uncertain }) {
  if (readerable === null || uncertain || readerable === isArticle) return '';
  return isArticle ? 'not detected' : 'detected, but no article';
}

function ratioFault({ bytes, ms, referenceMs }) {
  return bytes > ratioFloor && referenceMs !== null && ms / referenceMs > 1.5 ? `time ratio ${times(ms / referenceMs)}` : '';
}

function articleFaults({ score: { body, promo, outline, metadata }, output }) {
  const leaked = ['tail', 'ad', 'chrome'].filter((kind) => promo[kind].leaked > 0).map((kind) => `${promo[kind].leaked} ${kind}`);
  const wrongFields = Object.keys(metadata).filter((field) => metadata[field] === false);
  return [
    output === null ? 'no article' : '',
    body.lost.length > 0 ? `lost ${body.lost.length} of ${body.blocks}` : '',
    body.proseRemoved.length > 0 ? `prose removed ${body.proseRemoved.length}` : '',
    leaked.length > 0 ? `leaked ${leaked.join(', ')}` : '',
    outline.missed.length + outline.wrong.length > 0 ? `outline -${outline.missed.length} +${outline.wrong.length} of ${outline.wanted}` : '',
    outline.withDepth.matched < outline.matched ? `depth wrong ${outline.matched - outline.withDepth.matched}` : '',
    wrongFields.length > 0 ? `wrong ${wrongFields.join(', ')}` : '',
  ];
}
