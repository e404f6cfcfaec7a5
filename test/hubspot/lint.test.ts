import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { SOURCE } from './project.ts';

const BAD = readFileSync(new URL('bad/lint/Card.tsx', import.meta.url), 'utf8');
const PREFIX = '@hubspot/ui-extensions/';
const ERROR = 2;

/** The very configuration of `eslint .`. */
const eslint = new ESLint();

const MISTAKES = [
    '15 no-html-elements',
    '19 no-invalid-image-src',
    '3 no-experimental-imports',
    '4 no-invalid-extension-point-imports',
    '5 no-parent-imports',
    '8 no-import-meta-env',
    '9 no-native-http',
    '10 no-browser-storage',
    '11 no-dom-access',
    '12 no-browser-dialogs',
    '13 no-console',
    '13 no-restricted-globals'
];

describe('HubSpot’s linter', () => {
    it('reads every card, page and settings file of the project', async () => {
        const files = readdirSync(path.join(SOURCE, 'app'), { recursive: true, encoding: 'utf8' })
            .filter((file) => /^(cards|pages|settings)\b.*\.tsx?$/.test(file))
            .filter((file) => !file.includes('node_modules'))
            .map((file) => path.join(SOURCE, 'app', file));
        expect(files.length).toBeGreaterThan(20);
        for (const file of files) {
            const config = (await eslint.calculateConfigForFile(file)) as Linter.Config;
            expect(config.rules?.[`${PREFIX}no-parent-imports`], file).toEqual([ERROR]);
        }
    });

    it.each(['cards', 'settings'])('finds each mistake of a bad file in %s', async (part) => {
        const filePath = path.join(SOURCE, 'app', part, 'Card.tsx');
        const [result] = await eslint.lintText(BAD, { filePath });
        const found = (result?.messages ?? [])
            .filter(({ ruleId }) => ruleId?.startsWith(PREFIX))
            .filter(({ severity }) => severity === ERROR)
            .map(({ line, ruleId }) => `${line} ${ruleId?.slice(PREFIX.length) ?? ''}`);
        expect(found.sort()).toEqual([...MISTAKES].sort());
    });
});
