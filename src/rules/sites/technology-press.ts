import type { SiteRule } from '../site-rule.ts';

/** News and essays on technology. */
export const technologyPress: readonly SiteRule[] = [
  {
    host: 'geekpark.net',
    content: [
      '.article-content',
      '#article-body',
      '.article-body',
    ],
    title: ['.topic-title'],
    byline: [
      '.article-author',
      '.topic-author',
    ],
    time: ['.release-date'],
    standfirst: ['.topic-abstract'],
    siteName: '极客公园',
    why: 'News pages hold article-content inside an article-body that also has cover, title and abstract.',
    fixture: 'geekpark',
  },
  {
    host: 'ifanr.com',
    content: [
      '.o-single-content__body__content',
      '.c-article-content',
      '#article-content-wrapper',
    ],
    remove: [
      '.c-appso-download',
      '.wechat-card',
      '.article-jiong-banner',
      '.article-sns-tool',
      '.entry-content__tags',
    ],
    title: ['.c-single-normal__title'],
    byline: ['.c-card-author__name'],
    time: ['.c-article-header-meta__time'],
    siteName: '爱范儿',
    why: 'The article element carries both class names at once; app boxes and tag lists stand inside it.',
    fixture: 'ifanr',
  },
  {
    host: 'sspai.com',
    path: '/post/',
    content: [
      '.article__main__content',
      '.wangEditor-txt',
      '.articleWidth-content .content',
    ],
    remove: ['.ss-app-card'],
    title: [
      '#article-title',
      '.article-detail .title',
    ],
    byline: ['.article-author .ss__user__nickname__wrapper'],
    time: ['.article-author .timer'],
    siteName: '少数派',
    why: 'The editor writes wangEditor-txt beside article__main__content; older posts had a plain content box.',
    fixture: 'sspai',
  },
  {
    host: 'infoq.cn',
    content: [
      '.article-preview .ProseMirror',
      '.article-preview',
      '.article-content .ProseMirror',
      '.article-content',
    ],
    title: ['.article-title'],
    byline: [
      '.author-list .com-author-name',
      '.com-author-name',
    ],
    time: ['.article-description .date'],
    siteName: 'InfoQ',
    why: 'The page shows the editor document read-only, so the body is a ProseMirror element in article-preview.',
    fixture: 'infoq',
  },
  {
    host: 'leiphone.com',
    content: ['.lph-article-comView'],
    title: ['.headTit'],
    byline: ['.aut a'],
    time: [
      '.msg .time',
      'td.time',
    ],
    standfirst: ['.article-lead'],
    siteName: '雷峰网',
    why: 'Author and time are cells of a small table, and the standfirst article-lead stands before lph-article-comView.',
    fixture: 'leiphone',
  },
  {
    host: 'pingwest.com',
    content: [
      '.article-style',
      '#sc-container',
    ],
    remove: ['.post-footer-wx'],
    title: ['.main-content .title'],
    byline: ['.article-info .author a'],
    time: ['.article-info .time'],
    siteName: '品玩',
    why: 'Posts and wire items share article-style, and post-footer-wx is the follow line at its end.',
    fixture: 'pingwest',
  },
];
