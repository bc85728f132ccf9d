import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import { type WatchedBody, whole } from '../object-body.ts';
import { ArrivedChanged, md5In, type Tagged } from './s3-errors.ts';

/** An upload of one body under one key. */
export interface Upload {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.S3Client;
  readonly target: { readonly Bucket: string; readonly Key: string };
  readonly body: WatchedBody;
  readonly length: number | undefined;
  /** Ends the upload from outside. */
  readonly signal: AbortSignal | undefined;
}

/** Least size of a part but the last is 5 MiB in S3. Up to this a body is sent in one piece from memory. */
const PART_BYTES = 8 * 1024 * 1024;

/** The body in pieces of `PART_BYTES`, the last one shorter or empty. */
async function* piecesOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    for (let start = 0; start < part.length; ) {
      const taken = part.subarray(start, start + PART_BYTES - length);
      held.push(taken);
      length += taken.length;
      start += taken.length;
      if (length === PART_BYTES) {
        yield Buffer.concat(held);
        held = [];
        length = 0;
      }
    }
  }
  yield Buffer.concat(held);
}

function checkTag(answer: Tagged, md5: string): void {
  const stored = md5In(answer);
  if (stored !== undefined && stored !== md5) throw new ArrivedChanged();
}

const md5Of = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

async function putPiece({ sdk, client, target, signal }: Upload, piece: Buffer): Promise<void> {
  const command = new sdk.PutObjectCommand({ ...target, Body: piece, ContentLength: piece.length });
  checkTag(await client.send(command, signal && { abortSignal: signal }), md5Of(piece));
}

/** In one request, without holding it in memory. */
async function putStream({ sdk, client, target, body, length, signal }: Upload): Promise<void> {
  const md5 = createHash('md5');
  // The SDK does not notice when the source of a body ends with an error, and would wait for the rest.
  const broken = new AbortController();
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      for await (const part of body.parts) {
        md5.update(part);
        yield part;
      }
    } catch (error) {
      broken.abort(error);
      throw error;
    }
  }
  const source = Readable.from(watched(), { objectMode: false });
  source.on('error', (error) => broken.abort(error));
  const abortSignal = signal === undefined ? broken.signal : AbortSignal.any([signal, broken.signal]);
  try {
    const command = new sdk.PutObjectCommand({ ...target, Body: source, ContentLength: length });
    const answer = await client.send(command, { abortSignal });
    checkTag(answer, md5.digest('hex'));
  } finally {
    source.destroy();
  }
}

/** In parts, of which one is in memory at a time; there is no object before the last has arrived. */
async function putParts(upload: Upload, first: Buffer, others: AsyncGenerator<Buffer>): Promise<void> {
  const { sdk, client, target, signal } = upload;
  const options = signal && { abortSignal: signal };
  const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(target), options);
  const begun = { ...target, UploadId };
  const done: Sdk.CompletedPart[] = [];
  async function send(piece: Buffer): Promise<void> {
    const PartNumber = done.length + 1;
    const command = new sdk.UploadPartCommand({
      ...begun,
      PartNumber,
      Body: piece,
      ContentLength: piece.length,
    });
    const answer = await client.send(command, options);
    checkTag(answer, md5Of(piece));
    done.push({ PartNumber, ETag: answer.ETag });
  }
  try {
    await send(first);
    for await (const piece of others) if (piece.length > 0) await send(piece);
    await client.send(
      new sdk.CompleteMultipartUploadCommand({ ...begun, MultipartUpload: { Parts: done } }),
      options,
    );
  } catch (error) {
    // What has been sent takes room, and costs, until it is told to go.
    await client.send(new sdk.AbortMultipartUploadCommand(begun)).catch(() => undefined);
    throw error;
  }
}

/** Sends the body, whole or not at all. Rejects with the errors of the SDK, or that of the body. */
export async function upload(order: Upload): Promise<void> {
  const { body, length } = order;
  if (length !== undefined) {
    return length > PART_BYTES ? putStream(order) : putPiece(order, await whole(body.parts));
  }
  const pieces = piecesOf(body.parts);
  const { value: first = Buffer.alloc(0) } = await pieces.next();
  return first.length < PART_BYTES ? putPiece(order, first) : putParts(order, first, pieces);
}
