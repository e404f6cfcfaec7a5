/** The app that comes of the project: whether it is installed, with which scopes, and installing it. */
import {
    fetchAppMetadataBySourceId,
    installStaticAuthAppOnCurrentAccount
} from '@hubspot/local-dev-lib/api/appsDev';
import { fetchAppInstallationData } from '@hubspot/local-dev-lib/api/localDevAuth';
import { called, orNull } from './api.ts';
import type { Connection } from './connect.ts';
import { CliError } from '../output/errors.ts';
import type { LocalProject } from './project.ts';

export interface Installation {
    readonly appId: number;
    /** With all the scopes that it asks for now. */
    readonly isComplete: boolean;
    /** It was installed with some. */
    readonly isBegun: boolean;
    /** Names of those it was granted. */
    readonly scopes: readonly string[];
}

/** Null where the app is not deployed. */
export async function readInstallation(
    accountId: number,
    projectId: number,
    { app }: LocalProject
): Promise<Installation | null> {
    const asked = called('the app’s installation', true, async () => {
        const required = [...app.requiredScopes];
        return (await fetchAppInstallationData(accountId, projectId, app.uid, required)).data;
    });
    const found = await orNull(asked);
    if (found === null) return null;
    const { appId, isInstalledWithScopeGroups, previouslyAuthorizedScopeGroups } = found;
    return {
        appId,
        isComplete: isInstalledWithScopeGroups,
        isBegun: previouslyAuthorizedScopeGroups.length > 0,
        scopes: previouslyAuthorizedScopeGroups.map(({ name }) => name)
    };
}

/**
 * Installs the app with what it asks for, or again when that has changed. Gives the page to do it on
 * where HubSpot wants a person to.
 */
export async function installApp(
    { accountId, website }: Pick<Connection, 'accountId' | 'website'>,
    projectId: number,
    { app }: LocalProject
): Promise<string | null> {
    const { id, scopeGroupIds } = await called('the app', true, async () => {
        return (await fetchAppMetadataBySourceId(projectId, app.uid, accountId)).data;
    });
    try {
        await called('the app’s installation', true, () =>
            installStaticAuthAppOnCurrentAccount(id, accountId, scopeGroupIds)
        );
        return null;
    } catch (thrown) {
        const isRefused =
            thrown instanceof CliError &&
            ['hubspot.refused', 'hubspot.not_allowed', 'hubspot.scopes'].includes(thrown.code);
        if (!isRefused) throw thrown;
        return `${website}/static-token/${accountId}/authorize?appId=${id}`;
    }
}
