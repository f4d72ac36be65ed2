// Before the first paint, so that a page never shows another theme's ground: first in the theme that the last page of ours
// had; the store, asked here and not by the modules that come later, tells of one that was chosen since over a page.
const page = document.documentElement;
const key = 'setting:theme';
void Promise.allSettled([chrome.storage.sync, chrome.storage.local].map((area) => area.get(key))).then((answers) => {
  const { [key]: theme } = Object.assign({}, ...answers.map(({ value }) => value));
  if (theme !== undefined) page.dataset.theme = theme;
});
page.dataset.theme = localStorage.getItem('theme') ?? 'system';
