/** What a command has of the world around it; tests give it another one. */
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';

export type In = Readable & { readonly isTTY?: boolean };
export type Out = Writable & { readonly isTTY?: boolean; readonly columns?: number };

export interface Io {
    readonly stdin: In;
    readonly stdout: Out;
    readonly stderr: Out;
    readonly env: NodeJS.ProcessEnv;
    /** Where the person stands: relative paths that they type count from here. */
    readonly folder: string;
    /** Epoch ms. */
    readonly now: () => number;
}

export function processIo(folder: string): Io {
    const { stdin, stdout, stderr, env } = process;
    return { stdin, stdout, stderr, env, folder, now: Date.now };
}
