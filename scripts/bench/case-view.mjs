import { normalise, stretchesMissing } from './scoring.mjs';
import { clip, milliseconds, percent } from './table.mjs';

const stretchesShown = 12;

/** Everything about one engine's result on one case: what was lost, what leaked, and why. */
export function printableCase({ result, truth, url }) {
  const sections = [
    [`${result.id}  ${result.group}  ${result.engine}`, [url, `readerable ${result.readerable ?? '·'}, wanted ${truth.isArticle}${result.uncertain ? ' (uncertain)' : ''}; ${milliseconds(result.ms)} ms`]],
    ['error', result.error ? [result.error] : []],
    ...(result.score ? articleSections(result, truth) : []),
    ['removals', (result.output?.removals ?? []).map(({ step, reason, text }) => `${step} / ${reason}: ${clip(text, 100)}`)],
    ['provenance', (result.output?.provenance ?? []).map(({ kind, text }) => `${kind}: ${clip(text, 100)}`)],
  ];
  return sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n\n');
}

function articleSections({ score, output }, truth) {
  const { texts, body, promo, outline } = score;
  return [
    ['body', [`recall ${percent(score.recall)}  precision ${percent(score.precision)}  F1 ${percent(score.f1)}  blocks ${body.blocks}`]],
    [`lost (${body.lost.length})`, body.lost.map(({ text, tag }) => `${tag}: ${clip(text, 100)}`)],
    ['prose among the removals', body.proseRemoved.map(({ text, tag }) => `${tag}: ${clip(text, 100)}`)],
    [`leaked (${promo.leaked.length})`, promo.leaked.map(({ text, kind }) => `${kind}: ${clip(text, 100)}`)],
    ['text missing', stretchLines(stretchesMissing(texts.wanted, texts.got))],
    ['text too many', stretchLines(stretchesMissing(texts.got, texts.wanted))],
    ['outline', outlineLines(outline, output?.outline ?? [])],
    ['bold emphasis in the outline', emphasisLines(truth, outline)],
    ['metadata', metadataLines(score.metadata, output, truth)],
  ];
}

function stretchLines(stretches) {
  const rest = stretches.slice(stretchesShown).reduce((sum, { length }) => sum + length, 0);
  const lines = stretches.slice(0, stretchesShown).map((text) => `${String(text.length).padStart(5)}  ${clip(text, 90)}`);
  return rest > 0 ? [...lines, `${String(rest).padStart(5)}  in ${stretches.length - stretchesShown} more`] : lines;
}

/** Wanted and got side by side in one list: = found, - missed, + wrong, > found at another depth. */
function outlineLines({ entries, foundWanted, wrong, withDepth, ...counts }, got) {
  const print = (sign, { text, depth, via }) => `${sign} ${'  '.repeat(depth - 1)}${clip(text, 70)}${via ? `  [${via}]` : ''}`;
  const wanted = entries.map((entry, index) => print(foundWanted.has(index) ? (withDepth.foundWanted.has(index) ? '=' : '>') : '-', entry));
  const head = `wanted ${counts.wanted}, got ${got.length}, ${counts.got} of them counted, found ${counts.matched}, at the right depth ${withDepth.matched}`;
  return counts.wanted + got.length === 0 ? [] : [head, ...wanted, ...wrong.map((entry) => print('+', entry))];
}

function emphasisLines(truth, { wrong }) {
  const emphasis = new Set((truth.boldEmphasis ?? []).map((entry) => normalise(entry.text ?? entry)));
  return wrong.filter(({ text }) => emphasis.has(normalise(text))).map(({ text }) => clip(text, 100));
}

function metadataLines(score, output, truth) {
  const rows = [
    ['title', score.title, truth.title, output?.title],
    ['byline', score.byline, truth.author?.join(' / '), output?.byline],
    ['date', score.date, truth.published, output?.published],
  ];
  const mark = (value) => (value === null ? '·' : value ? '=' : '✗');
  return rows.map(([field, right, wanted, got]) => `${mark(right)} ${field.padEnd(7)} wanted ${wanted ?? '(none)'} | got ${got || '(none)'}`);
}
