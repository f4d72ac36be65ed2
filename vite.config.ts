import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import type { ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/**
 * Takes back what crxjs adds for scripts that are injected on demand: the entry in
 * `web_accessible_resources`, with which any page could learn that the extension is there, and an
 * ES-module twin of the self-contained script that nothing loads.
 */
function withoutWebAccessibleResources(): Plugin {
  return {
    name: 'jingdu:without-web-accessible-resources',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const asset = bundle['manifest.json'];
        if (asset?.type !== 'asset') return;
        const built = JSON.parse(String(asset.source)) as Record<string, unknown>;
        delete built['web_accessible_resources'];
        asset.source = JSON.stringify(built, null, 2);
        for (const name of Object.keys(bundle)) if (/\.iife\.tsx?-[^/]*\.js$/.test(name)) delete bundle[name];
      },
    },
  };
}

export default defineConfig({
  plugins: [crx({ manifest: manifest as ManifestV3Export }), withoutWebAccessibleResources()],
  build: {
    target: 'es2022',
    outDir: 'dist/chrome',
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: { input: { saved: fileURLToPath(new URL('src/reader/index.html', import.meta.url)) } },
  },
});
