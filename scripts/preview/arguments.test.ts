import { describe, expect, it } from 'vitest';
import { PORT, readArguments } from './arguments.ts';

describe('the command line of npm start', () => {
    it('takes the usual port unless told otherwise', () => {
        expect(readArguments([])).toMatchObject({ help: false, port: PORT });
        expect(readArguments(['--port', '0'])).toMatchObject({ help: false, port: 0 });
        expect(readArguments(['--port=8080'])).toMatchObject({
            port: 8080,
            state: expect.stringContaining('.json')
        });
    });

    it('names the port that is none', () => {
        expect(readArguments(['--port', '70000'])).toEqual({
            error: expect.stringContaining('"70000"')
        });
        expect(readArguments(['--port', 'http'])).toEqual({
            error: expect.stringContaining('"http"')
        });
    });

    it('names the option that it does not know', () => {
        expect(readArguments(['--prot', '1'])).toEqual({
            error: expect.stringContaining('--prot')
        });
    });
});
