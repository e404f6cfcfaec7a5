import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bad } from '../../../test/salesforce/package.ts';
import { checkGenerated } from './generated.ts';
import { checkHubSpot } from './hubspot.ts';
import { checkSalesforce } from './salesforce.ts';
import { placeOf } from './types.ts';

describe('generated files', () => {
    let root: string;
    beforeEach(() => {
        root = mkdtempSync(path.join(tmpdir(), 'handoff-'));
        mkdirSync(path.join(root, 'force-app/main/agreement/globalValueSets'), { recursive: true });
    });
    afterEach(() => rmSync(root, { recursive: true }));

    const SET = 'force-app/main/agreement/globalValueSets/Handoff_Reason.xml';
    const lines = (text: string) =>
        checkGenerated([{ path: SET, text }], root).findings.map(
            (finding) => `${placeOf(finding)} ${finding.message}`
        );

    it('are held against what their sources give', () => {
        expect(lines('new')).toEqual([`${SET} is not built: run npm run build`]);
        writeFileSync(path.join(root, SET), 'old');
        expect(lines('new')).toEqual([
            `${SET} is not what its sources give now: run npm run build`
        ]);
        expect(lines('old')).toEqual([]);
    });

    it('are found when an earlier agreement left them behind', () => {
        const old = 'force-app/main/agreement/globalValueSets/Handoff_Old.xml';
        writeFileSync(path.join(root, SET), 'new');
        writeFileSync(path.join(root, old), 'old');
        expect(lines('new')).toEqual([`${old} does not follow from the agreement: delete it`]);
    });
});

describe('the packages', () => {
    it('of Salesforce: what an archive lacks and what names nothing is found', async () => {
        const { findings } = await checkSalesforce(bad('archive'));
        const folder = 'test/salesforce/bad/archive';
        expect(findings.map((finding) => `${placeOf(finding)} ${finding.message}`)).toEqual([
            `${folder} as an archive lacks classes/BadSource.cls`,
            `${folder} as an archive lacks lwc/badUnbuilt/badUnbuilt.js`,
            `${folder}/classes/BadSource.cls no -meta.xml beside it`
        ]);
    });

    it('of HubSpot: each file’s mistakes are found, and entries that are not there', async () => {
        const { findings } = await checkHubSpot('test/hubspot/bad/project');
        const found = findings.map((finding) => `${placeOf(finding)} ${finding.message}`);
        const app = 'test/hubspot/bad/project/src/app';
        expect(found).toContain(`${app}/functions/json-hsmeta.json Invalid JSON`);
        expect(found).toContain(
            `${app}/cards/top-level-hsmeta.json Unexpected top-level properties found: version`
        );
        expect(found.join('\n')).toContain('which is not there');
        expect(found).toContain(
            `${app}/app-hsmeta.json optionalScopes names sales-email-read: an app with static auth can only define required scopes; deploy adds what the account has (shared/crm/hubspot/scopes.ts)`
        );
    });
});
