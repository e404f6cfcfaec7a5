/** HubSpot's own lead of the contact (Sales Hub), which moves with a decision. Nothing here is ever required. */
import type { LeadChange } from '../../../shared/crm/hubspot/leadChange.ts';
import {
    LEAD_REASON as REASON,
    LEAD_STAGE as STAGE,
    optionNames
} from '../../../shared/crm/hubspot/native.ts';
import type { NativeOptions } from '../../../shared/crm/hubspot/native.ts';
import { isObject } from '../../../shared/crm/read.ts';
import type { ApiError } from './apiError.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { pick, resultsOf } from './json.ts';
import { requiredIn, sentence } from './native.ts';
import * as paths from './paths.ts';

const PIPELINE = 'hs_pipeline';
/** The first one wins: HubSpot renamed it, and portals have either or both. */
const IS_OPEN = ['hs_lead_is_open_v2', 'hs_lead_is_open'];
/** A person has few leads; HubSpot reads no more in one call. */
const BATCH = 100;

interface Choice {
    readonly value: string;
    readonly label: string;
}

/** The contact's open lead and what the portal allows for it; null: it has none, or the app may not see it. */
export interface OpenLead {
    readonly id: string;
    readonly stage: string | null;
    /** The stages of its own pipeline; null: they could not be read. */
    readonly stages: readonly Choice[] | null;
    /** The portal's reasons to disqualify a lead; null: they could not be read. */
    readonly reasons: readonly Choice[] | null;
}

export interface ReadLead {
    readonly lead: OpenLead | null;
    readonly notes: readonly string[];
}

/** Reads the open lead: one call for a contact that has no lead, else four in two rounds. */
export async function readLead(client: Client, contactId: string): Promise<ReadLead> {
    const associated = await client.get(paths.contact(contactId), { associations: 'leads' });
    if (!associated.ok) return isAbsent(associated.error) ? NONE : UNREAD;
    const associations = isObject(associated.body.associations) ? associated.body.associations : {};
    const ids = [...new Set(resultsOf(associations.leads).map(({ id }) => String(id)))];
    if (ids.length === 0) return NONE;
    const [read, pipelines, property] = await Promise.all([
        client.post(paths.batchRead('leads'), {
            inputs: ids.slice(0, BATCH).map((id) => ({ id })),
            properties: [STAGE, PIPELINE, ...IS_OPEN],
            propertiesWithHistory: []
        }),
        client.get(paths.LEAD_PIPELINES),
        client.get(paths.leadProperty(REASON))
    ]);
    if (!read.ok) return UNREAD;
    const row = newest(resultsOf(read.body).filter(isOpen));
    if (row === null) return NONE;
    const properties = pick(row.properties, [STAGE, PIPELINE]);
    return {
        lead: {
            id: String(row.id),
            stage: properties[STAGE] ?? null,
            stages: stagesOf(pipelines, properties[PIPELINE] ?? null),
            reasons: optionsOf(property)
        },
        notes: []
    };
}

/** What the account offers for its leads: all stages of its pipelines, and its reasons; null where it has none. */
export async function readLeadOptions(client: Client): Promise<NativeOptions> {
    const [pipelines, property] = await Promise.all([
        client.get(paths.LEAD_PIPELINES),
        client.get(paths.leadProperty(REASON))
    ]);
    const stages = pipelines.ok
        ? resultsOf(pipelines.body).flatMap((pipeline) => choicesOf(pipeline.stages, 'id'))
        : null;
    return { [STAGE]: stages, [REASON]: optionsOf(property) };
}

/**
 * Moves the lead as the agreement says, and says what it could not do: the decision itself is saved by
 * then. A stage or a reason that this portal does not have is named, and not sent.
 */
export async function moveLead(
    client: Client,
    lead: OpenLead,
    change: LeadChange
): Promise<string[]> {
    const { stages, reasons } = lead;
    if (stages === null) return [NOT_READ];
    const stage = stages.find(({ value }) => value === change.stage);
    if (stage === undefined) {
        return [
            `${SAVED} the lead stays where it is: its pipeline has no stage “${change.stage}”, which the agreement names. It has ${optionNames(stages)}. Ask whoever keeps the agreement to correct its leadStage.`
        ];
    }
    const reason = reasons?.find(({ value }) => value === change.reason);
    const notes =
        change.reason === null || reason !== undefined
            ? []
            : [
                  reasons === null
                      ? `${SAVED} the lead got no disqualification reason: this account’s reasons could not be read. Choose one on the lead.`
                      : `${SAVED} the lead got no disqualification reason: this account has no “${change.reason}”, which the agreement names. It has ${optionNames(reasons)}. Ask whoever keeps the agreement to correct its leadReason.`
              ];
    const properties = {
        ...(lead.stage === stage.value ? {} : { [STAGE]: stage.value }),
        ...(reason === undefined ? {} : { [REASON]: reason.value })
    };
    if (Object.keys(properties).length === 0) return notes;
    const moved = await client.patch(paths.lead(lead.id), { properties });
    return moved.ok ? notes : [...notes, notMoved(stage.label, moved.error)];
}

function notMoved(stage: string, error: ApiError): string {
    const required = requiredIn(error, [STAGE, REASON], {});
    if (required.length > 0) {
        return `${SAVED} the lead stays where it is: this account requires ${required.join(' and ')} with “${stage}”. Fill it in on the lead, and move it by hand.`;
    }
    const why =
        error.status === 403
            ? 'the Handoff app may not edit leads in this account.'
            : sentence(error.message);
    return `${SAVED} the lead may not have moved to “${stage}”: ${why} Look at the lead, and move it by hand.`;
}

const SAVED = 'The decision is saved, but';
const NOT_READ = `${SAVED} the contact’s lead could not be read, so it stays where it is. Move it by hand.`;
const NONE: ReadLead = { lead: null, notes: [] };
const UNREAD: ReadLead = { lead: null, notes: [NOT_READ] };

/** Without the scope, or without Sales Hub, there are no leads to speak of. */
function isAbsent({ status }: ApiError): boolean {
    return status === 403 || status === 404 || status === 400;
}

function isOpen({ properties }: JsonObject): boolean {
    const flags = pick(properties, IS_OPEN);
    const flag = IS_OPEN.map((name) => flags[name] ?? null).find((value) => value !== null);
    return flag !== 'false';
}

/** HubSpot counts its ids upwards, with more digits than a number holds exactly. */
function newest(rows: readonly JsonObject[]): JsonObject | null {
    const later = (a: string, b: string): boolean =>
        a.length === b.length ? a > b : a.length > b.length;
    return rows.reduce<JsonObject | null>(
        (last, row) => (last === null || later(String(row.id), String(last.id)) ? row : last),
        null
    );
}

function stagesOf(answer: Answer, pipeline: string | null): Choice[] | null {
    if (!answer.ok) return null;
    const own = resultsOf(answer.body).find(({ id }) => id === pipeline);
    if (own === undefined) return null;
    return choicesOf(own.stages, 'id').filter(({ archived }) => !archived);
}

function optionsOf(answer: Answer): Choice[] | null {
    if (!answer.ok) return null;
    return choicesOf(answer.body.options, 'value');
}

function choicesOf(
    rows: unknown,
    key: 'id' | 'value'
): (Choice & { readonly archived: boolean })[] {
    return resultsOf({ results: rows }).map((row) => ({
        value: String(row[key]),
        label: typeof row.label === 'string' ? row.label : String(row[key]),
        archived: row.archived === true
    }));
}
