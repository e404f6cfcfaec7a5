/** What HubSpot says of every object beside its properties; where it is not seeded, the oldest time. */
export function lifeOf(properties: { readonly [name: string]: string | null | undefined }): object {
    const createdAt =
        properties.createdate || properties.hs_timestamp || '1970-01-01T00:00:00.000Z';
    return {
        createdAt,
        updatedAt: properties.lastmodifieddate || createdAt,
        archived: false
    };
}
