import { createHash } from 'node:crypto';
import type * as Sdk from '@aws-sdk/client-s3';
import { watchBody } from '../object-body.ts';
import { nameOfPath, pathOfName, pathOfWord } from '../object-path.ts';
import { ContainerNotFound, type GetOptions, ObjectNotFound, type ObjectStore } from '../object-store.ts';
import { ArrivedChanged, isBehindEnd, isMissingBucket, isMissingKey, md5In, s3Error } from './s3-errors.ts';
import { upload } from './s3-upload.ts';

export interface S3Options {
  /** Address of the service, such as `https://s3.example.com`. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Where the bucket is in URLs: most services of one's own know the path alone. */
  readonly addressing: 'path' | 'host';
  /** Milliseconds that S3 may be silent. */
  readonly silence: number;
  /** Names asked for at once; S3 gives no more than 1000. */
  readonly pageSize?: number;
}

const CONNECT_WITHIN_MS = 10_000;

function clientOf(sdk: typeof Sdk, options: S3Options): Sdk.S3Client {
  const { endpoint, region, accessKey, secretKey, addressing, silence } = options;
  const agent = { keepAlive: true, maxSockets: 32 };
  return new sdk.S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: addressing === 'path',
    // Whoever calls the store tries again; two who do so multiply.
    maxAttempts: 1,
    // Checksums behind the body are Amazon's alone; MD5 as the entity tag is everybody's.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: Math.min(CONNECT_WITHIN_MS, silence),
      socketTimeout: silence,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
}

async function* hashed(
  parts: AsyncIterable<Uint8Array>,
  expected: string | undefined,
): AsyncGenerator<Uint8Array> {
  const md5 = createHash('md5');
  for await (const part of parts) {
    if (expected !== undefined) md5.update(part);
    yield part;
  }
  if (expected !== undefined && md5.digest('hex') !== expected) {
    throw new ArrivedChanged();
  }
}

/**
 * Objects in one bucket of S3, each under `<tenant>/<container>/<name>`. Characters that stores or their
 * listings are known to stumble over are encoded as in a directory, see `object-path.ts`; documented names have
 * none. S3 has no containers within a bucket: an empty object whose key ends with a slash stands for each.
 */
export async function openS3Store(options: S3Options): Promise<ObjectStore> {
  const { bucket, pageSize = 1000 } = options;
  // A third of a second and some thirty megabytes, which nobody pays who has no S3.
  const sdk = await import('@aws-sdk/client-s3');
  const client = clientOf(sdk, options);
  const known = new Set<string>();

  const containerKey = (tenantId: string, container: string): string =>
    `${[...pathOfWord(tenantId), ...pathOfWord(container)].join('/')}/`;
  const target = (tenantId: string, container: string, name: string) => ({
    Bucket: bucket,
    Key: containerKey(tenantId, container) + pathOfName(name).join('/'),
  });

  async function hasKey(key: string, call: string): Promise<boolean> {
    try {
      await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key }));
      return true;
    } catch (error) {
      if (isMissingKey(error) || isMissingBucket(error)) return false;
      throw s3Error(call, error);
    }
  }

  async function makeContainer(key: string): Promise<void> {
    const command = new sdk.PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: new Uint8Array(),
      ContentLength: 0,
    });
    try {
      await client.send(command);
    } catch (error) {
      if (!isMissingBucket(error)) throw error;
      await client.send(new sdk.CreateBucketCommand({ Bucket: bucket }));
      await client.send(command);
    }
  }

  async function requireContainer(tenantId: string, container: string): Promise<void> {
    const key = containerKey(tenantId, container);
    if (known.has(key)) return;
    if (!(await hasKey(key, `HEAD ${container}`))) throw new ContainerNotFound(container);
    known.add(key);
  }

  /** The keys of one page, and where the next begins. */
  async function page(
    prefix: string,
    token: string | undefined,
  ): Promise<{ keys: string[]; next: string | undefined }> {
    const { Contents = [], NextContinuationToken } = await client.send(
      new sdk.ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        MaxKeys: pageSize,
        ContinuationToken: token,
      }),
    );
    return { keys: Contents.flatMap(({ Key }) => Key ?? []), next: NextContinuationToken };
  }

  async function* keysBelow(prefix: string): AsyncGenerator<string> {
    let token: string | undefined;
    do {
      const { keys, next } = await page(prefix, token);
      yield* keys;
      token = next;
    } while (token !== undefined);
  }

  async function remove(tenantId: string, container: string, name: string): Promise<void> {
    try {
      await client.send(new sdk.DeleteObjectCommand(target(tenantId, container, name)));
    } catch (error) {
      if (isMissingKey(error) || isMissingBucket(error)) return;
      throw s3Error(`DELETE ${container}/${name}`, error);
    }
  }

  return {
    async ensureContainer(tenantId, container) {
      const key = containerKey(tenantId, container);
      if (known.has(key)) return;
      if (!(await hasKey(key, `HEAD ${container}`))) {
        await makeContainer(key).catch((error: unknown) => {
          throw s3Error(`PUT ${container}`, error);
        });
      }
      known.add(key);
    },

    async put(tenantId, container, name, body, given = {}) {
      const { length, signal } = given;
      signal?.throwIfAborted();
      await requireContainer(tenantId, container);
      const watched = watchBody(body, given);
      try {
        await upload({
          sdk,
          client,
          target: target(tenantId, container, name),
          body: watched,
          length,
          signal,
        });
      } catch (error) {
        watched.throwIfBroken();
        if (error instanceof ArrivedChanged) await remove(tenantId, container, name).catch(() => undefined);
        throw s3Error(`PUT ${container}/${name}`, error, signal);
      }
    },

    async *get(tenantId, container, name, { offset = 0, signal }: GetOptions = {}) {
      signal?.throwIfAborted();
      const command = new sdk.GetObjectCommand({
        ...target(tenantId, container, name),
        ...(offset > 0 && { Range: `bytes=${offset}-` }),
      });
      try {
        const answer = await client.send(command, signal && { abortSignal: signal });
        // In Node the body is a stream of buffers; the SDK's type also has what browsers give.
        const body = answer.Body as unknown as AsyncIterable<Uint8Array>;
        for await (const part of hashed(body, offset > 0 ? undefined : md5In(answer))) {
          signal?.throwIfAborted();
          yield part;
        }
      } catch (error) {
        if (isBehindEnd(error)) return;
        if (isMissingKey(error) || isMissingBucket(error)) throw new ObjectNotFound(container, name);
        throw s3Error(`GET ${container}/${name}`, error, signal);
      }
    },

    async lengthOf(tenantId, container, name) {
      try {
        const { ContentLength } = await client.send(
          new sdk.HeadObjectCommand(target(tenantId, container, name)),
        );
        return ContentLength;
      } catch (error) {
        if (isMissingKey(error) || isMissingBucket(error)) return undefined;
        throw s3Error(`HEAD ${container}/${name}`, error);
      }
    },

    async list(tenantId, container, prefix) {
      const top = containerKey(tenantId, container);
      const slash = prefix.lastIndexOf('/');
      const start = slash <= 0 ? top : `${top}${pathOfName(prefix.slice(0, slash)).join('/')}/`;
      const names: string[] = [];
      try {
        for await (const key of keysBelow(start)) {
          if (key === top) continue;
          const name = nameOfPath(key.slice(top.length).split('/'));
          if (name.startsWith(prefix)) names.push(name);
        }
      } catch (error) {
        if (isMissingBucket(error)) return [];
        throw s3Error(`GET ${container}`, error);
      }
      return names.sort();
    },

    delete: remove,

    async probe() {
      try {
        await client.send(new sdk.HeadBucketCommand({ Bucket: bucket }));
      } catch (error) {
        // It is made with the first container.
        if (isMissingKey(error) || isMissingBucket(error)) return;
        throw s3Error(`HEAD of the bucket ${bucket}`, error);
      }
    },

    close: async () => client.destroy(),
  };
}
