import type { Step } from './context.ts';
import type { MediaTypes } from './media-types.ts';

/**
 * Settles what the response is written in: a `.json` or `.xml` suffix, else the Accept header, else JSON
 * (rules of hp-block-storage-v1, 4.2.1). The suffix is taken off, so that routes need not know of it.
 */
export function responseFormat(types: MediaTypes): Step {
  return (ctx, next) => {
    const path = ctx.path;
    if (path.endsWith('.json')) {
      ctx.path = path.slice(0, -'.json'.length);
      ctx.state.mediaType = types.json;
    } else if (path.endsWith('.xml')) {
      ctx.path = path.slice(0, -'.xml'.length);
      ctx.state.mediaType = types.xml;
    } else {
      ctx.state.mediaType = types.ofAccept(ctx.req.headers.accept);
    }
    return next();
  };
}
