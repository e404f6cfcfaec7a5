/** HubSpot's own leads (object 0-136): records, pipelines, and the reasons to disqualify one. */
import { isObject } from '../../../shared/crm/read.ts';
import type { Call, Portal, Route } from './api.ts';
import { batchBody } from './batch.ts';
import { missingRequired } from './conditional.ts';
import { badRequest, invalidProperties, missingTier, notFound, ok, unsupported } from './errors.ts';
import type { Reply } from './errors.ts';
import type { PropertyError } from './schema.ts';

export interface Lead {
    readonly id: string;
    readonly properties: { [name: string]: string | null };
}
export interface LeadStage {
    readonly id: string;
    readonly label: string;
    /** A lead in it is done; HubSpot tells so only on the lead. */
    readonly closed?: boolean;
}
export interface LeadPipeline {
    readonly id: string;
    readonly label: string;
    readonly stages: readonly LeadStage[];
}
export interface LeadOption {
    readonly value: string;
    readonly label: string;
    readonly hidden?: boolean;
}

const READ = 'crm.objects.leads.read';
const WRITE = 'crm.objects.leads.write';
const REASON = 'hs_lead_disqualification_reason';
const STAGE = 'hs_pipeline_stage';
const OPEN = ['hs_lead_is_open', 'hs_lead_is_open_v2'];
const WRITABLE = ['hs_lead_name', 'hs_pipeline', STAGE, REASON, 'hs_lead_disqualification_note'];
const CREATED = '1970-01-01T00:00:00Z';

/** The pipeline of a portal that never changed it. */
export const LEAD_PIPELINES: readonly LeadPipeline[] = [
    {
        id: 'lead-pipeline-id',
        label: 'Lead pipeline',
        stages: [
            { id: 'new-stage-id', label: 'New' },
            { id: 'attempting-stage-id', label: 'Attempting' },
            { id: 'connected-stage-id', label: 'Connected' },
            { id: 'qualified-stage-id', label: 'Qualified', closed: true },
            { id: 'unqualified-stage-id', label: 'Disqualified', closed: true }
        ]
    }
];
export const LEAD_REASONS: readonly LeadOption[] = [
    { value: 'NOT_A_GOOD_FIT', label: 'Not a good fit' },
    { value: 'UNRESPONSIVE', label: 'Unresponsive' }
];

/** The endpoints, which no portal below Sales Hub Professional has. */
export const LEAD_ROUTES: readonly Route[] = [
    {
        method: 'POST',
        path: /^\/crm\/objects\/2026-09\/leads\/batch\/read$/,
        scopes: () => [READ],
        answer: inTier(readLeads)
    },
    {
        method: 'PATCH',
        path: /^\/crm\/objects\/2026-09\/leads\/(\d+)$/,
        scopes: () => [WRITE],
        answer: inTier(updateLead)
    },
    {
        method: 'GET',
        path: /^\/crm\/pipelines\/2026-09\/leads$/,
        scopes: () => [READ],
        answer: inTier(({ state }) => ok({ results: state.leadPipelines.map(pipelineBody) }))
    },
    {
        method: 'GET',
        path: /^\/crm\/properties\/2026-09\/leads\/([a-z][a-z0-9_]*)$/,
        scopes: () => [READ],
        answer: inTier(({ state }, _call, [, name = '']) =>
            name === REASON
                ? ok(reasonBody(state.leadReasons))
                : unsupported(`the property ${name}`)
        )
    }
];

/** The leads of a contact, as its associations. */
export function leadAssociations(leads: readonly Lead[]): object {
    return {
        results: leads.flatMap(({ id }) => [
            { id, type: 'contact_to_lead' },
            { id, type: 'contact_to_lead_primary' }
        ])
    };
}

function inTier(answer: Route['answer']): Route['answer'] {
    return (portal, call, found) =>
        portal.state.tiers.leads === false ? missingTier() : answer(portal, call, found);
}

function readLeads({ state, now }: Portal, { body }: Call): Reply {
    const { inputs, properties, propertiesWithHistory } = isObject(body) ? body : {};
    if (
        !Array.isArray(inputs) ||
        !Array.isArray(properties) ||
        !Array.isArray(propertiesWithHistory)
    ) {
        return badRequest('A batch read takes inputs, properties and propertiesWithHistory.');
    }
    const ids = inputs.map((input: unknown) => (isObject(input) ? String(input.id) : ''));
    const found = state.leads.filter(({ id }) => ids.includes(id));
    return ok(
        batchBody(
            found.map((lead) => leadBody(lead, properties.map(String))),
            now
        )
    );
}

function updateLead({ state }: Portal, { body }: Call, [, id]: RegExpExecArray): Reply {
    const lead = state.leads.find((one) => one.id === id);
    if (!lead) return notFound();
    const written = isObject(body) && isObject(body.properties) ? body.properties : {};
    const stages = state.leadPipelines.flatMap((pipeline) => pipeline.stages);
    const allowed: { readonly [name: string]: readonly string[] } = {
        [STAGE]: stages.map((stage) => stage.id),
        [REASON]: state.leadReasons.map(({ value }) => value)
    };
    const errors = Object.entries(written).flatMap(([name, value]): PropertyError[] => {
        if (!WRITABLE.includes(name)) {
            const message = `Property "${name}" does not exist`;
            return [{ name, code: 'PROPERTY_DOESNT_EXIST', message }];
        }
        const options = allowed[name];
        if (value === '' || !options || options.includes(String(value))) return [];
        const message = `${String(value)} was not one of the allowed options: [${options.join(', ')}]`;
        return [{ name, code: 'INVALID_OPTION', message }];
    });
    if (errors.length > 0) return invalidProperties(errors);
    const missing = missingRequired(state.leadRules, written, lead.properties);
    if (missing.length > 0) return invalidProperties(missing);
    for (const [name, value] of Object.entries(written)) lead.properties[name] = String(value);
    const closed = stages.some((stage) => stage.id === lead.properties[STAGE] && stage.closed);
    for (const name of OPEN) lead.properties[name] = String(!closed);
    return ok(leadBody(lead, Object.keys(written)));
}

function leadBody({ id, properties }: Lead, names: readonly string[]): object {
    const shown = [...names, 'hs_object_id', 'hs_createdate', 'hs_lastmodifieddate'];
    return {
        id,
        properties: Object.fromEntries(shown.map((name) => [name, properties[name] ?? null])),
        createdAt: CREATED,
        updatedAt: CREATED,
        archived: false
    };
}

function pipelineBody({ id, label, stages }: LeadPipeline, displayOrder: number): object {
    const dates = { createdAt: CREATED, updatedAt: CREATED, archived: false };
    return {
        id,
        label,
        displayOrder,
        ...dates,
        stages: stages.map((stage, order) => ({
            id: stage.id,
            label: stage.label,
            displayOrder: order,
            metadata: {},
            writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
            ...dates
        }))
    };
}

function reasonBody(options: readonly LeadOption[]): object {
    return {
        name: REASON,
        label: 'Disqualification reason',
        description: '',
        groupName: 'lead_information',
        type: 'enumeration',
        fieldType: 'select',
        options: options.map(({ value, label, hidden = false }, displayOrder) => ({
            value,
            label,
            displayOrder,
            hidden
        }))
    };
}
