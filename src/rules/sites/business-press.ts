import type { SiteRule } from '../site-rule.ts';

/** Business news and research. */
export const businessPress: readonly SiteRule[] = [
  {
    host: '36kr.com',
    path: '/p/',
    content: [
      '.articleDetailContent',
      '.kr-rich-text-wrapper',
      '.article-mian-content .content',
    ],
    title: ['.article-title'],
    byline: ['.article-title-icon a.item-a'],
    time: [
      '.article-title-icon .item-time',
      '.article-title-icon .title-icon-item.item-time',
    ],
    siteName: '36氪',
    why: 'The server-rendered body carries articleDetailContent and kr-rich-text-wrapper on one element; its summary stands before it.',
    fixture: '36kr',
  },
  {
    host: 'huxiu.com',
    content: [
      '.article__content',
      '#article-content',
      '.article-content-wrap',
      '.article-detail-content',
    ],
    remove: [
      '.dialog_add_wxxy_qrcode_icon',
      '.neirong-shouquan',
      '.article-footer-info',
    ],
    title: [
      '.article__title',
      '.t-h1',
    ],
    byline: [
      '.author-info__username',
      '.author-name',
    ],
    time: [
      '.article__time',
      '.article-time',
    ],
    siteName: '虎嗅网',
    why: 'Prose stands in span.text-remarks, which a general engine drops as remarks; article__content came after article-content-wrap.',
    fixture: 'huxiu',
  },
  {
    host: 'tmtpost.com',
    content: [
      '.post_part article .inner',
      '.post_part .inner',
      'article .inner',
    ],
    title: ['.post_header .title'],
    byline: ['.post_info .author'],
    time: ['.post_info .time'],
    siteName: '钛媒体',
    why: 'The text is div.inner of the post_part section, while the article element round it also holds the summary.',
    fixture: 'tmtpost',
  },
  {
    host: 'jiemian.com',
    content: [
      '.article-content',
      '.article-main',
    ],
    remove: [
      '.share-view',
      '.report-view',
      '.article-footer',
    ],
    title: ['.article-header h1'],
    byline: ['.article-info .author'],
    time: ['.article-info [data-article-publish-time]'],
    siteName: '界面新闻',
    why: 'The header with the standfirst and the lead picture precede article-content within article-main.',
    fixture: 'jiemian',
  },
  {
    host: 'iyiou.com',
    content: [
      '.post-body',
      '#post_description',
      '.article-content',
    ],
    title: ['.post-title'],
    byline: ['.post-info .post-author'],
    time: ['.post-info .post-date'],
    siteName: '亿欧',
    why: 'Feed readers have taken the text from post-body; the author card before it names the analyst again.',
    fixture: 'iyiou',
  },
  {
    host: 'cyzone.cn',
    content: [
      '.g-art-content .article-content',
      '.g-art-content',
      '.article-content',
    ],
    title: [
      '.art-title',
      '.article-hd h1',
    ],
    byline: ['.article-info .name'],
    time: ['.article-info .date-time'],
    siteName: '创业邦',
    why: 'The text box g-art-content wraps an article-content in the present theme and stands alone in feeds.',
    fixture: 'cyzone',
  },
  {
    host: 'yicai.com',
    content: [
      '#multi-text',
      '.multiText',
      '.m-txt',
      '.txt',
    ],
    remove: [
      '.u-btn6',
      '.m-smallshare',
      '.topic-hot',
    ],
    title: ['.title h1'],
    byline: ['.title .author'],
    time: [
      '.title .names em',
      '.title p em',
    ],
    siteName: '第一财经',
    why: 'The text has been multi-text within m-txt since the redesign; m-txt alone also holds the rights notice.',
    fixture: 'yicai',
  },
  {
    host: 'caixin.com',
    content: [
      '#Main_Content_Val',
      '#the_content .text',
      '#the_content',
    ],
    remove: [
      '.pip',
      '.chargeWall',
      '#chargeWall',
    ],
    title: ['#conTit h1'],
    byline: [
      'meta[name="author"]',
      '#author_baidu',
    ],
    time: [
      '#pubtime_baidu',
      '#artInfo',
    ],
    siteName: '财新网',
    nextPage: ['.pageNavBox .pageNavNext'],
    why: 'News pages keep the text in Main_Content_Val below subhead, blogs use the_content for it, and long pieces are split.',
    fixture: 'caixin',
  },
];
