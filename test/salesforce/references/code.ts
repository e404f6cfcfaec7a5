import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectPath, type Finding } from '../package.ts';
import { unknownPath } from '../soql/names.ts';
import { inFile, type Project } from './project.ts';

const APEX = /\.(cls|trigger)$/;
const COMPONENT = /[\\/]lwc[\\/].*\.(ts|js)$/;
const IMPORT = /@salesforce\/(apex|label|schema|customPermission|userPermission)\/([\w.]+)/g;
/** Kinds of metadata that Apex names in strings. */
const NAMED = [
    ...['object', 'field', 'permissionset', 'customPermission', 'notiftype', 'globalValueSet'],
    ...['labels', 'cls', 'md', 'listView', 'report', 'queue']
];
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** What Lightning components import and what Apex calls by its name in a string exists. */
export function checkCode(project: Project): Finding[] {
    return [
        ...project.files
            .filter((file) => COMPONENT.test(file))
            .flatMap((file) => imports(file, project)),
        ...project.files
            .filter((file) => APEX.test(file))
            .flatMap((file) => strings(file, project)),
        ...triggers(project)
    ];
}

function imports(file: string, project: Project): Finding[] {
    const found = readFileSync(file, 'utf8').matchAll(IMPORT);
    return [...found].flatMap(([, kind = '', name = '']) => {
        const fault = importFault(kind, name, project);
        return fault === null ? [] : [inFile(file, fault)];
    });
}

function importFault(kind: string, name: string, project: Project): string | null {
    const [first = '', second = ''] = name.split('.');
    if (kind === 'label') {
        return project.names('labels').has(second) ? null : `no label ${second}`;
    }
    if (kind === 'customPermission') {
        return project.names('customPermission').has(first) ? null : `no permission ${first}`;
    }
    if (kind === 'apex') {
        const source = project.files.find((file) => path.basename(file) === `${first}.cls`);
        const method = new RegExp(
            `@AuraEnabled(\\([^)]*\\))?\\s+(public|global)\\s+static\\s+[\\w<>,. ]+\\s${second}\\s*\\(`,
            'i'
        );
        const isThere = source !== undefined && method.test(readFileSync(source, 'utf8'));
        return isThere ? null : `no @AuraEnabled method ${name}`;
    }
    if (kind === 'schema') {
        const object = project.catalogue.get(first.toLowerCase());
        if (object === undefined) return `no object ${first}`;
        const field = name.slice(first.length + 1);
        return field === '' ? null : unknownPath(field, object, [], project.catalogue);
    }
    return null;
}

/** Labels, and strings that look like a name of this package, whose words begin with capitals. */
function strings(file: string, project: Project): Finding[] {
    const source = readFileSync(file, 'utf8').replace(COMMENT, (comment) =>
        comment.replace(/[^\n]/g, ' ')
    );
    const labels = [...source.matchAll(/\b(?:System\.)?Label\.(\w+)/g)]
        .filter(([, name = '']) => !project.names('labels').has(name))
        .map((match) => ({ at: match.index, message: `no label ${match[1]}` }));
    const names = [...source.matchAll(/'(Handoff_[A-Z]\w*(?:\.\w+)?)'/g)]
        .filter(([, name = '']) => !isName(name, project))
        .map((match) => ({ at: match.index, message: `nothing is called ${match[1]}` }));
    return [...labels, ...names].map(({ at, message }) => ({
        file: projectPath(file),
        line: source.slice(0, at).split('\n').length,
        message
    }));
}

function isName(name: string, { names }: Project): boolean {
    const field = name.replace(/__r$/, '__c');
    return NAMED.some((kind) => names(kind).has(name) || names(kind).has(field));
}

/** One trigger for each object, with the class and the metadata file that it needs. */
function triggers({ files }: Project): Finding[] {
    const objects = new Map<string, string>();
    return files
        .filter((file) => APEX.test(file))
        .flatMap((file) => {
            const found: Finding[] = [];
            if (!existsSync(`${file}-meta.xml`)) found.push(inFile(file, 'no -meta.xml beside it'));
            const header = /^\s*trigger\s+(\w+)\s+on\s+(\w+)/im.exec(readFileSync(file, 'utf8'));
            if (!file.endsWith('.trigger') || header === null) return found;
            const [, name = '', object = ''] = header;
            const other = objects.get(object.toLowerCase());
            if (other !== undefined) found.push(inFile(file, `${other} is on ${object} too`));
            objects.set(object.toLowerCase(), name);
            if (name !== path.basename(file, '.trigger')) {
                found.push(inFile(file, `it calls itself ${name}`));
            }
            return found;
        });
}
