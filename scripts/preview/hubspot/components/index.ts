/** HubSpot's components by the names under which they come from the worker. */
import type { ComponentType } from 'react';
import { Accordion } from './Accordion.tsx';
import { Button } from './Button.tsx';
import { CrmActionButton, CrmActionLink } from './CrmActions.tsx';
import { CrmPropertyList } from './CrmPropertyList.tsx';
import { Alert, LoadingSpinner, ProgressBar } from './Feedback.tsx';
import { AutoGrid, Box, Flex, Tile } from './Flex.tsx';
import { Icon } from './Icon.tsx';
import { RadioButton, TextArea } from './Inputs.tsx';
import { DescriptionList, DescriptionListItem, List } from './Lists.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './Table.tsx';
import { Divider, Heading, Link, StatusTag, Tag, Text } from './Text.tsx';
import { Input, Select } from './TextFields.tsx';
import { unknownComponent } from './unknownComponent.tsx';

// Props come from another thread: what they are is the card's word.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyComponent = ComponentType<any>;

const COMPONENTS = new Map<string, AnyComponent>(
    Object.entries({
        Accordion,
        Alert,
        AutoGrid,
        Box,
        Button,
        CrmActionButton,
        CrmActionLink,
        CrmPropertyList,
        DescriptionList,
        DescriptionListItem,
        Divider,
        Flex,
        Heading,
        Icon,
        Input,
        Link,
        List,
        LoadingSpinner,
        ProgressBar,
        RadioButton,
        Select,
        StatusTag,
        Table,
        TableBody,
        TableCell,
        TableHead,
        TableHeader,
        TableRow,
        Tag,
        Text,
        TextArea,
        Tile
    } satisfies { readonly [name: string]: AnyComponent })
);

/** How to draw a component; one that we do not draw shows as a box with its name. */
export function componentFor(name: string): AnyComponent {
    const known = COMPONENTS.get(name) ?? unknownComponent(name);
    COMPONENTS.set(name, known);
    return known;
}
