import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where the org's Lightning web components stand, from the project's root. */
export const LWC = 'force-app/main/default/lwc';

/** The generated bundles that carry the core into an org: for a record's card, and for the overview. */
export const CORES: { readonly [bundle: string]: string } = {
    handoffCore: 'scripts/build/lwc-core.ts',
    handoffAcceptanceCore: 'scripts/build/lwc-acceptance-core.ts'
};

/** A bundle of ours: `c/<name>` and the file that is its entry. */
export interface ComponentModule {
    readonly name: string;
    readonly file: string;
}

/** Every bundle that holds a module, from its TypeScript where there is some. */
export function componentModules(): ComponentModule[] {
    return readdirSync(LWC).flatMap((name) => {
        const file = ['.ts', '.js', '.css']
            .map((extension) => path.posix.join(LWC, name, name + extension))
            .find((candidate) => existsSync(candidate));
        return file === undefined ? [] : [{ name, file }];
    });
}
