import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-sfge-engine';
import { FORCE_APP, packageFiles } from './package.ts';
const a = new CodeAnalyzer(
    CodeAnalyzerConfig.fromObject({ engines: { sfge: { java_thread_count: 2 } } })
);
await a.addEnginePlugin(createEnginePlugin());
const w = await a.createWorkspace(
    packageFiles(FORCE_APP).filter((f) => /\.(cls|trigger)$/.test(f))
);
const r = await a.selectRules([process.argv[2]!], { workspace: w });
const t = Date.now();
const res = await a.run(r, { workspace: w });
console.log(
    process.argv[2],
    Date.now() - t,
    res.getViolations().map((v) => v.getMessage() + v.getPrimaryLocation().getFile())
);
