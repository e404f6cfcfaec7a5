/** What the preview remembers over a page reload and over a restart of the server. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { State } from '../sandbox/hubspot/store.ts';
import type { Rows } from '../sandbox/salesforce/store.ts';

/** A person as left; what is null stands as its case has it. */
export interface Kept {
    /** How long the person's clock has run, ms. */
    readonly elapsed: number;
    /** How far the clock was set forward by hand, ms. */
    readonly offset: number;
    readonly salesforce: Rows | null;
    readonly hubspot: State | null;
}

export const UNTOUCHED: Kept = { elapsed: 0, offset: 0, salesforce: null, hubspot: null };

export interface Memory {
    /** A person as left, unless the case has changed since. */
    read(id: string, seed: string): Kept;
    write(id: string, seed: string, kept: Kept): void;
}

interface Entry {
    readonly seed: string;
    readonly kept: Kept;
}

/** Keeps people in one JSON file; one that cannot be read counts as empty. */
export function openMemory(file: string): Memory {
    const entries = new Map<string, Entry>(Object.entries(readEntries(file)));
    return {
        read(id, seed) {
            const entry = entries.get(id);
            return entry?.seed === seed ? entry.kept : UNTOUCHED;
        },
        write(id, seed, kept) {
            entries.set(id, { seed, kept });
            mkdirSync(path.dirname(file), { recursive: true });
            // Whole or not at all, however the server ends.
            writeFileSync(`${file}.part`, JSON.stringify(Object.fromEntries(entries)));
            renameSync(`${file}.part`, file);
        }
    };
}

/** Tells one seed from another. */
export function seedHash(seed: unknown): string {
    return createHash('sha256').update(JSON.stringify(seed)).digest('hex').slice(0, 16);
}

function readEntries(file: string): { readonly [id: string]: Entry } {
    if (!existsSync(file)) return {};
    try {
        return JSON.parse(readFileSync(file, 'utf8')) as { readonly [id: string]: Entry };
    } catch {
        return {};
    }
}
