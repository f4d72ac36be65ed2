import { blocksOf } from './blocks.ts';
import { lengthOf, textLength, textOf } from './text.ts';

/** A title of more characters is a paragraph. */
const longestTitle = 60;
const sentenceEnd = /[。！!；;，,、…：:]$/;
const loneNumber = /^(?:part|no|chapter)?[\s.·#]*(?:0?\d{1,2}(?:\.\d{1,2}){0,2}|其?[一二三四五六七八九十]{1,2}|[壹贰叁肆伍陆柒捌玖Ⅰ-Ⅻ])[\s.、．/|]*$/i;

/** A number or a mark in a block of its own, with the title in the next block, becomes one heading. */
export function joinNumberBoxes(body: Element): void {
  const blocks = blocksOf(body);
  const boxes = blocks.filter((block) => /^(P|H[1-6])$/.test(block.tagName) && lengthOf(textOf(block)) <= 8 && loneNumber.test(textOf(block)));
  if (boxes.length < 2) return;
  for (const box of boxes) {
    const title = box.nextElementSibling;
    if (!title || !/^(P|H[1-6])$/.test(title.tagName) || boxes.includes(title)) continue;
    const length = textLength(title);
    if (length < 2 || length > longestTitle || sentenceEnd.test(textOf(title))) continue;
    const number = box.ownerDocument.createElement('span');
    number.setAttribute('data-number', '');
    number.textContent = `${textOf(box)} `;
    const joined = box.ownerDocument.createElement('h3');
    joined.setAttribute('data-level', title.getAttribute('data-level') ?? '2');
    joined.append(number, ...title.childNodes);
    title.replaceWith(joined);
    box.remove();
  }
}
