import type { Mutant } from '../mutant.ts';
import { answers, isFault, isXml, operationOf, texts } from '../planting.ts';

const document = 'hp-block-storage-v1';

const xmlOf = (operation: string) => (ctx: Parameters<typeof isXml>[0]) =>
  isXml(ctx) && !isFault(ctx) && operationOf(ctx) === operation;

/** What goes over the wire around a body that is right: formats, headers, the words of XML. */
export const wireMutants: readonly Mutant[] = [
  {
    id: 'xml-without-namespace',
    document,
    what: 'a volume in XML is in no namespace',
    at: ['get-volume-details'],
    media: 'xml',
    plant: (met) => texts(xmlOf('get-volume-details'), met, (xml) => xml.replace(/ xmlns="[^"]*"/, '')),
  },
  {
    id: 'xml-null-is-empty',
    document,
    what: 'null is an empty attribute in XML and not the word None',
    at: ['get-volume-details'],
    media: 'xml',
    plant: (met) =>
      texts(xmlOf('get-volume-details'), met, (xml) =>
        xml.replace(/(snapshot_id|source_volid)="None"/g, '$1=""'),
      ),
  },
  {
    id: 'xml-timestamp-as-in-json',
    document,
    what: 'timestamps in XML have a T',
    at: ['list-volumes'],
    media: 'xml',
    plant: (met) =>
      texts(xmlOf('list-volumes'), met, (xml) => xml.replace(/created_at="([\d-]+) /g, 'created_at="$1T')),
  },
  {
    id: 'xml-metadata-as-elements',
    document,
    what: 'metadata in XML is an element for each key',
    at: ['create-volume', 'get-volume-details'],
    media: 'xml',
    plant: (met) =>
      texts(xmlOf('create-volume'), met, (xml) =>
        xml
          .replace(/<meta key="([^"]*)"(\/>|>.*?<\/meta>)/g, '<entry name="$1"$2')
          .replaceAll('</meta>', '</entry>'),
      ),
  },
  {
    id: 'xml-attribute-as-element',
    document,
    what: 'the id of a snapshot in XML is an element and not an attribute',
    at: ['get-snapshot-details'],
    media: 'xml',
    plant: (met) =>
      texts(xmlOf('get-snapshot-details'), met, (xml) =>
        xml.replace(/ id="([^"]*)"(.*)\/>/s, '$2><id>$1</id></snapshot>'),
      ),
  },
  {
    id: 'xml-not-escaped',
    document,
    what: 'XML is not escaped',
    at: ['create-volume'],
    media: 'xml',
    plant: (met) => texts(isXml, met, (xml) => xml.replaceAll('&lt;', '<').replaceAll('&amp;', '&')),
  },
  {
    id: 'xml-fault-in-another-namespace',
    document,
    what: 'faults below /v1 are in the namespace of compute',
    at: ['get-volume-details'],
    media: 'xml',
    plant: (met) =>
      texts(
        (ctx) => isXml(ctx) && isFault(ctx),
        met,
        (xml) => xml.replace('docs.openstack.org/volume/api/v1', 'docs.openstack.org/compute/api/v1.1'),
      ),
  },
  {
    id: 'accept-is-ignored',
    document,
    what: 'the answer is JSON whatever Accept says',
    at: ['list-backups'],
    media: 'xml',
    plant: (met) => ({
      request: (ctx) => {
        if (ctx.path.endsWith('/backups')) met();
        delete ctx.req.headers.accept;
      },
    }),
  },
  {
    id: 'suffix-is-ignored',
    document,
    what: 'the extension of the path does not choose the format',
    at: ['list-snapshots'],
    plant: (met) => ({
      request: (ctx) => {
        if (/\.(xml|json)$/.test(ctx.path)) met();
        ctx.path = ctx.path.replace(/\.(xml|json)$/, '');
      },
    }),
  },
  {
    id: 'type-is-html',
    document,
    what: 'JSON goes out as text/html',
    at: ['list-volumes'],
    media: 'json',
    plant: (met) => ({
      answer: (ctx) => {
        if (isXml(ctx) || operationOf(ctx) !== 'list-volumes') return;
        met();
        ctx.set('Content-Type', 'text/html; charset=utf-8');
      },
    }),
  },
  {
    id: 'no-request-id',
    document,
    what: 'answers have no X-Compute-Request-Id',
    at: ['get-backup-details'],
    plant: (met) => ({
      answer: (ctx) => {
        met();
        ctx.remove('X-Compute-Request-Id');
      },
    }),
  },
  {
    id: 'one-request-id',
    document,
    what: 'every answer has the same request id',
    at: ['list-volumes'],
    plant: (met) => ({
      answer: (ctx) => {
        met();
        ctx.set('X-Compute-Request-Id', 'req-00000000-0000-4000-8000-000000000000');
      },
    }),
  },
  {
    id: 'body-with-202',
    document,
    what: 'a deletion answers with a body',
    at: ['delete-volume'],
    plant: (met) => ({
      answer: (ctx) => {
        if (ctx.status !== 202) return;
        met();
        ctx.body = '{}';
        ctx.status = 202;
        ctx.set('Content-Type', 'application/json');
      },
    }),
  },
  {
    id: 'head-without-token',
    document,
    what: 'HEAD needs no token',
    at: ['list-volumes'],
    plant: (met) => ({
      request: (ctx) => {
        if (ctx.method !== 'HEAD' || ctx.req.headers['x-auth-token'] !== undefined) return;
        met();
        ctx.req.headers['x-auth-token'] = 'token-of-first-0001';
      },
    }),
  },
  {
    id: 'created-is-201',
    document,
    what: 'the creation of a volume answers 201',
    at: ['create-volume'],
    plant: (met) => ({
      answer: (ctx) => {
        if (operationOf(ctx) !== 'create-volume' || ctx.status !== 200) return;
        met();
        ctx.status = 201;
      },
    }),
  },
  {
    id: 'deleted-is-204',
    document,
    what: 'the deletion of a snapshot answers 204',
    at: ['delete-snapshot'],
    plant: (met) => answers(['delete-snapshot'], met, (response) => ({ ...response, status: 204 })),
  },
];
