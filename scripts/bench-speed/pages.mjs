import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../bootstrap.mjs';

/**
 * The pages of the fixtures, or those of a folder that holds `<id>/source.html` or `<id>/page.html`.
 *
 * @param {string} [directory]
 */
export function readPages(directory = join(projectRoot, 'test/fixtures')) {
  return readdirSync(directory).sort().flatMap((id) => {
    const file = ['page.html', 'source.html'].map((name) => join(directory, id, name)).find(existsSync);
    return file === undefined ? [] : [{ id, file, url: addressOf(join(directory, id)) }];
  });
}

/** An article of so many paragraphs, with a heading before every twentieth. */
export function articleOf(paragraphs) {
  const body = Array.from({ length: paragraphs }, (_, index) => `${index % 20 === 0 ? `<h2>${index / 20 + 1}、${subjects[(index / 20) % subjects.length]}的账</h2>` : ''}<p>${paragraph(index)}</p>`);
  return page(`<article><h1>${title}</h1>${body.join('\n')}</article>`);
}

/** An article of about so many characters of text. */
export function articleOfCharacters(characters) {
  return articleOf(Math.round(characters / paragraph(7).length));
}

/** A page of so many elements that is no article: rows of links and labels, all of which the detector has to look at. */
export function listOf(elements) {
  const rows = Array.from({ length: Math.round(elements / 5) }, (_, index) => `<li class="row"><a href="/item/${index}">${subjects[index % subjects.length]}的第 ${index} 条消息，还没有人读过</a><span>${index}</span><em>${index % 24}:30</em><i></i></li>`);
  return page(`<ul>${rows.join('\n')}</ul>`);
}

export const title = '一个仓库的三本账，以及它们为什么对不上';

const subjects = ['采购', '仓储', '运输', '门店', '售后', '财务', '人事'];
const predicates = [
  '每个月都要重新算一遍，因为上个月的数字到了这个月就不再成立，谁也说不清差在哪里。',
  '真正难的不是记下来，而是让记下来的东西在三天之后还有人愿意去看，并且照着去做。',
  '的毛利从 12.4% 掉到了 9.8%，可是没有一个人觉得自己做错了什么，这正是问题所在。',
  '的负责人说，他们宁可少接两张订单，也不愿意在周五的晚上再改一次排期，因为没有用。',
];

/** Numbered, so that no paragraph is a repetition of another. */
function paragraph(index) {
  return [0, 1, 2].map((step) => `第 ${index * 3 + step} 周，${subjects[(index + step) % subjects.length]}${predicates[(index * 2 + step) % predicates.length]}`).join('');
}

function page(body) {
  const links = Array.from({ length: 40 }, (_, index) => `<a href="/channel/${index}">频道 ${index}</a>`).join(' ');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><nav>${links}</nav><main>${body}</main><footer>${links}</footer></body></html>`;
}

function addressOf(folder) {
  const file = ['expected.json', 'origin.json'].map((name) => join(folder, name)).find(existsSync);
  const { url } = file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));
  return /^https?:\S+/.exec(url ?? '')?.[0];
}
