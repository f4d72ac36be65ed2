const knownPlayers = /(youtube(-nocookie)?\.com\/embed|youtu\.be|player\.vimeo|player\.bilibili|bilibili\.com\/blackboard|v\.qq\.com|player\.youku|v\.youku|tudou|open\.iqiyi|dailymotion|player\.twitch|ixigua|embed\.ted|music\.163\.com\/outchain)/i;
const playerPath = /\/(embed|player|video|v)([/.?]|$)|player\./i;
const advertisement = /(^|[\s/_.-])(ads?|advert|banner|doubleclick|googlesyndication|sinaads|promo)([\s/_.-]|$)/i;

/** Puts a placeholder with the player's address where a video stands, before Readability throws frames away. */
export function keepPlayers(page: Document): void {
  for (const frame of page.querySelectorAll('iframe, embed, video, mpvoice, amp-youtube, amp-video, amp-iframe')) {
    const address = addressOf(frame);
    if (!address || advertisement.test(`${frame.className} ${frame.id} ${address}`)) continue;
    if (frame.tagName !== 'VIDEO' && !knownPlayers.test(address) && !playerPath.test(address)) continue;
    const box = page.createElement('figure');
    box.setAttribute('data-video', address);
    box.textContent = '▶'; // an empty box would not outlive Readability
    frame.replaceWith(box);
  }
}

function addressOf(frame: Element): string {
  const address = frame.getAttribute('data-src') || frame.getAttribute('src') || frame.querySelector('source')?.getAttribute('src') || '';
  return /^(https?:)?\/\//i.test(address) ? address.replace(/^\/\//, 'https://') : '';
}
