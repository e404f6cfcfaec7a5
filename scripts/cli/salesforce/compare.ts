/** Whether what an org has is what we would deploy, however the org writes it. */
import { listOf, textOf, type Component, type Node } from './components.ts';

/** Lists in which what we do not name must not be: a value that the agreement lacks can be chosen. */
const CLOSED_LISTS = ['customValue'];

/**
 * What an org's component has otherwise than ours, in words; null: nothing. An org adds elements of its
 * own and leaves out what is false or empty, so it may say more than we do, but nothing else.
 */
export function difference(found: Component, ours: Component): string | null {
    const differing = [...codeDifferences(found, ours), ...tagDifferences(found, ours)];
    return differing.length === 0 ? null : differing.join(', ');
}

function codeDifferences({ texts }: Component, ours: Component): string[] {
    const name = (file: string): string => file.split('/').at(-1) ?? file;
    return [
        ...[...ours.texts]
            .filter(([file, text]) => normalised(texts.get(file) ?? '') !== normalised(text))
            .map(([file]) => name(file)),
        ...[...texts.keys()]
            .filter((file) => !ours.texts.has(file))
            .map((file) => `no ${name(file)}`)
    ];
}

function tagDifferences({ content: found }: Component, { content: ours }: Component): string[] {
    if (ours === null || typeof ours === 'string') return [];
    const has = found === null || typeof found === 'string' ? {} : found;
    return Object.entries(ours).flatMap(([tag, value]) => {
        if (CLOSED_LISTS.includes(tag)) return valueDifferences(listOf(has[tag]), listOf(value));
        return covers(has[tag], value) ? [] : [tag];
    });
}

/** An org keeps a value that was taken away, inactive. */
function valueDifferences(found: readonly Node[], all: readonly Node[]): string[] {
    const isActive = (value: Node): boolean => inside(value, 'isActive') !== 'false';
    const ours = all.filter(isActive);
    const active = new Map(
        found.filter(isActive).map((value) => [inside(value, 'fullName'), value])
    );
    const names = ours.map((value) => inside(value, 'fullName'));
    return [
        ...ours.flatMap((value) => {
            const name = inside(value, 'fullName');
            const known = active.get(name);
            if (known === undefined) return [`lacks “${name}”`];
            if (covers(known, value)) return [];
            return [`“${name}” is called “${inside(known, 'label')}”`];
        }),
        ...[...active.keys()]
            .filter((name) => !names.includes(name))
            .map((name) => `has “${name}” besides`)
    ];
}

function inside(node: Node, tag: string): string {
    return typeof node === 'string' ? '' : textOf(node[tag]);
}

type Value = Node | readonly Node[];

/** Whether what was found says all that ours does. */
export function covers(found: Value | undefined, ours: Value): boolean {
    if (Array.isArray(ours) || Array.isArray(found)) {
        const left = [...listOf(found)];
        return listOf(ours).every((one) => {
            const at = left.findIndex((candidate) => covers(candidate, one));
            if (at >= 0) left.splice(at, 1);
            return at >= 0;
        });
    }
    const one = ours as Node;
    const other = found as Node | undefined;
    if (typeof one === 'string') {
        if (other === undefined) return one === '' || one === 'false';
        return typeof other === 'string' && sameText(other, one);
    }
    if (other === undefined || typeof other === 'string') return false;
    return Object.entries(one).every(([tag, value]) => covers(other[tag], value));
}

function sameText(a: string, b: string): boolean {
    if (normalised(a) === normalised(b)) return true;
    return a !== '' && b !== '' && Number(a) === Number(b);
}

function normalised(text: string): string {
    return text
        .replace(/\r\n?/g, '\n')
        .replace(/[ \t]+$/gm, '')
        .trim();
}
