/** The preview of `npm start`, over a real org and portal. */
import { fileOf, prepareAssets } from '../assets.ts';
import type { Folders } from '../assets.ts';
import { listen } from '../http.ts';
import type { Answer, Asked } from '../http.ts';
import { answerLiveApi } from './api.ts';
import { frameOf } from './frames.ts';
import type { Crm } from './frames.ts';
import { openPerson } from './people.ts';
import type { Sources } from './people.ts';

const FRAME = /^\/(salesforce|hubspot)\.html$/;

/**
 * Builds what the browser needs and listens on this machine alone.
 * @returns the origin to be opened
 * Errors: rejects when the port is taken, or may not be used.
 */
export async function startLive(sources: Sources, port: number): Promise<string> {
    const folders = await prepareAssets();
    return listen(port, (asked) => answer(folders, sources, asked));
}

async function answer(folders: Folders, sources: Sources, asked: Asked): Promise<Answer | null> {
    const { method, path, query } = asked;
    if (path.startsWith('/api/')) return answerLiveApi(sources, asked);
    if (method !== 'GET') return null;
    const crm = FRAME.exec(path)?.[1] as Crm | undefined;
    if (crm === undefined) {
        const file = fileOf(folders, path === '/' ? '/live.html' : path);
        return file === null ? null : { file };
    }
    const id = query.get('person') ?? '';
    const pair = await openPerson(sources, id);
    if (pair === null || (crm === 'salesforce' ? sources.org : sources.portal) === null)
        return null;
    const look = { compact: query.get('width') === 'sidebar', slds: query.get('slds') ?? '1' };
    return { html: frameOf(sources, crm, id, pair, look) };
}
