import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listen } from '../../scripts/browser/static-server.mjs';

const sampleFolder = fileURLToPath(new URL('../fixtures/sample/', import.meta.url));

export interface ServedPage {
  body: string | Buffer;
  type?: string;
  headers?: Record<string, string>;
}

export interface Site {
  origin: string;
  close(): Promise<void>;
}

/** Serves the sample article at `/` and other pages under their own paths. */
export function serveSite(pages: Record<string, string | ServedPage> = {}): Promise<Site> {
  return listen((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = pages[path] ?? sampleFile(path);
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { body, type = 'text/html; charset=utf-8', headers = {} } = typeof page === 'string' ? { body: page } : page;
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
  });
}

function sampleFile(path: string): ServedPage | undefined {
  if (path === '/') return { body: readFileSync(`${sampleFolder}page.html`) };
  if (path === '/page.css') return { body: readFileSync(`${sampleFolder}page.css`), type: 'text/css' };
  if (/^\/[a-z-]+\.svg$/.test(path)) return { body: readFileSync(sampleFolder + path.slice(1)), type: 'image/svg+xml' };
  return undefined;
}

/** A plain article in Chinese with a title of its own, as HTML or, closed everywhere, as XHTML. */
export function articleBody(title: string, extra = ''): string {
  const sections = ['一、先看需求', '二、再看供给', '三、最后看价格'].map((heading, index) => `<h2>${heading}</h2>${paragraphs(index * 3)}`);
  return `<main><article><h1>${title}</h1>${paragraphs(9)}${sections.join('')}${extra}</article></main>`;
}

/** A whole page round `articleBody`. */
export function articlePage(title: string, extra = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${articleBody(title, extra)}</body></html>`;
}

const sentences = [
  '工厂把排产的周期从一个月缩短到一周，库存随之降了三成，周转的速度快了将近一倍。',
  '采购的人不再只问价格，他们更想知道这批料能不能在周三之前到货，晚一天要赔多少。',
  '渠道商开始把样品间搬到离客户更近的地方，成交的周期因此短了一半，退货也少了。',
  '同样一台设备，租出去的回款比卖出去慢，可是客户留下来的时间却长得多，账要按三年算。',
  '行业里的老人说，过去比的是谁的胆子大，如今比的是谁的账算得细，算得细的人才睡得着。',
  '数字化并不是把表格搬到屏幕上，而是让看表格的人能够在当天就作出决定，并且为它负责。',
];

function paragraphs(start: number): string {
  return [0, 1, 2].map((step) => `<p>${sentence(start + step)}${sentence(start + step + 2)}</p>`).join('');
}

function sentence(index: number): string {
  return sentences[index % sentences.length] ?? '';
}

/** A page that nobody would call an article. */
export const plainPage = '<!doctype html><html lang="zh-CN"><head><title>登录</title></head><body><h1>登录</h1><form><label>手机号 <input></label><button>下一步</button></form></body></html>';
