import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { agreement } from '@handoff/core';
import { expect, it, vi } from 'vitest';
import { ACTIVITIES } from '../../scripts/sandbox/hubspot/objectTypes.ts';
import { hubspotProperties } from '../../shared/crm/hubspot/properties.ts';
import { ACTIVITY_PROPERTIES } from '../../shared/crm/hubspot/touches.ts';

interface Manifest {
    readonly dataDeps: readonly {
        readonly properties: {
            readonly toObjectTypeId?: string;
            readonly recordProperties?: readonly string[];
            readonly requestProperties?: readonly string[];
        };
    }[];
}

it('tells HubSpot ahead of time what the card reads by its hooks', async () => {
    const outputDir = mkdtempSync(path.join(tmpdir(), 'handoff-manifest-'));
    const root = path.resolve('hubspot-project/src/app/cards/hooks');
    try {
        vi.stubEnv('NODE_ENV', 'test');
        await remoteBuild({
            root,
            entryPoint: path.join(root, 'useCrmRecords.ts'),
            outputDir,
            logLevel: 'error'
        });
        const file = readFileSync(path.join(outputDir, 'useCrmRecords-manifest.json'), 'utf8');
        const { dataDeps } = JSON.parse(file) as Manifest;
        const [contact, ...lists] = dataDeps.map(({ properties }) => properties);
        expect(contact?.recordProperties).toEqual([...hubspotProperties(agreement).plain].sort());
        const asked = lists.map(({ toObjectTypeId = '', requestProperties }) => [
            ACTIVITIES[toObjectTypeId],
            requestProperties
        ]);
        expect(Object.fromEntries(asked)).toEqual(ACTIVITY_PROPERTIES);
    } finally {
        // HubSpot's bundler sets production for the whole process.
        vi.unstubAllEnvs();
        rmSync(outputDir, { recursive: true, force: true });
    }
});
