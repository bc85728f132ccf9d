import type { IdentityV3ProjectsHandlers } from '../../../generated/server/identity-v3-projects.ts';
import type { ApiCaller } from '../caller.ts';
import type { IdentityParts } from '../identity-v2.0/tokens.ts';
import { DOMAIN } from './domain.ts';

export function projectsHandlers({ login }: IdentityParts): IdentityV3ProjectsHandlers<ApiCaller> {
  return {
    async listAuthProjects(_request, { userName, origin }) {
      const projects = login
        .tenantsOf(userName)
        .map(({ id, name }) => ({ id, name, domain_id: DOMAIN.id, enabled: true }));
      const links = { self: `${origin}/v3/auth/projects`, next: null, previous: null };
      return { status: 200, body: { projects, links } };
    },
  };
}
