import type { Mutant } from '../mutant.ts';
import { engine, isFault, isXml, operationOf, requests, resources, texts } from '../planting.ts';

const document = 'hp-block-storage-v1';

/** What few clients notice at once. */
export const subtleMutants: readonly Mutant[] = [
  {
    id: 'metadata-keys-in-small-letters',
    document,
    what: 'keys of metadata are put into small letters',
    at: ['create-volume', 'get-volume-details'],
    plant: (met) =>
      requests(['create-volume'], met, ({ body: { volume } }) => {
        const entries = Object.entries<string>(volume.metadata ?? {});
        if (entries.length > 0)
          volume.metadata = Object.fromEntries(entries.map(([key, value]) => [key.toLowerCase(), value]));
      }),
  },
  {
    id: 'names-are-trimmed',
    document,
    what: 'space around a name is taken away',
    at: ['create-volume', 'get-volume-details'],
    plant: (met) =>
      requests(['create-volume'], met, ({ body: { volume } }) => {
        if (volume.display_name) volume.display_name = volume.display_name.trim();
      }),
  },
  {
    id: 'volume-type-is-shown',
    document,
    what: 'the volume type that was given is shown, though types are ignored',
    at: ['create-volume'],
    plant: (met) => ({
      handler: (operationId, handler) => {
        if (operationId !== `${document}/create-volume`) return handler;
        return async (request, caller) => {
          const response = await handler(request, caller);
          const { volume_type: type } = request.body.volume;
          if (typeof type !== 'string') return response;
          met();
          const { volume } = response.body as { volume: object };
          return { ...response, body: { volume: { ...volume, volume_type: type } } };
        };
      },
    }),
  },
  {
    id: 'list-in-another-time',
    document,
    what: '`created_at` in the list is an hour later than that of the volume itself',
    at: ['list-volumes', 'list-volumes-details'],
    plant: (met) =>
      resources(['list-volumes', 'list-volumes-details'], met, (one) => {
        const later = new Date(Date.parse(`${one.created_at}Z`) + 3_600_000);
        one.created_at = later.toISOString().replace('Z', '000');
      }),
  },
  {
    id: 'id-in-capitals',
    document,
    what: 'ids of snapshots in the list are in capital letters',
    at: ['list-snapshots'],
    plant: (met) =>
      resources(['list-snapshots'], met, (one) => {
        one.id = one.id.toUpperCase();
      }),
  },
  {
    id: 'first-of-accept',
    document,
    what: 'the first type of Accept is taken whatever its quality',
    at: ['list-volumes'],
    plant: (met) => ({
      request: (ctx) => {
        const { accept = '' } = ctx.req.headers;
        if (!accept.includes(',')) return;
        met();
        ctx.req.headers.accept = accept.replace(/[;,].*$/, '');
      },
    }),
  },
  {
    id: 'accept-beats-suffix',
    document,
    what: 'Accept wins over the extension of the path',
    at: ['get-volume-details'],
    plant: (met) => ({
      request: (ctx) => {
        const { accept } = ctx.req.headers;
        if (accept === undefined || accept === '*/*' || !/\.(xml|json)$/.test(ctx.path)) return;
        met();
        ctx.path = ctx.path.replace(/\.(xml|json)$/, '');
      },
    }),
  },
  {
    id: 'faults-in-json-alone',
    document,
    what: 'faults are JSON though XML was asked for',
    at: ['get-snapshot-details'],
    media: 'xml',
    plant: (met) => ({
      answer: (ctx) => {
        if (ctx.status < 400 || !isXml(ctx)) return;
        met();
        const { status } = ctx;
        ctx.body = JSON.stringify({ itemNotFound: { code: status, message: 'no' } });
        ctx.status = status;
        ctx.set('Content-Type', 'application/json');
      },
    }),
  },
  {
    id: 'other-tenant-is-403',
    document,
    what: 'a volume of another tenant is 403, which tells that it is there',
    at: ['get-volume-details'],
    plant: (met) => {
      const seen = new Set<string>();
      return {
        answer: (ctx) => {
          if (operationOf(ctx) !== 'get-volume-details') return;
          if (ctx.status === 200) seen.add(ctx.path.split('/').at(-1) ?? '');
          if (ctx.status !== 404 || !seen.has(ctx.path.split('/').at(-1) ?? '')) return;
          if (!ctx.path.startsWith('/v1/second/')) return;
          met();
          ctx.status = 403;
        },
      };
    },
  },
  {
    id: 'head-is-plain-text',
    document,
    what: 'HEAD has another Content-Type than GET',
    at: ['list-backups'],
    plant: (met) => ({
      answer: (ctx) => {
        if (ctx.method !== 'HEAD') return;
        met();
        ctx.set('Content-Type', 'text/plain');
      },
    }),
  },
  {
    id: 'limit-zero-is-nothing',
    document,
    what: 'a limit of zero lists nothing in place of everything',
    at: ['list-volumes'],
    plant: (met) =>
      engine('volumes', (volumes) => ({
        async list(caller, filter, page) {
          if (page?.limit !== 0) return volumes.list(caller, filter, page);
          met();
          return [];
        },
      })),
  },
  {
    id: 'xml-in-latin-1',
    document,
    what: 'what is not ASCII is lost in XML',
    at: ['get-volume-details'],
    media: 'xml',
    plant: (met) =>
      texts(
        (ctx) => isXml(ctx) && !isFault(ctx),
        met,
        // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII
        (xml) => xml.replace(/[^\u0000-\u007f]/g, '?'),
      ),
  },
  {
    id: 'restored-without-a-trace',
    document,
    what: 'a restore leaves the volume available all the time',
    at: ['restore-backup'],
    plant: (met) =>
      resources(['get-volume-details'], met, (one) => {
        if (one.status === 'restoring-backup') one.status = 'available';
      }),
  },
];
