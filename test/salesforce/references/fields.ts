import { childOf, childrenOf, textOf } from '../../../scripts/sandbox/salesforce/metadata.ts';
import type { OrgObject } from '../catalogue/objects.ts';
import type { Finding } from '../package.ts';
import { unknownPath } from '../soql/names.ts';
import { inFile, type Project } from './project.ts';

// A name with its path, unless a function; texts and comments hold none.
const TEXT_OR_COMMENT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\//g;
const NAME = /\$?[A-Za-z]\w*(?::\w+)?(?:\.\w+)*(?!\w*\s*\()/g;
const WORDS = ['true', 'false', 'null', 'and', 'or', 'not'];

/** Objects, value sets and formulas of fields and validation rules; fields of metadata records. */
export function checkFields(project: Project): Finding[] {
    const { catalogue, metadata, names } = project;
    const found: Finding[] = [];
    for (const file of [...metadata('field'), ...metadata('validationRule')]) {
        const object = catalogue.get(
            file.parent === 'Activity' ? 'task' : file.parent.toLowerCase()
        );
        if (object === undefined) {
            found.push(inFile(file, `no object ${file.parent}`));
            continue;
        }
        const { content } = file;
        const parent = textOf(content, 'referenceTo');
        if (parent !== null && !catalogue.has(parent.toLowerCase())) {
            found.push(inFile(file, `no object ${parent} to look up`));
        }
        const values = textOf(childOf(content, 'valueSet'), 'valueSetName');
        if (values !== null && !names('globalValueSet').has(values)) {
            found.push(inFile(file, `no global value set ${values}`));
        }
        const field = textOf(content, 'errorDisplayField');
        const formulas = ['formula', 'errorConditionFormula', 'defaultValue'];
        const unknown = [
            ...(field === null ? [] : [unknownPath(field, object, [], catalogue)]),
            ...formulas.flatMap((tag) => unknownInFormula(textOf(content, tag), object, project))
        ];
        for (const one of unknown) if (one !== null) found.push(inFile(file, one));
    }
    return [...found, ...metadataRecords(project)];
}

function unknownInFormula(
    formula: string | null,
    object: OrgObject,
    { catalogue, names }: Project
): (string | null)[] {
    const found = (formula ?? '').replace(TEXT_OR_COMMENT, '""').match(NAME) ?? [];
    return [...new Set(found)].map((name) => {
        const [first = '', second = ''] = name.split('.');
        if (WORDS.includes(name.toLowerCase())) return null;
        if (first === '$Permission') {
            return names('customPermission').has(second) ? null : `no custom permission ${second}`;
        }
        if (first === '$Label') return names('labels').has(second) ? null : `no label ${second}`;
        // Of a parent of several kinds a formula says which: Owner:User.Email.
        const [parent, kind] = first.split(':');
        const below = catalogue.get((kind ?? '').toLowerCase());
        if (below !== undefined) {
            return (
                unknownPath(`${parent}.Id`, object, [], catalogue) ??
                unknownPath(name.slice(first.length + 1), below, [], catalogue)
            );
        }
        if (!first.startsWith('$')) return unknownPath(name, object, [], catalogue);
        const global = catalogue.get(first.slice(1).toLowerCase());
        return global ? unknownPath(name.slice(first.length + 1), global, [], catalogue) : null;
    });
}

function metadataRecords({ metadata, catalogue }: Project): Finding[] {
    return metadata('md').flatMap((file) => {
        const type = catalogue.get(`${file.name.split('.')[0]}__mdt`.toLowerCase());
        if (type === undefined) return [inFile(file, 'no custom metadata type for this record')];
        return childrenOf(file.content, 'values')
            .flatMap((value) => textOf(value, 'field') ?? [])
            .flatMap((field) => unknownPath(field, type, [], catalogue) ?? [])
            .map((message) => inFile(file, message));
    });
}
