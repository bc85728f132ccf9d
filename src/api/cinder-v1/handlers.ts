import type { Handlers } from '../../../generated/server/index.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { limitsHandlers } from './limits.ts';
import { quotasHandlers } from './quotas.ts';
import { serviceHandlers } from './service.ts';
import { typesHandlers } from './types.ts';

type Tags = 'cinderV1Limits' | 'cinderV1Quotas' | 'cinderV1Service' | 'cinderV1Types';

/** Types, limits, and what the volume API tells of itself. */
export const cinderV1ServiceHandlers = (engine: Engine): Pick<Handlers<ApiCaller>, Tags> => ({
  cinderV1Limits: limitsHandlers(engine),
  cinderV1Quotas: quotasHandlers(engine),
  cinderV1Service: serviceHandlers(engine),
  cinderV1Types: typesHandlers(engine),
});
