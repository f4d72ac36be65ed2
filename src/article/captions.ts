import { blocksOf } from './blocks.ts';
import { moveChildren } from './move-children.ts';
import { lengthOf, linkDensity, textOf } from './text.ts';

const captionStart = /^[（(]?(?:图|表|▲|△|▼|↑|图表|图示|图源|图片|资料图|数据来源|来源|摄影|摄|供图|photo|figure|fig\.?|source|image)(?:\s|\d|[一二三四五六七八九十]+\s|[：:/｜|来源由为])/i;
const longestCaption = 80;

/** Ties the line under a picture to it: a centred short line, or one that begins like 图 1 or 图源：. */
export function tieCaptions(body: Element): void {
  for (const figure of blocksOf(body)) {
    if (figure.tagName !== 'FIGURE' || figure.querySelector('figcaption') || !figure.querySelector('img')) continue;
    const line = figure.nextElementSibling;
    if (!line || !isCaption(line)) continue;
    const caption = figure.ownerDocument.createElement('figcaption');
    moveChildren(line, caption);
    figure.append(caption);
    line.remove();
  }
}

function isCaption(line: Element): boolean {
  if (line.tagName !== 'P' || line.querySelector('img')) return false;
  const text = textOf(line);
  if (text === '' || lengthOf(text) > longestCaption || linkDensity(line) > 0.9) return false;
  if (captionStart.test(text)) return true;
  const isCentred = line.getAttribute('data-align') === 'center';
  return isCentred && lengthOf(text) <= 40 && !line.querySelector('b, strong') && !/[。！？]$/.test(text);
}
