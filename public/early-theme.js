// Before the first paint, so that a page never shows another theme's ground; the settings come a moment later.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? 'system';
