import type { Anything, Mutant } from '../mutant.ts';
import { engine, isFault, isXml, operationOf, texts } from '../planting.ts';
import { callers } from '../spoiled-server.ts';

const document = 'hp-block-storage-v1';
type Fault = Record<string, Record<string, Anything>>;

/** Another JSON body for every fault. */
const faults = (met: () => void, change: (fault: Fault) => unknown) =>
  texts(
    (ctx) => !isXml(ctx) && isFault(ctx),
    met,
    (json) => JSON.stringify(change(JSON.parse(json))),
  );

const withStatus = (from: number, to: number, met: () => void) => ({
  answer: (ctx: Anything) => {
    if (ctx.status !== from) return;
    met();
    ctx.status = to;
  },
});

/** What is refused wrongly, and what is not refused. */
export const refusalMutants: readonly Mutant[] = [
  {
    id: 'fault-without-name',
    document,
    what: 'faults are called error',
    at: ['get-volume-details'],
    media: 'json',
    plant: (met) => faults(met, (fault) => ({ error: Object.values(fault)[0] })),
  },
  {
    id: 'fault-without-message',
    document,
    what: 'faults have no message',
    at: ['get-snapshot-details'],
    media: 'json',
    plant: (met) =>
      faults(met, (fault) =>
        Object.fromEntries(Object.entries(fault).map(([name, { message: _, ...rest }]) => [name, rest])),
      ),
  },
  {
    id: 'fault-with-another-code',
    document,
    what: 'the code in the body of a fault is not the status',
    at: ['get-backup-details'],
    media: 'json',
    plant: (met) =>
      faults(met, (fault) =>
        Object.fromEntries(Object.entries(fault).map(([name, inner]) => [name, { ...inner, code: 500 }])),
      ),
  },
  {
    id: 'unknown-is-400',
    document,
    what: 'a volume that is not there is 400',
    at: ['get-volume-details'],
    plant: (met) => withStatus(404, 400, met),
  },
  {
    id: 'unknown-is-deleted',
    document,
    what: 'the deletion of a volume that is not there is accepted',
    at: ['delete-volume'],
    plant: (met) => ({
      handler: (operationId, handler) => {
        if (!operationId.endsWith('/delete-volume')) return handler;
        return async (request, caller) =>
          handler(request, caller).catch((error: Anything) => {
            if (error.kind !== 'volumeNotFound') throw error;
            met();
            return { status: 202 };
          });
      },
    }),
  },
  {
    id: 'any-token',
    document,
    what: 'a token that nobody has given is taken',
    at: ['list-volumes'],
    plant: (met) => ({
      identity: (identity) => ({
        ...identity,
        async authenticate(token) {
          const found = await identity.authenticate(token);
          if (found !== undefined) return found;
          met();
          return identity.authenticate(callers.first.token);
        },
      }),
    }),
  },
  {
    id: 'no-token-is-403',
    document,
    what: 'a request without a token is 403',
    at: ['list-snapshots'],
    plant: (met) => withStatus(401, 403, met),
  },
  {
    id: 'any-tenant-in-path',
    document,
    what: 'the tenant in the path need not be that of the token',
    at: ['list-volumes'],
    plant: (met) => ({
      request: (ctx) => {
        const [, version = '', tenant = '', ...rest] = ctx.path.split('/');
        const own = Object.values(callers).find(({ token }) => token === ctx.get('X-Auth-Token'));
        if (own === undefined || own.tenant === tenant) return;
        met();
        ctx.path = ['', version, own.tenant, ...rest].join('/');
      },
    }),
  },
  {
    id: 'malformed-is-500',
    document,
    what: 'a body that cannot be read is 500',
    at: ['create-snapshot'],
    plant: (met) => ({
      answer: (ctx) => {
        if (operationOf(ctx) !== 'create-snapshot' || ctx.status !== 400) return;
        if (!String(ctx.body).includes('Malformed request body')) return;
        met();
        ctx.status = 500;
      },
    }),
  },
  {
    id: 'method-is-404',
    document,
    what: 'a method that a path does not have is 404',
    at: ['get-volume-details', 'list-volumes'],
    plant: (met) => withStatus(405, 404, met),
  },
  {
    id: 'any-type-of-body',
    document,
    what: 'a body in a format that is not documented is taken for JSON',
    at: ['create-backup'],
    plant: (met) => ({
      request: (ctx) => {
        const type = ctx.get('Content-Type');
        if (type === '' || /json|xml/.test(type)) return;
        met();
        ctx.req.headers['content-type'] = 'application/json';
      },
    }),
  },
  {
    id: 'no-retry-after',
    document,
    what: 'a refusal for too many requests does not say when to come again',
    at: ['list-volumes'],
    plant: (met) => ({
      answer: (ctx) => {
        if (ctx.status !== 413) return;
        met();
        ctx.remove('Retry-After');
      },
    }),
  },
  {
    id: 'rate-limit-is-429',
    document,
    what: 'too many requests are 429',
    at: ['list-backups'],
    plant: (met) => withStatus(413, 429, met),
  },
  {
    id: 'any-size',
    document,
    what: 'a size that no volume can have is brought into range',
    at: ['create-volume'],
    plant: (met) =>
      engine('volumes', (volumes) => ({
        create: (caller, request) => {
          met();
          const size = Number(request.size);
          const fits = Number.isFinite(size) ? Math.min(2047, Math.max(1, Math.round(size))) : undefined;
          return volumes.create(caller, {
            ...request,
            size: request.size === undefined ? undefined : fits,
          });
        },
      })),
  },
  {
    id: 'several-sources',
    document,
    what: 'a volume may be made of a snapshot and an image at once',
    at: ['create-volume'],
    plant: (met) =>
      engine('volumes', (volumes) => ({
        create: (caller, request) => {
          met();
          const { imageRef, ...rest } = request;
          return volumes.create(caller, request.snapshotId == null ? request : rest);
        },
      })),
  },
];
