/** The one domain of the embedded identity, as Keystone calls the one that it begins with. */
export const DOMAIN = { id: 'default', name: 'Default' } as const;
