export function packed(name: string, root?: string): string | undefined;
