import browser from 'webextension-polyfill';
import readerScript from '../content/reader.iife.tsx?script';
browser.commands.onCommand.addListener(async (c, tab) => { if (tab?.id) await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [readerScript] }); console.log(c); });
