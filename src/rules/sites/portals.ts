import type { SiteRule } from '../site-rule.ts';

/** General news portals and their feeds. */
export const portals: readonly SiteRule[] = [
  {
    host: 'thepaper.cn',
    content: [
      '[class*="index_cententWrap__"]',
      '.news_txt',
      '.news_part_limit',
    ],
    remove: [
      '.contheight',
      '.hide_word',
    ],
    title: [
      '[class*="index_title__"]',
      '.news_title',
    ],
    byline: [
      '[class*="index_left__"] > div:first-child',
      '.news_about p:first-child',
    ],
    time: [
      '[class*="index_left__"] .ant-space-item span',
      '.news_about p:nth-child(2)',
    ],
    siteName: '澎湃新闻',
    why: 'The present pages hash their class names but keep the stem, misspelling and all; the old ones used news_txt.',
    fixture: 'thepaper',
  },
  {
    host: 'toutiao.com',
    content: [
      '.syl-article-base',
      '.tt-article-content',
      '.article-content article',
      '.article-box .article-content',
    ],
    title: [
      '.article-content > h1',
      '.article-box .article-title',
    ],
    byline: [
      '.article-meta .name',
      '.article-sub > span:first-of-type',
    ],
    time: [
      '.article-meta > span:not([class])',
      '.article-sub > span:last-of-type',
    ],
    siteName: '今日头条',
    why: 'The article element inside article-content excludes the title and the line of time and name above it.',
    fixture: 'toutiao',
  },
  {
    host: 'sohu.com',
    content: [
      '#mp-editor',
      'article.article',
      '#contentText',
    ],
    remove: [
      '[data-role="original-title"]',
      '#backsohucom',
      '.statement',
    ],
    title: [
      '.text-title h1',
      '.title-info-title',
    ],
    byline: ['#user-info h4'],
    time: ['#news-time'],
    siteName: '搜狐',
    why: 'Outlets and accounts share mp-editor, which opens with a hidden second title and ends with a link home.',
    fixture: 'sohu',
  },
  {
    host: '163.com',
    content: [
      '.post_body',
      '#endText',
      '.post_text',
    ],
    remove: [
      '.gg200x300',
      '.ep-source',
    ],
    title: [
      '.post_title',
      '#epContentLeft > h1',
    ],
    byline: [
      '.post_wemedia_name',
      '.share_box .time > span:last-child',
    ],
    time: [
      'meta[property="article:published_time"]',
      '.post_info',
      '.post_time_source',
    ],
    siteName: '网易',
    why: 'News and subscription pages moved from endText to post_body; time and source are one line of text.',
    fixture: 'netease',
  },
  {
    host: 'sina.com.cn',
    content: [
      '#artibody',
      '#article',
      '#article_content .article',
    ],
    remove: [
      '#left_hzh_ad',
      '.appendQr_wrap',
      '.app-kaihu-qr',
      '.tech-quotation',
      '.artical-player-wrap',
      '.content_interest',
      '.article-notice',
    ],
    title: [
      '.main-title',
      '#artibodyTitle',
    ],
    byline: [
      '.date-source .source',
      '#media_name',
    ],
    time: [
      'meta[property="article:published_time"]',
      '.date-source .date',
      '#pub_date',
    ],
    siteName: '新浪网',
    why: 'Finance, tech and sports use artibody, the news host uses article; boxes for apps and accounts stand between paragraphs.',
    fixture: 'sina',
  },
  {
    host: 'qq.com',
    content: [
      '#ArticleContent',
      '.content-article',
      '#article-content',
      '#Cnt-Main-Article-QQ',
    ],
    title: ['.LEFT > h1'],
    byline: [
      '.media-name',
      '.author .name',
      '.LEFT a.author > div',
    ],
    siteName: '腾讯新闻',
    why: 'Three generations of the portal are still served, and only the oldest has its name in the id.',
    fixture: 'qq',
  },
  {
    host: 'ifeng.com',
    content: [
      '[class*="index_main_content_"] [class*="index_text_"]',
      '[class*="main_content-"]',
      '#main_content',
      '#yc_con_txt',
    ],
    remove: ['.endLogo'],
    title: [
      'h1[class*="index_topic_"]',
      'h1[class*="index_title_"]',
      '#artical_topic',
    ],
    byline: [
      '[class*="index_sourceTitleText_"]',
      'span[class*="index_source_"]',
    ],
    time: [
      '[class*="index_timeBref_"]',
      '[class*="index_date_"]',
      '#artical_sth',
    ],
    siteName: '凤凰网',
    why: 'The hash behind each stem changes with releases; the stem index_text_ alone also names a search box and every comment.',
    fixture: 'ifeng',
  },
  {
    host: 'baijiahao.baidu.com',
    content: [
      '[class*="index-module_articleWrap"]',
      '#ssr-content .article-content',
      '.article-content',
    ],
    remove: ['[class*="index-module_reportWrap"]'],
    title: ['[class*="index-module_articleTitle_"]'],
    byline: ['[class*="index-module_authorName"]'],
    time: [
      'meta[itemprop="dateUpdate"]',
      '[class*="index-module_time"]',
    ],
    siteName: '百家号',
    why: 'Stems are stable across the two hash styles seen, and the visible date has a year of two digits.',
    fixture: 'baijiahao',
  },
];
