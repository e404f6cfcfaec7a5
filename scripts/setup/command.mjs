import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * Runs a command to its end and keeps what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] set besides this process's own
 * @returns {Promise<{ code: number, output: string, stdout: string }>} `output` is stdout and stderr as they came
 */
export function run(command, args, env = {}) {
    return new Promise((resolve) => {
        const child = spawn(command, args, {
            env: { ...process.env, ...env },
            // npm is a .cmd there, which only a shell starts.
            shell: process.platform === 'win32',
            stdio: ['ignore', 'pipe', 'pipe']
        });
        let output = '';
        let stdout = '';
        child.stdout.setEncoding('utf8').on('data', (text) => {
            output += text;
            stdout += text;
        });
        child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
        child.on('error', (error) => resolve({ code: 127, output: error.message, stdout }));
        child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
    });
}
