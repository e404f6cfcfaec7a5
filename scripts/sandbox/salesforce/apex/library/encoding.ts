/** Blob, Crypto and EncodingUtil. */
import { createHash, randomInt } from 'node:crypto';
import { SandboxRefusal } from '../../errors.ts';
import { nullPointer } from '../values.ts';
import type { InstanceMethods, StaticMethods } from './methods.ts';

const DIGESTS: { readonly [algorithm: string]: string } = {
    MD5: 'md5',
    SHA1: 'sha1',
    'SHA-1': 'sha1',
    'SHA-256': 'sha256',
    SHA256: 'sha256',
    'SHA-512': 'sha512',
    SHA512: 'sha512'
};

export const blobMethods: InstanceMethods = {
    'blob.size/0': ['integer', (self: Buffer) => self.length],
    'blob.tostring/0': ['string', (self: Buffer) => self.toString('utf8')]
};

export const encodingStatics: StaticMethods = {
    'blob.valueof/1': ['blob', ([value]) => Buffer.from(textOf(value))],
    'crypto.generatedigest/2': [
        'blob',
        ([algorithm, data]) => createHash(digestOf(algorithm)).update(bytes(data)).digest()
    ],
    'crypto.getrandominteger/0': ['integer', () => randomInt(-(2 ** 31), 2 ** 31)],
    // Of 48 bits: a Long past 2^53 is not exact here.
    'crypto.getrandomlong/0': ['long', () => randomInt(2 ** 48 - 1)],
    'encodingutil.converttohex/1': ['string', ([data]) => bytes(data).toString('hex')],
    'encodingutil.convertfromhex/1': ['blob', ([value]) => Buffer.from(textOf(value), 'hex')],
    'encodingutil.base64encode/1': ['string', ([data]) => bytes(data).toString('base64')],
    'encodingutil.base64decode/1': ['blob', ([value]) => Buffer.from(textOf(value), 'base64')],
    'encodingutil.urlencode/2': [
        'string',
        ([value]) => encodeURIComponent(textOf(value)).replace(/%20/g, '+')
    ],
    'encodingutil.urldecode/2': [
        'string',
        ([value]) => decodeURIComponent(textOf(value).replace(/\+/g, ' '))
    ]
};

function digestOf(algorithm: unknown): string {
    const found = DIGESTS[String(algorithm)];
    if (found === undefined) throw new SandboxRefusal(`the digest ${String(algorithm)}`);
    return found;
}

function bytes(value: unknown): Buffer {
    if (value instanceof Buffer) return value;
    throw nullPointer();
}

function textOf(value: unknown): string {
    if (typeof value === 'string') return value;
    throw nullPointer();
}
