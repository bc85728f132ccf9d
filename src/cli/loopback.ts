/** Whether an address is of this machine alone, and nobody elsewhere can connect to it. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
