/** The rest of String's methods: those that cut and fill texts, and those that ask what is in them. */
import type { InstanceMethods } from './methods.ts';
import { text } from './strings.ts';

export const textMethods: InstanceMethods = {
    'string.substringbefore/1': [
        'string',
        (self: string, [part]) => self.split(text(part))[0] ?? ''
    ],
    'string.substringbeforelast/1': [
        'string',
        (self: string, [part]) => {
            const at = self.lastIndexOf(text(part));
            return at < 0 ? self : self.slice(0, at);
        }
    ],
    'string.substringafter/1': [
        'string',
        (self: string, [part]) => self.split(text(part)).slice(1).join(text(part))
    ],
    'string.substringafterlast/1': [
        'string',
        (self: string, [part]) => {
            const at = self.lastIndexOf(text(part));
            return at < 0 ? '' : self.slice(at + text(part).length);
        }
    ],
    'string.substringbetween/2': [
        'string',
        (self: string, [open, close]) => between(self, text(open), text(close))
    ],
    'string.substringbetween/1': [
        'string',
        (self: string, [tag]) => between(self, text(tag), text(tag))
    ],
    'string.left/1': ['string', (self: string, [n]) => self.slice(0, Math.max(0, Number(n)))],
    'string.right/1': [
        'string',
        (self: string, [n]) => self.slice(Math.max(0, self.length - Math.max(0, Number(n))))
    ],
    'string.mid/2': [
        'string',
        (self: string, [from, n]) => self.slice(Number(from), Number(from) + Number(n))
    ],
    'string.leftpad/1': ['string', (self: string, [n]) => self.padStart(Number(n))],
    'string.leftpad/2': ['string', (self: string, [n, by]) => self.padStart(Number(n), text(by))],
    'string.rightpad/1': ['string', (self: string, [n]) => self.padEnd(Number(n))],
    'string.rightpad/2': ['string', (self: string, [n, by]) => self.padEnd(Number(n), text(by))],
    'string.repeat/1': ['string', (self: string, [n]) => self.repeat(Math.max(0, Number(n)))],
    'string.reverse/0': ['string', (self: string) => [...self].reverse().join('')],
    'string.remove/1': ['string', (self: string, [part]) => self.split(text(part)).join('')],
    'string.removestart/1': [
        'string',
        (self: string, [part]) =>
            self.startsWith(text(part)) ? self.slice(text(part).length) : self
    ],
    'string.removeend/1': [
        'string',
        (self: string, [part]) =>
            text(part) !== '' && self.endsWith(text(part))
                ? self.slice(0, -text(part).length)
                : self
    ],
    'string.deletewhitespace/0': ['string', (self: string) => self.replace(/\s/g, '')],
    'string.normalizespace/0': ['string', (self: string) => self.trim().replace(/\s+/g, ' ')],
    'string.capitalize/0': [
        'string',
        (self: string) => self.charAt(0).toUpperCase() + self.slice(1)
    ],
    'string.uncapitalize/0': [
        'string',
        (self: string) => self.charAt(0).toLowerCase() + self.slice(1)
    ],
    'string.abbreviate/1': [
        'string',
        (self: string, [n]) =>
            self.length <= Number(n) ? self : `${self.slice(0, Number(n) - 3)}...`
    ],
    'string.countmatches/1': [
        'integer',
        (self: string, [part]) => (text(part) === '' ? 0 : self.split(text(part)).length - 1)
    ],
    'string.isnumeric/0': ['boolean', (self: string) => /^\d+$/.test(self)],
    'string.isalpha/0': ['boolean', (self: string) => /^\p{L}+$/u.test(self)],
    'string.isalphanumeric/0': ['boolean', (self: string) => /^[\p{L}\d]+$/u.test(self)],
    'string.iswhitespace/0': ['boolean', (self: string) => /^\s*$/.test(self)],
    'string.isalllowercase/0': ['boolean', (self: string) => /^\p{Ll}+$/u.test(self)],
    'string.isalluppercase/0': ['boolean', (self: string) => /^\p{Lu}+$/u.test(self)],
    'string.containsany/1': [
        'boolean',
        (self: string, [letters]) => [...text(letters)].some((one) => self.includes(one))
    ],
    'string.containsonly/1': [
        'boolean',
        (self: string, [letters]) => [...self].every((one) => text(letters).includes(one))
    ],
    'string.containsnone/1': [
        'boolean',
        (self: string, [letters]) => ![...text(letters)].some((one) => self.includes(one))
    ],
    'string.getchars/0': [
        'list<integer>',
        (self: string) => self.split('').map((letter) => letter.charCodeAt(0))
    ],
    'string.escapesinglequotes/0': ['string', (self: string) => self.replace(/'/g, "\\'")],
    'string.escapehtml4/0': [
        'string',
        (self: string) =>
            self
                .replace(/&/g, '&amp;')
                .replace(/</g, '&lt;')
                .replace(/>/g, '&gt;')
                .replace(/"/g, '&quot;')
    ]
};

function between(self: string, open: string, close: string): string | null {
    const from = self.indexOf(open);
    if (from < 0) return null;
    const to = self.indexOf(close, from + open.length);
    return to < 0 ? null : self.slice(from + open.length, to);
}
