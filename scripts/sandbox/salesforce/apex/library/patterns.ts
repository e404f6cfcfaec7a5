/** Pattern and Matcher. */
import { ApexException, PlatformObject } from '../values.ts';
import type { InstanceMethods, StaticMethods } from './methods.ts';
import { regExp, text } from './strings.ts';

type Self = PlatformObject;

export const patternStatics: StaticMethods = {
    'pattern.compile/1': [
        'pattern',
        ([source]) => {
            regExp(source, 'u');
            return new PlatformObject('Pattern', { source });
        }
    ],
    'pattern.matches/2': [
        'boolean',
        ([source, value]) => regExp(`^(?:${text(source)})$`, 'us').test(text(value))
    ],
    'pattern.quote/1': ['string', ([value]) => text(value).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')]
};

export const patternMethods: InstanceMethods = {
    'pattern.pattern/0': ['string', (self: Self) => self.get('source')],
    'pattern.matcher/1': [
        'matcher',
        (self: Self, [value]) =>
            new PlatformObject('Matcher', {
                source: self.get('source'),
                text: text(value),
                from: 0,
                match: null
            })
    ],
    'matcher.find/0': ['boolean', (self: Self) => find(self)],
    'matcher.matches/0': ['boolean', (self: Self) => matchWhole(self, '$')],
    'matcher.lookingat/0': ['boolean', (self: Self) => matchWhole(self, '')],
    'matcher.group/0': ['string', (self: Self) => groupOf(self, 0)],
    'matcher.group/1': ['string', (self: Self, [n]) => groupOf(self, Number(n))],
    'matcher.groupcount/0': [
        'integer',
        (self: Self) => new RegExp(`${String(self.get('source'))}|`, 'u').exec('')!.length - 1
    ],
    'matcher.start/0': ['integer', (self: Self) => matchOf(self).index],
    'matcher.end/0': ['integer', (self: Self) => matchOf(self).index + matchOf(self)[0].length],
    'matcher.replaceall/1': [
        'string',
        (self: Self, [by]) =>
            String(self.get('text')).replace(regExp(self.get('source'), 'gu'), text(by))
    ],
    'matcher.replacefirst/1': [
        'string',
        (self: Self, [by]) =>
            String(self.get('text')).replace(regExp(self.get('source'), 'u'), text(by))
    ],
    'matcher.reset/0': [
        'matcher',
        (self: Self) => {
            self.values.set('from', 0).set('match', null);
            return self;
        }
    ]
};

function find(self: Self): boolean {
    const pattern = regExp(self.get('source'), 'gu');
    pattern.lastIndex = Number(self.get('from'));
    const found = pattern.exec(String(self.get('text')));
    self.values.set('match', found);
    if (found === null) return false;
    // A match without characters is passed by.
    self.values.set('from', found.index + Math.max(found[0].length, 1));
    return true;
}

function matchWhole(self: Self, end: string): boolean {
    const found = regExp(`^(?:${String(self.get('source'))})${end}`, 'us').exec(
        String(self.get('text'))
    );
    self.values.set('match', found);
    return found !== null;
}

function matchOf(self: Self): RegExpExecArray {
    const found = self.get('match') as RegExpExecArray | null;
    if (found === null) throw new ApexException('StringException', 'No match found');
    return found;
}

function groupOf(self: Self, n: number): string | null {
    return matchOf(self)[n] ?? null;
}
