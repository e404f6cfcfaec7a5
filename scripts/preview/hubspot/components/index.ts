/** HubSpot's components by the names under which they come from the worker. */
import type { ComponentType } from 'react';
import { Accordion } from './Accordion.tsx';
import { Button } from './Button.tsx';
import { CrmActionButton, CrmActionLink } from './CrmActions.tsx';
import { CrmPropertyList } from './CrmPropertyList.tsx';
import { PageLink, PageTitle } from './AppPages.tsx';
import { BarChart, LineChart } from './Charts.tsx';
import { Alert, LoadingSpinner, ProgressBar } from './Feedback.tsx';
import { AutoGrid, Box, Flex, Tile } from './Flex.tsx';
import { Icon } from './Icon.tsx';
import { RadioButton, TextArea } from './Inputs.tsx';
import { DescriptionList, DescriptionListItem, List } from './Lists.tsx';
import { EmptyState, ErrorState } from './States.tsx';
import { Statistics, StatisticsItem } from './Statistics.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './Table.tsx';
import { Tab, Tabs } from './Tabs.tsx';
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
        BarChart,
        Box,
        Button,
        CrmActionButton,
        CrmActionLink,
        CrmPropertyList,
        DescriptionList,
        DescriptionListItem,
        Divider,
        EmptyState,
        ErrorState,
        Flex,
        Heading,
        Icon,
        Input,
        LineChart,
        Link,
        List,
        LoadingSpinner,
        PageLink,
        PageTitle,
        ProgressBar,
        RadioButton,
        Select,
        Statistics,
        StatisticsItem,
        StatusTag,
        Tab,
        Table,
        TableBody,
        TableCell,
        TableHead,
        TableHeader,
        TableRow,
        Tabs,
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
