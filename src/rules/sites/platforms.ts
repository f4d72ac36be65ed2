import type { SiteRule } from '../site-rule.ts';

/** Platforms on which people publish under their own names. */
export const platforms: readonly SiteRule[] = [
  {
    host: 'woshipm.com',
    content: [
      '.article--content',
      '.grap',
    ],
    remove: [
      '.support-author',
      '.article--actions',
    ],
    title: ['.article--title'],
    byline: [
      '.article--meta .author a',
      '.author-name',
    ],
    time: ['.article--meta time'],
    siteName: '人人都是产品经理',
    why: 'The theme calls its rich text grap and wraps it in article--content; the reward box support-author stands inside.',
    fixture: 'woshipm',
  },
  {
    host: 'mp.weixin.qq.com',
    path: '/s',
    content: ['#js_content'],
    remove: [
      'mp-common-profile',
      'mp-common-mpaudio',
      '.mp_profile_iframe_wrp',
      '#js_reward_area',
    ],
    title: ['#activity-name'],
    byline: [
      '#js_author_name',
      '#meta_content > .rich_media_meta_text:not(#publish_time)',
      '#js_name',
    ],
    time: ['#publish_time'],
    why: 'Every account is laid out alike: js_content is hidden inline until scripts run, and the author stands before the account name.',
    fixture: 'weixin',
  },
  {
    host: 'zhuanlan.zhihu.com',
    path: '/p/',
    content: [
      '.Post-RichText',
      '.Post-RichTextContainer .RichText',
    ],
    remove: [
      '.RichText-MCNLinkCardContainer',
      '.ReferenceList-backLink',
    ],
    title: ['.Post-Title'],
    byline: [
      '.Post-Author .AuthorInfo-name',
      '.AuthorInfo-name',
    ],
    time: ['.ContentItem-time'],
    siteName: '知乎专栏',
    why: 'The names are those of its component library and have outlived several designs; goods cards stand between paragraphs.',
    fixture: 'zhihu-zhuanlan',
  },
  {
    host: 'jianshu.com',
    path: '/p/',
    content: [
      'article._2rhmJa',
      '.show-content-free',
      '.show-content',
    ],
    remove: ['.image-container-fill'],
    title: [
      'h1._1RuRku',
      'h1.title',
    ],
    byline: [
      '._1OhGeD',
      '.author .name a',
    ],
    time: [
      '.s-dsoj time',
      '.publish-time',
    ],
    siteName: '简书',
    why: 'The rebuilt site hashes its class names, the one before it used show-content; both are still served.',
    fixture: 'jianshu',
  },
  {
    host: 'csdn.net',
    content: [
      '#content_views',
      '#article_content',
      '.article_content',
    ],
    remove: [
      '.toc',
      '.hljs-button',
      '.pre-numbering',
      '#blogColumnPayAdvert',
    ],
    title: [
      '#articleContentId',
      'h1.title-article',
    ],
    byline: ['.follow-nickName'],
    time: ['.bar-content .time'],
    siteName: 'CSDN博客',
    why: 'Markdown and rich-text posts share content_views; copy buttons and line numbers are added inside code.',
    fixture: 'csdn',
  },
  {
    host: 'xueqiu.com',
    content: [
      '.article__bd__detail',
      '.status-content',
    ],
    title: ['.article__bd__title'],
    byline: ['.article__bd__from .name'],
    time: ['.article__bd__from .time'],
    siteName: '雪球',
    why: 'Columns and long posts share article__bd__detail, whose text is often not in paragraphs at all.',
    fixture: 'xueqiu',
  },
];
