import { harmonicMean, share } from './scoring.mjs';

/** Pages below this size are too quick for a ratio of their own to mean anything. */
export const ratioFloor = 100_000;

/**
 * One engine's figures over some of the cases.
 *
 * @param {{ group: string, isArticle: boolean, uncertain: boolean, bytes: number, ms: number | null, referenceMs: number | null, readerable: boolean | null, score: object | null }[]} results
 */
export function summarise(results) {
  const articles = results.filter(({ score }) => score !== null);
  const scores = articles.map(({ score }) => score);
  return {
    cases: results.length,
    articles: articles.length,
    ...(articles.length > 0 && { ...summariseBody(scores), outline: summariseOutline(scores) }),
    ...summariseMetadata(articles),
    detection: summariseDetection(results),
    ...summariseTime(results),
  };
}

function summariseBody(scores) {
  const leaked = (kind) => fraction(sum(scores, ({ promo }) => promo[kind].leaked), sum(scores, ({ promo }) => promo[kind].blocks));
  return {
    recall: mean(scores, ({ recall }) => recall),
    precision: mean(scores, ({ precision }) => precision),
    f1: mean(scores, ({ f1 }) => f1),
    minF1: Math.min(...scores.map(({ f1 }) => f1)),
    lost: fraction(sum(scores, ({ body }) => body.lost.length), sum(scores, ({ body }) => body.blocks)),
    proseRemoved: sum(scores, ({ body }) => body.proseRemoved.length),
    leaked: { tail: leaked('tail'), ad: leaked('ad'), chrome: leaked('chrome') },
  };
}

function summariseOutline(scores) {
  const flat = alignment(scores, ({ outline }) => outline);
  return {
    ...flat,
    depthF1: alignment(scores, ({ outline }) => outline.withDepth).f1,
    boldFound: fraction(sum(scores, ({ outline }) => outline.bold.found), sum(scores, ({ outline }) => outline.bold.wanted)),
    wrong: fraction(sum(scores, ({ outline }) => outline.wrong.length), sum(scores, ({ outline }) => outline.got)),
  };
}

function alignment(scores, pick) {
  const matched = sum(scores, (score) => pick(score).matched);
  const precision = share(matched, sum(scores, (score) => pick(score).got));
  const recall = share(matched, sum(scores, (score) => pick(score).wanted));
  return { precision, recall, f1: harmonicMean(precision, recall) };
}

/** Site pages stand in a shell of the corpus's own, so that their metadata says nothing. */
function summariseMetadata(articles) {
  const judged = articles.filter(({ group }) => group !== 'site-page').map(({ score }) => score.metadata);
  const rate = (field) => {
    const known = judged.filter((metadata) => metadata[field] !== null);
    return fraction(known.filter((metadata) => metadata[field]).length, known.length);
  };
  return { title: rate('title'), byline: rate('byline'), date: rate('date') };
}

function summariseDetection(results) {
  const judged = results.filter(({ uncertain, readerable }) => !uncertain && readerable !== null);
  const claimed = judged.filter(({ readerable }) => readerable);
  const right = claimed.filter(({ isArticle }) => isArticle).length;
  const articles = judged.filter(({ isArticle }) => isArticle).length;
  return { precision: fraction(right, claimed.length), recall: fraction(right, articles), falseAlarms: claimed.length - right };
}

function summariseTime(results) {
  const times = results.map(({ ms }) => ms).filter((ms) => ms !== null);
  if (times.length === 0) return {};
  const both = results.filter(({ ms, referenceMs }) => ms !== null && referenceMs !== null);
  const ratios = both.filter(({ bytes }) => bytes > ratioFloor).map(({ id, ms, referenceMs }) => ({ id, ratio: ms / referenceMs }));
  return {
    ms: { median: median(times), worst: Math.max(...times) },
    ratio: fraction(sum(both, ({ ms }) => ms), sum(both, ({ referenceMs }) => referenceMs)),
    worstRatio: ratios.sort((a, b) => b.ratio - a.ratio)[0] ?? null,
  };
}

/** The middle value; between two of them, their mean. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Unlike a share, a fraction of nothing is no figure at all. */
function fraction(part, whole) {
  return whole === 0 ? null : part / whole;
}

function sum(items, value) {
  return items.reduce((all, item) => all + value(item), 0);
}

function mean(items, value) {
  return sum(items, value) / items.length;
}
