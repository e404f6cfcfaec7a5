import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
    CodeAnalyzer,
    CodeAnalyzerConfig,
    SeverityLevel,
    type Violation
} from '@salesforce/code-analyzer-core';
import { createEnginePlugin as createPmd } from '@salesforce/code-analyzer-pmd-engine';
import { createEnginePlugin as createGraphEngine } from '@salesforce/code-analyzer-sfge-engine';
import { CACHE } from '../../scripts/build/cache.ts';
import { packageFiles, projectPath, type Finding } from './package.ts';

/** `pmd` looks at each file by itself; `sfge` follows the paths from the points where a user enters. */
export type Engine = 'pmd' | 'sfge';

const PLUGINS = { pmd: createPmd, sfge: createGraphEngine };
// All rules of the graph engine are previews to Salesforce, so none of them is recommended.
const RULES = { pmd: 'pmd:Recommended', sfge: 'sfge:High' };
const APEX = /\.(cls|trigger)$/;

/** A finding of Salesforce's code analyzer; severity 1 is critical, 2 high. */
export interface Violated extends Finding {
    readonly rule: string;
    readonly severity: number;
}

/**
 * The findings of an engine, from the cache where this code has been analyzed already: the graph engine
 * follows every path through it, which takes the better part of a minute.
 */
export async function findingsOf(engine: Engine, roots: readonly string[]): Promise<Violated[]> {
    const files = roots
        .flatMap(packageFiles)
        .filter((file) => APEX.test(file) && isSeen(engine, file));
    const hash = createHash('sha256');
    for (const file of [...files, 'package-lock.json', import.meta.filename]) {
        hash.update(projectPath(file)).update(readFileSync(file));
    }
    const cached = path.join(CACHE, `${engine}-${hash.digest('hex').slice(0, 16)}.json`);
    if (existsSync(cached)) return JSON.parse(readFileSync(cached, 'utf8')) as Violated[];
    const found = await analyze(engine, files);
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(cached, JSON.stringify(found));
    return found;
}

/** No user enters by a test, and the graph engine is slow enough without them. */
function isSeen(engine: Engine, file: string): boolean {
    return engine === 'pmd' || !/@IsTest/i.test(readFileSync(file, 'utf8'));
}

/**
 * Runs an engine's rules over these files: PMD's recommended, the graph engine's gravest.
 * Suppressions in the code are ignored: nothing hides from this check.
 *
 * @throws Error when the engine could not do its work
 */
async function analyze(engine: Engine, files: string[]): Promise<Violated[]> {
    const analyzer = new CodeAnalyzer(
        CodeAnalyzerConfig.fromObject({ suppressions: { disable_suppressions: true } })
    );
    await analyzer.addEnginePlugin(PLUGINS[engine]());
    const workspace = await analyzer.createWorkspace(files);
    const rules = await analyzer.selectRules([RULES[engine]], { workspace });
    if (rules.getCount() === 0) throw new Error(`${engine} has no rules: it did not start`);
    const results = await analyzer.run(rules, { workspace });
    return results.getViolations().map(violated);
}

function violated(violation: Violation): Violated {
    const place = violation.getPrimaryLocation();
    const rule = violation.getRule();
    const line = place.getStartLine();
    const file = place.getFile();
    // Without a file it is the engine that failed, not the code.
    if (file === undefined) throw new Error(`${rule.getName()}: ${violation.getMessage()}`);
    return {
        file: projectPath(file),
        ...(line === undefined ? {} : { line }),
        rule: rule.getName(),
        severity: rule.getSeverityLevel(),
        message: `${SeverityLevel[rule.getSeverityLevel()]} ${rule.getName()}: ${violation.getMessage()}`
    };
}
