import { Flex, Icon, Link, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { PageLink } from '@hubspot/ui-extensions/pages';
import type { Cell, Drill } from '@handoff/core';
import { paramsOf } from '../drillParams.ts';
import { useOverview } from '../hooks/useOverview.tsx';
import { ICONS } from './tones.ts';

/** HubSpot's own address of a contact. */
const contactUrl = (portal: number, record: string) => `/contacts/${portal}/record/0-1/${record}`;

interface Props {
    readonly cell: Cell;
    /** Where the row leads to; null: nowhere. */
    readonly drill: Drill | null;
}

/** What a cell says, more about it below, and the way to the leads behind the row. */
export function CellView({ cell, drill }: Props) {
    const { detail, text, tone } = cell;
    const icon = ICONS[tone];
    const words = (
        <Text>
            {icon && <Icon {...icon} size="sm" />}
            {icon ? ` ${text}` : text}
        </Text>
    );
    return (
        <Flex direction="column" gap="flush">
            {drill === null ? words : <Way drill={drill} text={text} />}
            {detail !== null && <Text variant="microcopy">{detail}</Text>}
        </Flex>
    );
}

function Way({ drill, text }: { readonly drill: Drill; readonly text: string }) {
    const { nameOf } = useOverview();
    const { portal } = useExtensionContext<'pages'>();
    const { record } = drill;
    if (record !== undefined) {
        return <Link href={contactUrl(portal.id, record)}>{nameOf(record) ?? text}</Link>;
    }
    return (
        <PageLink to="/leads" params={paramsOf(drill)}>
            {text}
        </PageLink>
    );
}
