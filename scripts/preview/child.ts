import { spawn } from 'node:child_process';
import process from 'node:process';

const TYPESCRIPT = new URL('../setup/typescript.mjs', import.meta.url).href;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a module of ours in a process of its own: it keeps nobody waiting, and the memory that it takes
 * ends with it. What it prints goes to standard error. It ends when this process is told to.
 * @param module from the project's root
 * @throws Error when it fails; it has then said why
 */
export async function inChild(module: string, args: readonly string[] = []): Promise<void> {
    const child = spawn(process.execPath, ['--import', TYPESCRIPT, module, ...args], {
        stdio: ['ignore', 2, 2]
    });
    const stop = (signal: NodeJS.Signals): void => {
        child.kill();
        process.kill(process.pid, signal);
    };
    for (const signal of SIGNALS) process.once(signal, stop);
    try {
        const code = await new Promise((resolve, reject) => {
            child.on('error', reject);
            child.on('exit', resolve);
        });
        if (code !== 0) throw new Error(`${module} failed: see above.`);
    } finally {
        for (const signal of SIGNALS) process.off(signal, stop);
    }
}
