export type ReportTarget =
  | { readonly kind: 'terminal' }
  | { readonly kind: 'junit' | 'html' | 'markdown'; readonly file: string };
