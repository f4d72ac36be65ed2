// @ts-check
import { installDependencies } from './bootstrap.mjs';
import { buildExtension } from './build-extension.mjs';

installDependencies();
await buildExtension({ watch: true });
