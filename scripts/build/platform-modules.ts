import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import type { Plugin } from 'rollup';

const LABELS = 'force-app/main/default/labels/CustomLabels.labels-meta.xml';
const PREFIX = '\0platform:';

/** The modules that only an org has; each answers with the JavaScript that stands for it here. */
const MODULES: readonly [RegExp, (name: string) => string][] = [
    [/^@salesforce\/apex$/, () => `export { refreshApex } from 'preview/apex';`],
    [
        /^@salesforce\/apex\/(.+)$/,
        (method) =>
            `import { apexMethod } from 'preview/apex'; export default apexMethod('${method}');`
    ],
    [/^@salesforce\/schema\/(.+)$/, (name) => `export default ${JSON.stringify(schema(name))};`],
    [/^@salesforce\/label\/c\.(.+)$/, (name) => `export default ${JSON.stringify(label(name))};`],
    [/^@salesforce\/user\/(.+)$/, (name) => `export { ${name} as default } from 'preview/user';`],
    [/^@salesforce\/i18n\/(.+)$/, (name) => `export { ${name} as default } from 'preview/i18n';`],
    [
        /^@salesforce\/client\/formFactor$/,
        () => `export default innerWidth < 480 ? 'Small' : 'Large';`
    ]
];

/** Answers `@salesforce/*` imports in the preview; labels have their real text. */
export function platformModules(): Plugin {
    return {
        name: 'salesforce-platform-modules',
        resolveId: (id) => (MODULES.some(([pattern]) => pattern.test(id)) ? PREFIX + id : null),
        load(id) {
            if (!id.startsWith(PREFIX)) return null;
            const name = id.slice(PREFIX.length);
            const found = MODULES.find(([pattern]) => pattern.test(name));
            return found ? found[1](found[0].exec(name)?.[1] ?? '') : null;
        }
    };
}

function schema(name: string): object {
    const [objectApiName, ...field] = name.split('.');
    return field.length > 0 ? { objectApiName, fieldApiName: field.join('.') } : { objectApiName };
}

function label(name: string): string {
    const { CustomLabels } = new XMLParser({ parseTagValue: false }).parse(
        readFileSync(LABELS, 'utf8')
    ) as { CustomLabels: { labels: { fullName: string; value: string }[] } };
    const found = CustomLabels.labels.find(({ fullName }) => fullName === name);
    if (!found) throw new Error(`@salesforce/label/c.${name}: ${LABELS} has no such label.`);
    return found.value;
}
