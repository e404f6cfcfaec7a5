import js from '@eslint/js';
import { config as hubspot } from '@hubspot/eslint-config-ui-extensions';
import lwc from '@salesforce/eslint-config-lwc';
import slds from '@salesforce-ux/eslint-plugin-slds';
import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const OURS = ['shared/**/*.ts', 'scripts/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}', '*.ts'];
const LWC = ['force-app/**/lwc/**/*.ts'];
const LWC_TESTS = ['force-app/**/lwc/**/__tests__/**/*.ts'];
const CORE = ['shared/**/*.ts'];
const CORE_TESTS = ['shared/**/*.test.ts', 'shared/**/*.testkit.ts'];
const CARDS = [
    'hubspot-project/src/app/cards/**/*.{ts,tsx}',
    'hubspot-project/src/app/pages/**/*.{ts,tsx}',
    'hubspot-project/src/app/settings/**/*.{ts,tsx}'
];
const HUBSPOT = ['hubspot-project/**/*.{ts,tsx}'];

const UNUSED = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }];

export default defineConfig([
    globalIgnores([
        '**/node_modules/',
        'dist/',
        'coverage/',
        'force-app/**/lwc/**/*.js',
        'hubspot-project/src/app/functions/*.js',
        'hubspot-project/src/app/packages/',
        'test/hubspot/bad/',
        'test/salesforce/bad/',
        // Only the Lightning components stand in Salesforce's design system.
        'scripts/**/*.css'
    ]),
    {
        files: ['*.js', '*.cjs', 'scripts/**/*.mjs'],
        extends: [js.configs.recommended],
        languageOptions: { globals: globals.node }
    },
    {
        files: [...OURS, ...HUBSPOT],
        extends: [js.configs.recommended, ...tseslint.configs.recommended],
        // TypeScript finds undefined names itself, and knows the types' names too.
        rules: { 'no-undef': 'off', '@typescript-eslint/no-unused-vars': UNUSED }
    },
    {
        files: CORE,
        extends: [...tseslint.configs.strictTypeChecked],
        languageOptions: { parserOptions: { projectService: true } },
        rules: {
            '@typescript-eslint/no-unused-vars': UNUSED,
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
        }
    },
    {
        // The core decides from its arguments alone, so that one lead gives one panel everywhere.
        files: CORE,
        ignores: CORE_TESTS,
        rules: {
            'no-restricted-globals': [
                'error',
                ...['process', 'window', 'document', 'self', 'globalThis', 'navigator', 'console'],
                ...['performance', 'setTimeout', 'setInterval', 'queueMicrotask', 'fetch'],
                ...['localStorage', 'sessionStorage', 'Temporal']
            ],
            'no-restricted-syntax': [
                'error',
                {
                    selector: "MemberExpression[object.name='Date'][property.name='now']",
                    message: 'The core has no clock: take the instant as an argument.'
                },
                {
                    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
                    message: 'The core has no clock: take the instant as an argument.'
                },
                {
                    selector: "CallExpression[callee.name='Date']",
                    message: 'The core has no clock: take the instant as an argument.'
                },
                {
                    selector: "MemberExpression[object.name='Math'][property.name='random']",
                    message: 'The core is deterministic.'
                },
                {
                    selector: 'ThrowStatement',
                    message: 'Errors are data in the core: return an issue.'
                }
            ]
        }
    },
    {
        files: CORE_TESTS,
        rules: {
            '@typescript-eslint/no-non-null-assertion': 'off',
            '@typescript-eslint/restrict-template-expressions': 'off'
        }
    },
    ...[...lwc.configs.recommendedTs, ...lwc.configs.i18nTs].map((config) => ({
        ...config,
        files: LWC
    })),
    {
        files: LWC,
        extends: [...tseslint.configs.recommended],
        // The LWC rules bring Babel's parser, which does not know every type.
        languageOptions: { parser: tseslint.parser, globals: globals.browser },
        rules: { 'no-undef': 'off', '@typescript-eslint/no-unused-vars': UNUSED }
    },
    {
        files: LWC_TESTS,
        extends: [jest.configs['flat/recommended']],
        settings: { jest: { version: 29 } },
        rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' }
    },
    ...slds.configs['flat/recommended'],
    {
        files: CARDS,
        extends: [hubspot],
        // HubSpot only warns of these; a warning fails nothing.
        rules: {
            '@hubspot/ui-extensions/no-console': 'error',
            '@hubspot/ui-extensions/no-experimental-imports': 'error'
        }
    }
]);
