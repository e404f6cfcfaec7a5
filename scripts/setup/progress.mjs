import process from 'node:process';

const REDRAW_MS = 2_000;
/** @param {number} since */
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/**
 * Shows that a long step is alive: on a terminal one line whose seconds count on, elsewhere a line
 * when it begins and one when it ends. On standard error, since the output may be somebody's input.
 * @template T
 * @param {string} label what is being done
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what `work` gives
 */
export async function withProgress(label, work) {
    const begun = Date.now();
    const { stderr } = process;
    const draw = () => stderr.write(`\r${label} … ${seconds(begun)}`);
    const timer = stderr.isTTY ? setInterval(draw, REDRAW_MS) : undefined;
    if (stderr.isTTY) draw();
    else console.error(`${label} …`);
    try {
        const result = await work();
        console.error(`${stderr.isTTY ? '\r' : ''}${label}: done in ${seconds(begun)}`);
        return result;
    } catch (error) {
        console.error(`${stderr.isTTY ? '\r' : ''}${label}: failed after ${seconds(begun)}`);
        throw error;
    } finally {
        clearInterval(timer);
    }
}
