import {
    Flex,
    StatusTag,
    Table,
    TableBody,
    TableCell,
    TableHead,
    TableHeader,
    TableRow,
    Text,
    useExtensionContext
} from '@hubspot/ui-extensions';
import type { TestedRow, TestedSettings } from '@handoff/core';
import { understoodText } from '../understoodText.ts';
import { words } from '../words.ts';

const { test } = words;

/** Setting by setting: the property, what stands in it, and what Handoff makes of it. */
export function TestResult({ result }: { readonly result: TestedSettings }) {
    const { contact, rows, score } = result;
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <Text format={{ fontWeight: 'demibold' }}>
                {test.result(contact.name ?? test.unnamed(contact.id))}
            </Text>
            <Table bordered>
                <TableHead>
                    <TableRow>
                        <TableHeader>{test.setting}</TableHeader>
                        <TableHeader>{test.property}</TableHeader>
                        <TableHeader>{test.raw}</TableHeader>
                        <TableHeader>{test.understood}</TableHeader>
                    </TableRow>
                </TableHead>
                <TableBody>
                    {rows.map((row) => (
                        <TableRow key={row.setting}>
                            <TableCell>{words.settings[row.setting].label}</TableCell>
                            <TableCell>{row.property ?? test.notRead}</TableCell>
                            <TableCell>{row.raw ?? test.empty}</TableCell>
                            <TableCell>
                                <Understood row={row} />
                            </TableCell>
                        </TableRow>
                    ))}
                </TableBody>
            </Table>
            {score && <Text variant="microcopy">{test.changes(score.changes, score.from)}</Text>}
        </Flex>
    );
}

function Understood({ row }: { readonly row: TestedRow }) {
    const { user, portal } = useExtensionContext<'settings'>();
    const text = understoodText(row, user.locale ?? 'en-US', portal.timezone);
    if (text !== null) return <Text>{text}</Text>;
    // An empty property is no fault of the settings.
    if (row.raw === null) return <Text>{test.empty}</Text>;
    return <StatusTag variant="warning">{test.notUnderstood}</StatusTag>;
}
