// Lets node 20 import our TypeScript; newer ones strip erasable types themselves.
import { register } from 'node:module';
import process from 'node:process';

if (!('typescript' in process.features && process.features.typescript))
    register('./typescript-hooks.mjs', import.meta.url);
