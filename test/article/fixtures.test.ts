import { describe, expect, it } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { isReaderable } from '../../src/article/readerable.ts';
import { foldForMatch } from '../../src/article/text.ts';
import { goldenSlugs, openFixture, readGolden } from './golden.ts';

describe.each(goldenSlugs())('%s', (slug) => {
  const golden = readGolden(slug);
  const document = openFixture(slug, golden.url);
  const before = document.documentElement.outerHTML;
  const article = extract(document, { url: golden.url });
  if (!article) throw new Error(`${slug}: no article`);

  it('is announced as an article, or is not', () => {
    expect(isReaderable(document)).toBe(golden.readerable);
  });

  it('keeps every block of the body, in order, and nothing else', () => {
    // White space is folded on both sides: code and verse have lines of their own.
    expect(foldForMatch(article.textContent)).toBe(foldForMatch(golden.body.join('\n')));
  });

  it('lists the sections', () => {
    expect(article.outline.map(({ text, depth }) => ({ text: foldForMatch(text), depth }))).toEqual(golden.outline.map(({ text, depth }) => ({ text: foldForMatch(text), depth })));
  });

  it('knows title, author, date and standfirst', () => {
    expect({
      title: foldForMatch(article.title),
      byline: article.byline,
      published: article.publishedTime.startsWith(golden.publishedTime) ? golden.publishedTime : article.publishedTime,
      standfirst: foldForMatch(article.standfirst),
      ...(golden.siteName === undefined ? {} : { siteName: article.siteName }),
    }).toEqual({
      title: foldForMatch(golden.title),
      byline: golden.byline,
      published: golden.publishedTime,
      standfirst: foldForMatch(golden.standfirst ?? ''),
      ...(golden.siteName === undefined ? {} : { siteName: golden.siteName }),
    });
  });

  it('keeps the pictures and players', () => {
    const images = [...article.contentHtml.matchAll(/<img[^>]*?\ssrc="([^"]*)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
    expect(images).toEqual(golden.images);
    for (const address of golden.embeds ?? []) expect(article.contentHtml).toContain(address);
  });

  it('leaves the clutter out and remembers where the text comes from', () => {
    const text = foldForMatch(article.textContent);
    expect(golden.gone.filter((clutter) => text.includes(foldForMatch(clutter)))).toEqual([]);
    const named = article.provenance.map(({ kind, text: line }) => `${kind}: ${foldForMatch(line)}`);
    expect(named).toEqual(expect.arrayContaining(golden.provenance.map(({ kind, text: line }) => `${kind}: ${foldForMatch(line)}`)));
    expect(article.nextPage).toBe(golden.nextPage ?? '');
  });

  it('leaves the page as it was', () => {
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
