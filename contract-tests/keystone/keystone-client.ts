import { randomUUID } from 'node:crypto';
import { ADMINISTRATOR, type KeystoneServer } from './keystone-server.ts';

export interface Account {
  readonly name: string;
  readonly password: string;
  /** Name of the project that a token is asked for; left out, the token is for none. */
  readonly project?: string;
}

const domain = { name: 'Default' };

/** A token of Keystone's, asked for as any client does. */
export async function tokenOf(
  { url }: KeystoneServer,
  { name, password, project }: Account,
): Promise<string> {
  const auth = {
    identity: { methods: ['password'], password: { user: { name, domain, password } } },
    ...(project !== undefined && { scope: { project: { name: project, domain } } }),
  };
  const answer = await fetch(`${url}/auth/tokens`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ auth }),
  });
  if (answer.status !== 201) throw new Error(`no token for ${name}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return answer.headers.get('x-subject-token') ?? '';
}

export async function revoke({ url }: KeystoneServer, token: string): Promise<void> {
  const headers = { 'X-Auth-Token': token, 'X-Subject-Token': token };
  const { status } = await fetch(`${url}/auth/tokens`, { method: 'DELETE', headers });
  if (status !== 204) throw new Error(`not revoked: ${status}`);
}

/** What the administrator of Keystone makes. */
export interface Office {
  project(name: string): Promise<string>;
  /** A user who has the role in the project, and a password that nobody knows. */
  user(name: string, project: string, role: string): Promise<Account>;
}

export async function openOffice(keystone: KeystoneServer): Promise<Office> {
  const token = await tokenOf(keystone, ADMINISTRATOR);
  const projects = new Map<string, string>();
  const roles = new Map<string, string>();

  async function call(method: string, path: string, body?: object) {
    const answer = await fetch(`${keystone.url}${path}`, {
      method,
      headers: { 'X-Auth-Token': token, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${answer.status} ${text} ${keystone.log().slice(-3000)}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async function roleOf(name: string): Promise<string> {
    const known = roles.get(name) ?? (await call('GET', `/roles?name=${name}`)).roles[0]?.id;
    const id = known ?? (await call('POST', '/roles', { role: { name } })).role.id;
    roles.set(name, id);
    return id;
  }

  async function projectOf(name: string): Promise<string> {
    const known = projects.get(name);
    if (known !== undefined) return known;
    const { project } = await call('POST', '/projects', { project: { name, domain_id: 'default' } });
    projects.set(name, project.id);
    return project.id;
  }

  return {
    project: projectOf,

    async user(name, project, role) {
      const password = randomUUID();
      const { user } = await call('POST', '/users', { user: { name, password, domain_id: 'default' } });
      const projectId = await projectOf(project);
      await call('PUT', `/projects/${projectId}/users/${user.id}/roles/${await roleOf(role)}`);
      return { name, password, project };
    },
  };
}
