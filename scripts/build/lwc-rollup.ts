import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import type { Plugin, RollupOptions } from 'rollup';

type LwcOptions = NonNullable<Parameters<typeof lwc>[0]>;

/** The LWC compiler as base components need it. */
export function lwcPlugin(options: LwcOptions): Plugin {
    return lwc({
        enableDynamicComponents: true,
        enableLwcOn: true,
        // Without it combobox and input fail: "attachInternals API is not supported".
        enableSyntheticElementInternals: true,
        ...options
    });
}

/** The compile-time constants that LWC and the base components read. */
export function defines(): Plugin {
    return replace({
        preventAssignment: true,
        values: {
            'process.env.NODE_ENV': '"development"',
            'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': 'false',
            'import.meta.env.SSR': 'false',
            'import.meta.env': '({})'
        }
    });
}

/** Passes on the warnings that are about our own source. */
export const warnings: RollupOptions['onwarn'] = (warning, print) => {
    const fromPackage = warning.loc?.file?.includes('node_modules') ?? false;
    if (warning.code === 'CIRCULAR_DEPENDENCY' || fromPackage) return;
    print(warning);
};
