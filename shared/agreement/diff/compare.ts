/** What differs between two agreements, as data. */
import type { Agreement, Duration } from '../types.ts';
import { isItem, isSame, pairs } from './keys.ts';

/** A step into the agreement: a key, or an item of a list or a map with its own name. */
export interface Step {
    readonly key: string;
    readonly item: boolean;
    /** What people call the item. */
    readonly label: string;
}

export type Difference =
    | {
          readonly kind: 'changed';
          readonly trail: readonly Step[];
          /** Undefined: there was none. */
          readonly before: unknown;
          /** Undefined: there is none any more. */
          readonly after: unknown;
      }
    /** Items of a list or map that came or went; the trail leads to the list. */
    | {
          readonly kind: 'items';
          readonly trail: readonly Step[];
          readonly added: readonly unknown[];
          readonly removed: readonly unknown[];
          readonly names: {
              readonly added: readonly string[];
              readonly removed: readonly string[];
          };
      }
    /** The items that stayed are in another order, which this is. */
    | {
          readonly kind: 'order';
          readonly trail: readonly Step[];
          readonly names: readonly string[];
      };

/** Maps whose keys are the author's own. */
const MAPS = ['calendars', 'labels'];
/** What is one value to people though it is made of several. */
const WHOLE = /^week\.\w+$/;

/** Everything that differs, in the order of the agreement; nothing for two that say the same. */
export function compare(before: Agreement, after: Agreement): Difference[] {
    const { hash: _old, ...old } = before;
    // It follows from the rest.
    const { hash: _new, ...next } = after;
    return compareAt(old, next, []);
}

function compareAt(before: unknown, after: unknown, trail: readonly Step[]): Difference[] {
    if (isSame(before, after)) return [];
    if (isLeaf(before, trail) && isLeaf(after, trail)) {
        return [{ kind: 'changed', trail, before: given(before), after: given(after) }];
    }
    const [old, next] = [before ?? undefined, after ?? undefined];
    if (trail[trail.length - 1]?.key === 'test') return compareTests(old, next, trail);
    if (Array.isArray(old) || Array.isArray(next)) {
        return compareLists(asList(old), asList(next), trail);
    }
    const [a, b] = [asItem(old), asItem(next)];
    const isMap = MAPS.includes(trail[trail.length - 1]?.key ?? '');
    if (isMap) return compareMaps(a, b, trail);
    return Object.keys({ ...a, ...b }).flatMap((key) =>
        compareAt(a[key], b[key], [...trail, { key, item: false, label: '' }])
    );
}

/** Tests of one kind are compared within, others as wholes: "at least 20" for "50 to 500". */
function compareTests(before: unknown, after: unknown, trail: readonly Step[]): Difference[] {
    const [[operator, values] = []] = Object.entries(asItem(before));
    const next = operator === undefined ? undefined : asItem(after)[operator];
    if (
        operator !== undefined &&
        Array.isArray(values) &&
        Array.isArray(next) &&
        operator !== 'between'
    ) {
        return compareLists(values, next, [...trail, { key: operator, item: false, label: '' }]);
    }
    return [{ kind: 'changed', trail, before, after }];
}

function compareLists(
    before: readonly unknown[],
    after: readonly unknown[],
    trail: readonly Step[]
): Difference[] {
    const found = pairs(before, after);
    const stayed = found.filter((pair) => pair.before !== undefined && pair.after !== undefined);
    const order = stayed.map((pair) => before.indexOf(pair.before));
    const isReordered = order.some((place, i) => i > 0 && place < (order[i - 1] ?? 0));
    return [
        ...itemsDifference(
            found.filter((pair) => pair.before === undefined).map((pair) => [pair.key, pair.after]),
            found.filter((pair) => pair.after === undefined).map((pair) => [pair.key, pair.before]),
            trail
        ),
        ...(isReordered
            ? [{ kind: 'order', trail, names: after.map((item) => labelOf(item)) } as const]
            : []),
        ...stayed.flatMap((pair) =>
            compareAt(pair.before, pair.after, [
                ...trail,
                { key: pair.key, item: true, label: labelOf(pair.before) }
            ])
        )
    ];
}

function compareMaps(
    before: { readonly [key: string]: unknown },
    after: { readonly [key: string]: unknown },
    trail: readonly Step[]
): Difference[] {
    const stayed = Object.keys(after).filter((key) => key in before);
    return [
        ...itemsDifference(
            Object.entries(after).filter(([key]) => !(key in before)),
            Object.entries(before).filter(([key]) => !(key in after)),
            trail
        ),
        ...stayed.flatMap((key) =>
            compareAt(before[key], after[key], [
                ...trail,
                { key, item: true, label: labelOf(before[key], key) }
            ])
        )
    ];
}

function itemsDifference(
    added: readonly (readonly [string, unknown])[],
    removed: readonly (readonly [string, unknown])[],
    trail: readonly Step[]
): Difference[] {
    if (added.length + removed.length === 0) return [];
    const name = ([key, value]: readonly [string, unknown]): string => labelOf(value, key);
    return [
        {
            kind: 'items',
            trail,
            added: added.map(([, value]) => value),
            removed: removed.map(([, value]) => value),
            names: { added: added.map(name), removed: removed.map(name) }
        }
    ];
}

/** What people call an item: its label, its role, what it asks, or itself. */
function labelOf(value: unknown, key = ''): string {
    if (!isItem(value)) return String(value);
    const name = ['label', 'role', 'ask', 'action', 'field', 'signal', 'after', 'kind']
        .map((one) => value[one])
        .find((one) => typeof one === 'string');
    return typeof name === 'string' ? name.replace(/_/g, ' ') : key;
}

export function isDuration(value: unknown): value is Duration {
    return (
        isItem(value) &&
        typeof value['text'] === 'string' &&
        ('ms' in value || 'businessDays' in value)
    );
}

function isLeaf(value: unknown, trail: readonly Step[]): boolean {
    if (value === null || value === undefined) return true;
    const place = trail
        .slice(-2)
        .map(({ key }) => key)
        .join('.');
    return typeof value !== 'object' || isDuration(value) || WHOLE.test(place);
}

const given = (value: unknown): unknown => value ?? undefined;
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const asItem = (value: unknown): { readonly [key: string]: unknown } =>
    isItem(value) ? value : {};
