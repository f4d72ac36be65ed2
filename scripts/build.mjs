// @ts-check
import { installDependencies } from './bootstrap.mjs';
import { browsers, buildExtension } from './build-extension.mjs';

installDependencies();
for (const browser of browsers) await buildExtension({ browser });
