import { readFileSync } from 'node:fs';
import {
    CodeAnalyzer,
    CodeAnalyzerConfig,
    SeverityLevel,
    type Violation
} from '@salesforce/code-analyzer-core';
import { createEnginePlugin as createEslint } from '@salesforce/code-analyzer-eslint-engine';
import { createEnginePlugin as createPmd } from '@salesforce/code-analyzer-pmd-engine';
import { createEnginePlugin as createRegex } from '@salesforce/code-analyzer-regex-engine';
import { createEnginePlugin as createRetireJs } from '@salesforce/code-analyzer-retirejs-engine';
import { createEnginePlugin as createGraphEngine } from '@salesforce/code-analyzer-sfge-engine';
import { cached } from './cached.ts';
import { packageFiles, projectPath, type Finding } from './package.ts';

const CONFIG = 'code-analyzer.yml';

type EnginePlugin = Parameters<CodeAnalyzer['addEnginePlugin']>[0];

/** A part of Salesforce's code analyzer: engines, the rules to run and the files to read. */
interface Scan {
    readonly name: string;
    readonly engines: readonly (() => EnginePlugin)[];
    readonly rules: readonly string[];
    readonly reads: (file: string) => boolean;
}

/**
 * What the AgentExchange security review demands, and PMD's recommended rules: each file by itself. The
 * engine for flows is left out, since the package has none.
 */
export const EACH_FILE: Scan = {
    name: 'code-analyzer',
    engines: [createPmd, createEslint, createRegex, createRetireJs],
    rules: ['AppExchange', 'Recommended:Security', 'pmd:Recommended'],
    reads: () => true
};

/**
 * The graph engine follows the paths from the points where a user enters. No user enters by a test, and it
 * is slow enough without them. All of its rules are previews, so that none is recommended.
 */
export const PATHS: Scan = {
    name: 'graph-engine',
    engines: [createGraphEngine],
    rules: ['sfge:High'],
    reads: (file) => /\.(cls|trigger)$/.test(file) && !/@IsTest/i.test(readFileSync(file, 'utf8'))
};

/** A finding of Salesforce's code analyzer; severity 1 is critical, 2 high. */
export interface Violated extends Finding {
    readonly engine: string;
    readonly rule: string;
    readonly severity: number;
    /** Whether the security review asks for this rule. */
    readonly inReview: boolean;
}

/**
 * What a scan finds in these packages. Suppressions in the code are ignored: nothing hides from it.
 *
 * @throws Error when an engine could not do its work
 */
export async function findingsOf(scan: Scan, roots: readonly string[]): Promise<Violated[]> {
    const files = roots.flatMap(packageFiles).filter(scan.reads);
    const contents = [...files, CONFIG, 'package-lock.json', import.meta.filename].flatMap(
        (file) => [projectPath(file), readFileSync(file)]
    );
    return cached(scan.name, contents, () => analyze(scan, files));
}

async function analyze(scan: Scan, files: string[]): Promise<Violated[]> {
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromFile(CONFIG));
    for (const create of scan.engines) await analyzer.addEnginePlugin(create());
    const workspace = await analyzer.createWorkspace(files);
    const rules = await analyzer.selectRules([...scan.rules], { workspace });
    // PMD's plugin brings a finder of copies along, which has no rule here.
    const missing = scan.engines.length - rules.getEngineNames().length;
    if (missing > 0) {
        throw new Error(`${missing} engines did not start, only ${rules.getEngineNames().join()}`);
    }
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
    const tags = rule.getTags();
    return {
        file: projectPath(file),
        ...(line === undefined ? {} : { line }),
        engine: rule.getEngineName(),
        rule: rule.getName(),
        severity: rule.getSeverityLevel(),
        inReview:
            tags.includes('AppExchange') ||
            (tags.includes('Recommended') && tags.includes('Security')),
        message: `${SeverityLevel[rule.getSeverityLevel()]} ${rule.getName()}: ${violation.getMessage()}`
    };
}
