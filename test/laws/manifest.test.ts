import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import packageFile from '../../package.json' with { type: 'json' };
import { read, root } from './sources.ts';

test('every file that the manifest names exists', () => {
  const named = [manifest.action.default_popup, manifest.background.service_worker, ...manifest.content_scripts.flatMap(({ js }) => js)];
  const pictures = [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon)].map((icon) => `public/${icon}`);
  expect([...named, ...pictures].filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('every icon has the size that the manifest says', () => {
  const icons = [...Object.entries(manifest.icons), ...Object.entries(manifest.action.default_icon)];
  expect(icons.map(([, icon]) => pngSize(`public/${icon}`))).toEqual(icons.map(([size]) => [Number(size), Number(size)]));
});

test('the extension asks for no more than it needs', () => {
  expect([...manifest.permissions].sort()).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage']);
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('externally_connectable');
});

test('the extension pages run their own scripts alone', () => {
  const policy = manifest.content_security_policy.extension_pages;
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).toMatch(/require-trusted-types-for 'script'; trusted-types jingdu(;|$)/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
});

test('manifest and package have one version', () => {
  expect(manifest.version).toBe(packageFile.version);
});

test('package.json pins every version', () => {
  const versions = Object.entries({ ...packageFile.dependencies, ...packageFile.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('what continuous integration runs is npm test alone', () => {
  expect(read('.ci/run')).toMatch(/^#!\/bin\/sh\n[\s\S]*\bexec npm test\n$/);
});

/** Width and height from a PNG's header. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(join(root, file));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
