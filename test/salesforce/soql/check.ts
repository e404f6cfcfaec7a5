import { readSoql } from '../../../scripts/sandbox/salesforce/soql/parse.ts';
import type { Catalogue } from '../catalogue/objects.ts';
import { projectPath, type Finding } from '../package.ts';
import { unknownNames } from './names.ts';
import { queriesIn, type ApexQuery } from './find.ts';

/**
 * Checks every query in Apex against the org's objects, inline or in a string, as an org does when it
 * compiles or runs it; and that each inline query states its mode, which API versions default apart.
 */
export function checkQueries(files: readonly string[], catalogue: Catalogue): Finding[] {
    return files
        .filter((file) => /\.(cls|trigger)$/.test(file))
        .flatMap((file) =>
            queriesIn(file).flatMap((query) =>
                faults(query, catalogue).map((message) => ({
                    file: projectPath(file),
                    line: query.line,
                    message
                }))
            )
        );
}

function faults({ text, isInline, isWhole }: ApexQuery, catalogue: Catalogue): string[] {
    if (!isWhole) return ['a query with a variable in its text cannot be checked: bind the value'];
    try {
        const { ast } = readSoql(text);
        const unstated = isInline && ast.withAccessLevel === undefined;
        return [
            ...new Set(unknownNames(ast, catalogue)),
            ...(unstated ? ['state WITH USER_MODE or WITH SYSTEM_MODE'] : [])
        ];
    } catch (error) {
        return [(error as Error).message];
    }
}
